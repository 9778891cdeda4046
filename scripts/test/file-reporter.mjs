import { relative } from 'node:path';
import { formatError } from '@web/test-runner';
import { isEmpty } from './count.mjs';
import { fileLine } from './file-line.mjs';

/**
 * @typedef {import('@web/test-runner').TestSession} TestSession
 * @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult
 * @typedef {import('@web/test-runner').TestResult} TestResult
 */

/**
 * The tests of a suite and of those inside it, with the titles that lead to each.
 *
 * @param {TestSuiteResult} suite
 * @param {string[]} titles
 * @returns {TestResult[]}
 */
const flatten = ({ tests, suites }, titles = []) => [
  ...tests.map((test) => ({ ...test, name: [...titles, test.name].join(' ') })),
  ...suites.flatMap((suite) => flatten(suite, [...titles, suite.name])),
];

/** @param {TestSession} session */
const testsOf = ({ testResults }) => (testResults ? flatten(testResults) : []);

/**
 * How the tests of one file went. A file that does not load and a hook that throws count as one failure each. A test
 * that the filter left out is neither passed nor failed, but may say that it is skipped.
 *
 * @param {TestSession} session
 * @param {RegExp} [title] The filter.
 * @returns {import('./count.mjs').Count}
 */
export const countSession = (session, title) => ({
  passed: testsOf(session).filter((test) => test.passed).length,
  failed: testsOf(session).filter((test) => test.error).length + session.errors.length,
  skipped: testsOf(session).filter((test) => test.skipped && (title?.test(test.name) ?? true)).length,
});

/**
 * Prints one line for each test file as it ends, with the time that its tests took, and below it what failed or was logged.
 *
 * @param {RegExp} [title] Which tests were chosen.
 * @returns {import('@web/test-runner').Reporter}
 */
export const fileReporter = (title) => ({
  reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
    for (const session of sessionsForTestFile) {
      const count = countSession(session, title);
      if (isEmpty(count)) continue;
      const duration = testsOf(session).reduce((sum, test) => sum + (test.duration ?? 0), 0);
      logger.log(fileLine(relative(process.cwd(), testFile), count, duration));
      for (const entry of session.logs) logger.log(`    log: ${entry.map(String).join(' ')}`);
      for (const path of session.request404s) logger.log(`    not found: ${path}`);
      for (const error of session.errors) logger.log(`    ✗ ${formatError(error)}\n`);
      for (const { name, error } of testsOf(session)) {
        if (error) logger.log(`    ✗ ${name}\n${formatError(error)}\n`);
      }
    }
  },
});
