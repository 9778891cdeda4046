/** The two speeds that a person feels: how much arrives before they can type, and how long a proof of the password takes. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { build } from 'vite';
import { CDN } from './cdn-build.mjs';
import { firstPaint } from './first-paint.mjs';
import { launchBrowser } from './launch-browser.mjs';
import { define, ROOT } from './sources.mjs';

const RUNS = 9;
const SLOWDOWNS = [1, 4];
const CONTENDERS = { 'auth-elements': 'proof-here', 'amazon-cognito-identity-js': 'proof-there' };

/**
 * One minified module, as a page would load it.
 *
 * @param {string} name
 */
async function bundle(name) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: `${ROOT}scripts/bench/${name}.ts`, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = /** @type {[import('vite').Rolldown.RolldownOutput]} */ (result);
  return output[0].code;
}

/**
 * The first proof that a fresh page makes: how long it takes, and the longest task in it. Milliseconds. Browsers report
 * tasks from 50 ms on; where there is none, it is 0.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} script
 * @param {number} slowdown
 */
async function coldProof(browser, script, slowdown) {
  const page = await browser.newPage();
  const developer = await page.context().newCDPSession(page);
  await developer.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<script type="module">${script}</script>` }),
  );
  await page.goto('http://localhost/');
  // A public value is a number below N, which has 3072 bits.
  const [publicValue, salt] = [`0${randomBytes(383).toString('hex')}`, randomBytes(16).toString('hex')];
  const result = await page.evaluate(async ([B, s]) => {
    /** @type {PerformanceEntry[]} */
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
    // Only those that begin from now on are reported to it.
    await new Promise((resolve) => setTimeout(resolve));
    const time = await globalThis.prove(B, s);
    // Tasks are reported some time after their end.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { time, longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)) };
  }, /** @type {const} */ ([publicValue, salt]));
  await page.context().close();
  return result;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const scripts = await Promise.all(
  Object.entries(CONTENDERS).map(async ([name, file]) => ({ name, script: await bundle(file) })),
);
const { browser, origin } = await launchBrowser();
console.log(`Chromium ${browser.version()} (${origin}), Node ${process.version}\n`);
console.log(`One SRP proof, the first of a fresh page, medians of ${RUNS}:`);
for (const slowdown of SLOWDOWNS) {
  /** @type {Record<string, Awaited<ReturnType<typeof coldProof>>[]>} */
  const proofs = {};
  for (let run = 0; run < RUNS; run += 1) {
    for (const { name, script } of scripts) (proofs[name] ??= []).push(await coldProof(browser, script, slowdown));
  }
  console.log(`  CPU ${slowdown === 1 ? 'as it is' : `${slowdown} times slower`}`);
  const medians = Object.entries(proofs).map(([name, results]) => {
    const [time, longest] = [results.map((result) => result.time), results.map((result) => result.longestTask)].map(
      median,
    );
    const task = longest ? `of ${longest.toFixed(0)} ms` : 'under 50 ms';
    console.log(`    ${time?.toFixed(1).padStart(8)} ms  ${name}, longest task ${task}`);
    return time;
  });
  const [here, there] = medians;
  console.log(`    ${((there ?? NaN) / (here ?? NaN)).toFixed(1).padStart(8)} times faster`);
}
await browser.close();

if (existsSync(`${CDN}/auth-elements.js`)) {
  const transfers = await firstPaint();
  const total = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`\n${total} bytes (gzip) of JavaScript and CSS until the sign-in form accepts typing.`);
} else {
  console.log('\nRun npm run build first to also measure what arrives until the sign-in form accepts typing.');
}
