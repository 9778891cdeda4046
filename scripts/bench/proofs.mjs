import { randomBytes } from 'node:crypto';
import { bundle } from './bundle.mjs';
import { quartiles } from './quartiles.mjs';

const SLOWDOWNS = [1, 4];
const CONTENDERS = { 'auth-elements': 'proof-of-package', 'amazon-cognito-identity-js': 'proof-of-library' };

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

/**
 * Reports how long a proof of the password takes, here and in the library that most pages use.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {number} runs
 */
export async function reportProofs(browser, runs) {
  const scripts = await Promise.all(
    Object.entries(CONTENDERS).map(async ([name, file]) => ({ name, script: await bundle(file) })),
  );
  console.log(`One SRP proof, the first of a fresh page, medians of ${runs}:`);
  for (const slowdown of SLOWDOWNS) {
    /** @type {Record<string, Awaited<ReturnType<typeof coldProof>>[]>} */
    const proofs = {};
    for (let run = 0; run < runs; run += 1) {
      for (const { name, script } of scripts) (proofs[name] ??= []).push(await coldProof(browser, script, slowdown));
    }
    console.log(`  CPU ${slowdown === 1 ? 'as it is' : `${slowdown} times slower`}`);
    const medians = Object.entries(proofs).map(([name, results]) => {
      const { median: time } = quartiles(results.map((result) => result.time));
      const { median: longest } = quartiles(results.map((result) => result.longestTask));
      const task = longest ? `of ${longest.toFixed(0)} ms` : 'under 50 ms';
      console.log(`    ${time.toFixed(1).padStart(8)} ms  ${name}, longest task ${task}`);
      return time;
    });
    const [here = NaN, there = NaN] = medians;
    console.log(`    ${(there / here).toFixed(1).padStart(8)} times faster`);
  }
}
