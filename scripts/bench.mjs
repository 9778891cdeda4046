/** The two speeds that a person feels: how much arrives before they can type, and how long a proof of the password takes. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from './find-browser.mjs';
import { firstPaint } from './first-paint.mjs';
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
 * Milliseconds of the first proof that a fresh page makes.
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
  const time = await page.evaluate(([B, s]) => globalThis.prove(B, s), /** @type {const} */ ([publicValue, salt]));
  await page.context().close();
  return time;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const scripts = await Promise.all(
  Object.entries(CONTENDERS).map(async ([name, file]) => ({ name, script: await bundle(file) })),
);
const { executablePath, args, env, origin } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
console.log(`Chromium ${browser.version()} (${origin}), Node ${process.version}\n`);
console.log(`One SRP proof, the first of a fresh page, median of ${RUNS}:`);
for (const slowdown of SLOWDOWNS) {
  /** @type {Record<string, number[]>} */
  const times = {};
  for (let run = 0; run < RUNS; run += 1) {
    for (const { name, script } of scripts) (times[name] ??= []).push(await coldProof(browser, script, slowdown));
  }
  const medians = Object.entries(times).map(([name, values]) => ({ name, time: median(values) }));
  const [here, there] = medians.map(({ time }) => time);
  console.log(`  CPU ${slowdown === 1 ? 'as it is' : `${slowdown} times slower`}`);
  for (const { name, time } of medians) console.log(`    ${time.toFixed(1).padStart(8)} ms  ${name}`);
  console.log(`    ${((there ?? NaN) / (here ?? NaN)).toFixed(1).padStart(8)} times faster`);
}
await browser.close();

if (existsSync(`${ROOT}dist/cdn/auth-elements.js`)) {
  const transfers = await firstPaint();
  const total = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`\n${total} bytes (gzip) of JavaScript and CSS until the sign-in form accepts typing.`);
} else {
  console.log('\nRun npm run build first to also measure what arrives until the sign-in form accepts typing.');
}
