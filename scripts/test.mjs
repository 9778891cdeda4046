/**
 * Runs every test, or those that words choose: `npm test -- sign-in "wrong password"`. A word that is part of a path
 * chooses that file as a whole, and so does one with a slash; any other word chooses tests by their titles. With `--all`,
 * what is tried a few times otherwise is tried as often as it takes (`npm run test:faults`). The last line tells how it
 * went.
 */
import { readdirSync } from 'node:fs';
import { runBrowserTests } from './test/browser-tests.mjs';
import { runNodeTests } from './test/node-tests.mjs';

/**
 * @typedef {object} Count How many tests went how. What a filter left out is in none of the three.
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {(path: string) => boolean} has
 * @property {(files: string[], title?: RegExp) => Promise<Count>} run
 */

/** @type {Kind[]} A file belongs to the first kind that has it. */
const KINDS = [
  {
    name: 'In Node',
    has: (path) => /^test\/(local-cognito|package)\/|\.node\.test\./.test(path),
    run: (files, title) => runNodeTests(files, { title, concurrency: 2 }),
  },
  {
    name: 'End to end',
    has: (path) => /^test\/(e2e|faults)\//.test(path),
    run: (files, title) => runNodeTests(files, { title, concurrency: 1 }),
  },
  { name: 'In the browser', has: () => true, run: runBrowserTests },
];

const isLong = process.argv.includes('--all');
// Inherited by the processes that the tests run in.
if (isLong) process.env['TRIALS'] = 'all';

const words = process.argv
  .slice(2)
  .filter((word) => word !== '--all')
  .map((word) => word.toLowerCase());
const paths = readdirSync(new URL('../test', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.(ts|mjs)$/.test(path))
  .sort();

const isNamed = (/** @type {string} */ path) => words.some((word) => path.toLowerCase().includes(word));
const titles = words.filter((word) => !word.includes('/') && !paths.some((path) => path.toLowerCase().includes(word)));
const title = new RegExp(titles.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'i');

const total = { passed: 0, failed: 0, skipped: 0 };

/** @type {(kind: Kind, files: string[], title?: RegExp) => Promise<void>} */
async function run(kind, files, title) {
  if (files.length === 0) return;
  console.log(`\n${kind.name}\n`);
  const start = performance.now();
  const count = await kind.run(files, title);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  console.log(`\n${kind.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

for (const kind of KINDS) {
  const files = paths.filter((path) => KINDS.find(({ has }) => has(path)) === kind);
  if (words.length === 0) await run(kind, files);
  else await run(kind, files.filter(isNamed));
  if (titles.length > 0)
    await run(
      kind,
      files.filter((path) => !isNamed(path)),
      title,
    );
}

if (total.passed + total.failed + total.skipped === 0) {
  console.log(`No test has ${words.join(' or ')} in its path or title.`);
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped`);
