import { startTestRunner } from '@web/test-runner';
import { sumOf } from './count.mjs';
import { countSession, fileReporter } from './file-reporter.mjs';
import { print } from './print.mjs';

/**
 * What the runner says, in whole lines like those of the other kinds.
 *
 * @type {NonNullable<import('@web/test-runner').TestRunnerConfig['logger']>}
 */
const logger = {
  log: print,
  debug: () => undefined,
  error: print,
  warn: print,
  group: () => undefined,
  groupEnd: () => undefined,
  logSyntaxError: ({ message, filePath, line }) => print(`${filePath}:${String(line)}: ${message}`),
};

/**
 * Runs test files in pages of the engine that was chosen.
 *
 * @param {string[]} files
 * @param {RegExp} [title] Which tests to run; by default all.
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function runBrowserTests(files, title) {
  // It finds a browser, which not every run needs.
  const { default: config } = await import('../../web-test-runner.config.js');
  const runner = await startTestRunner({
    config: {
      ...config,
      files,
      logger,
      staticLogging: true,
      reporters: [fileReporter(title)],
      testFramework: { config: { ...config.testFramework.config, ...(title && { grep: String(title) }) } },
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The test runner did not start.');
  await new Promise((resolve) => runner.on('finished', resolve));
  const counts = [...runner.sessions.all()].map((session) => countSession(session, title));
  await runner.stop();
  return sumOf(counts);
}
