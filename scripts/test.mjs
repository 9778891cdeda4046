/**
 * Runs every test, or those that words choose: `npm test -- sign-in "wrong password"`. A word that is part of a path
 * chooses that file as a whole, and so does one with a slash; any other word chooses tests by their titles. With
 * `--engine`, the tests of a browser run in another engine than Chromium: `npm test -- --engine webkit elements/auth-sign-in`.
 * With `--all`, what is tried a few times otherwise is tried as often as it takes (`npm run test:faults`). The last line
 * tells how it went.
 */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINES, engineOfTests } from './engines.mjs';
import { runBrowserTests } from './test/browser-tests.mjs';
import { isEmpty, sumOf } from './test/count.mjs';
import { runNodeTests } from './test/node-tests.mjs';
import { print } from './test/print.mjs';
// Made and removed by this process, used by all that it starts.
import '../test/support/builds.mjs';

/**
 * @typedef {import('./test/count.mjs').Count} Count
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {RegExp} paths
 * @property {(files: string[], title?: RegExp) => Promise<Count>} run
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string' }, all: { type: 'boolean' } },
});

// Both are inherited by the processes that the tests run in.
if (values.engine) process.env['TEST_ENGINE'] = values.engine;
if (values.all) process.env['TRIALS'] = 'all';

const engine = engineOfTests();

/** @type {Kind} */
const IN_NODE = {
  name: 'In Node',
  paths: /^test\/(local-cognito|package)\/|\.node\.test\./,
  run: runNodeTests,
};
/** @type {Kind} */
const END_TO_END = { name: `End to end in ${engine}`, paths: ENGINES[engine], run: runNodeTests };

/** @type {Kind} */
const IN_BROWSER = { name: `In pages of ${engine}`, paths: /^test\/(?!e2e|faults|webkit)/, run: runBrowserTests };

/** A file belongs to the first kind that has its path. */
const KINDS = [IN_NODE, END_TO_END, IN_BROWSER];

/**
 * What runs at once: end-to-end tests wait most of their time. The kinds of a lane run one after another. What needs no
 * browser is left out for another one than the usual.
 */
const LANES = [[END_TO_END], engine === 'chromium' ? [IN_NODE, IN_BROWSER] : [IN_BROWSER]];

const words = positionals.map((word) => word.toLowerCase());
const paths = readdirSync(new URL('../test', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.(ts|mjs)$/.test(path))
  .sort();

const isNamed = (/** @type {string} */ path) => words.some((word) => path.toLowerCase().includes(word));
const titles = words.filter((word) => !word.includes('/') && !paths.some((path) => path.toLowerCase().includes(word)));
const title = new RegExp(titles.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'i');

/** @type {string[]} */
const times = [];

/** @type {(kind: Kind, files: string[], title?: RegExp) => Promise<Count[]>} */
async function run({ name, run }, files, title) {
  if (files.length === 0) return [];
  const start = performance.now();
  const count = await run(files, title);
  times.push(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return [count];
}

/** @param {Kind[]} lane */
async function runLane(lane) {
  const counts = [];
  for (const kind of lane) {
    const files = paths.filter((path) => KINDS.find((one) => one.paths.test(path)) === kind);
    const [named, others] = [files.filter(isNamed), files.filter((path) => !isNamed(path))];
    counts.push(...(await run(kind, words.length === 0 ? files : named)));
    if (titles.length > 0) counts.push(...(await run(kind, others, title)));
  }
  return counts;
}

const counts = await Promise.all(LANES.map(runLane));
const total = sumOf(counts.flat());

if (isEmpty(total)) {
  print(`No test has ${words.join(' or ')} in its path or title.`);
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
const outcome = Object.entries(total).map(([word, number]) => `${String(number)} ${word}`);
print(`\n${times.join('\n')}\n${outcome.join(', ')}`);
