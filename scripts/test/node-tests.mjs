import { resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { isEmpty, sumOf } from './count.mjs';
import { fileLine } from './file-line.mjs';
import { print } from './print.mjs';

/** A file that takes longer hangs, even on a busy machine. What tests wait for has deadlines of its own. */
const fileTimeout = () => (process.env['TRIALS'] === 'all' ? 30 : 20) * 60_000;

/** How many files run at once, each in a process of its own. */
const CONCURRENCY = 2;

/** What Node 20 says of a test that a filter left out; later versions say nothing. */
const LEFT_OUT = 'test name does not match pattern';

/** A suite or test fails with this when one of its own failed, which has been counted already. */
const SUBTESTS = 'subtestsFailed';

/**
 * Runs one test file with Node's own runner, and prints its line when it ends: below it what failed and what it printed.
 * TypeScript is understood because this process was started with `--import tsx`, which Node hands down.
 *
 * @param {string} path
 * @param {RegExp} [title]
 * @returns {Promise<import('./count.mjs').Count>}
 */
async function runFile(path, title) {
  const start = performance.now();
  const count = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const details = [];
  const options = { timeout: fileTimeout(), ...(title && { testNamePatterns: [title] }) };
  for await (const { type, data } of run({ ...options, files: [resolve(path)] })) {
    if (type === 'test:stdout' || type === 'test:stderr') details.push(data.message.trimEnd());
    else if (type === 'test:pass') {
      if (data.details.type === 'suite' || data.skip === LEFT_OUT) continue;
      if (data.skip === undefined && data.todo === undefined) count.passed += 1;
      else count.skipped += 1;
    } else if (type === 'test:fail') {
      const { error } = data.details;
      if ('failureType' in error && error.failureType === SUBTESTS) continue;
      if (data.todo === undefined) {
        count.failed += 1;
        details.push(`    ✗ ${data.name}\n${inspect(error.cause ?? error)}\n`);
      } else count.skipped += 1;
    }
  }
  if (!isEmpty(count)) print([fileLine(path, count, performance.now() - start), ...details].join('\n'));
  return count;
}

/**
 * Runs test files in Node.
 *
 * @param {string[]} files
 * @param {RegExp} [title] Which tests to run; by default all.
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function runNodeTests(files, title) {
  /** @type {import('./count.mjs').Count[]} */
  const counts = [];
  const waiting = files.values();
  const runOneByOne = async () => {
    for (const path of waiting) counts.push(await runFile(path, title));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, runOneByOne));
  return sumOf(counts);
}
