import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { fileLine } from './file-line.mjs';

/** A file that takes longer hangs, even on a busy machine. What tests wait for has deadlines of its own. */
const fileTimeout = () => (process.env['TRIALS'] === 'all' ? 15 : 10) * 60_000;

/** What Node 20 says of a test that a filter left out; later versions say nothing. */
const LEFT_OUT = 'test name does not match pattern';

/** A suite or test fails with this when one of its own failed, which has been counted already. */
const SUBTESTS = 'subtestsFailed';

/**
 * Runs test files with Node's own runner, each in a process of its own, and prints one line for each file as it ends.
 * TypeScript is understood because this process was started with `--import tsx`, which Node hands down.
 *
 * @param {string[]} files
 * @param {{ title?: RegExp | undefined, concurrency: number }} options `title`: which tests to run; by default all.
 * @returns {Promise<import('../test.mjs').Count>}
 */
export async function runNodeTests(files, { title, concurrency }) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let path = '';
  let count = { ...total };
  /** @type {string[]} */
  let failures = [];

  const closeFile = () => {
    if (Object.values(count).some((number) => number > 0)) console.log([fileLine(path, count), ...failures].join('\n'));
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    count = { passed: 0, failed: 0, skipped: 0 };
    failures = [];
  };
  const openFile = (/** @type {string | undefined} */ file) => {
    const next = file ? relative(process.cwd(), file) : path;
    if (next === path) return;
    closeFile();
    path = next;
  };

  const options = { concurrency, timeout: fileTimeout(), ...(title && { testNamePatterns: [title] }) };
  for await (const { type, data } of run({ ...options, files: files.map((file) => resolve(file)) })) {
    if (type === 'test:stdout') process.stdout.write(data.message);
    else if (type === 'test:stderr') process.stderr.write(data.message);
    else if (type === 'test:pass') {
      openFile(data.file);
      if (data.details.type === 'suite' || data.skip === LEFT_OUT) continue;
      if (data.skip === undefined && data.todo === undefined) count.passed += 1;
      else count.skipped += 1;
    } else if (type === 'test:fail') {
      openFile(data.file);
      const { error } = data.details;
      if ('failureType' in error && error.failureType === SUBTESTS) continue;
      if (data.todo === undefined) {
        count.failed += 1;
        failures.push(`    ✗ ${data.name}\n${inspect(error.cause ?? error)}\n`);
      } else count.skipped += 1;
    }
  }
  closeFile();
  return total;
}
