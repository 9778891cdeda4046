import { measureArrival, SLOWDOWN } from './arrival.mjs';
import { formPages } from './form-pages.mjs';
import { quartiles } from './quartiles.mjs';
import { measureWeight } from './weight.mjs';

/** @typedef {Awaited<ReturnType<typeof measureArrival>> & Awaited<ReturnType<typeof measureWeight>>} Measures */

/**
 * The lines of the report.
 *
 * @type {{ label: string, digits: number, valueOf: (measures: Measures) => number }[]}
 */
const LINES = [
  { label: 'ms until it accepts typing', digits: 0, valueOf: ({ usable }) => usable },
  { label: 'ms of total blocking time', digits: 0, valueOf: ({ blocking }) => blocking },
  { label: 'kB of JavaScript heap', digits: 0, valueOf: ({ heap }) => heap / 1000 },
  { label: 'nodes, shadow trees included', digits: 0, valueOf: ({ nodes }) => nodes },
  { label: 'ms for one more form', digits: 2, valueOf: ({ timeOfOneMore }) => timeOfOneMore },
  { label: 'kB of heap for one more form', digits: 1, valueOf: ({ heapOfOneMore }) => heapOfOneMore / 1000 },
];

/**
 * Reports what our form costs a page, beside what lit and xstate cost by themselves. The two are measured in turn, so that
 * both meet whatever else the machine does.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {number} runs
 */
export async function reportForms(browser, runs) {
  const { bare, ours } = await formPages();
  /** @param {string} address */
  const measure = async (address) => ({
    ...(await measureArrival(browser, address)),
    ...(await measureWeight(browser, address)),
  });
  /** @type {{ bare: Measures, ours: Measures }[]} */
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    results.push({ bare: await measure(bare.address), ours: await measure(ours.address) });
  }
  bare.close();
  ours.close();

  console.log(
    `A sign-in form, medians of ${runs} (and quartiles). It arrives at a CPU ${SLOWDOWN} times slower by slow 4G:`,
  );
  report('', 'lit + xstate', 'auth-elements', 'times');
  for (const { label, digits, valueOf } of LINES) {
    const libraries = quartiles(results.map((result) => valueOf(result.bare)));
    const all = quartiles(results.map((result) => valueOf(result.ours)));
    const times = libraries.median ? (all.median / libraries.median).toFixed(2) : '';
    report(label, inWords(libraries, digits), inWords(all, digits), times);
  }
}

/**
 * @param {ReturnType<typeof quartiles>} values
 * @param {number} digits
 */
const inWords = ({ lower, median, upper }, digits) =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;

/** @type {(label: string, bare: string, ours: string, times: string) => void} */
const report = (label, bare, ours, times) =>
  console.log(`  ${label.padEnd(30)}${bare.padStart(20)}${ours.padStart(22)}${times.padStart(8)}`);
