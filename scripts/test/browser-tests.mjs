import { startTestRunner } from '@web/test-runner';
import config from '../../web-test-runner.config.js';
import { countSession, fileReporter } from './file-reporter.mjs';

/**
 * Runs test files in Chromium.
 *
 * @param {string[]} files
 * @param {RegExp} [title] Which tests to run; by default all.
 * @returns {Promise<import('../test.mjs').Count>}
 */
export async function runBrowserTests(files, title) {
  const runner = await startTestRunner({
    config: {
      ...config,
      files,
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
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}
