import { engineOfTests } from './scripts/engines.mjs';
import { ROOT, served } from './scripts/sources.mjs';
import { fileReporter } from './scripts/test/file-reporter.mjs';
import { LAUNCHERS } from './scripts/test/launchers.mjs';
import { viteForWtr } from './scripts/vite-for-wtr.mjs';

const vite = viteForWtr({
  configFile: false,
  ...served,
  root: ROOT,
  // Apart from the cache of `npm start`, which may be running.
  cacheDir: `${ROOT}node_modules/.vite/tests`,
  // Found at the start, since a dependency that turns up late makes vite reload the page of a running test.
  optimizeDeps: {
    ...served.optimizeDeps,
    entries: ['test/**/*.test.ts', 'src/**/*.ts'],
    // Before the first page is served, also where looking through the files takes its time: two builds would be two Lits.
    include: ['@lit/context', '@open-wc/testing', 'lit', 'lit/decorators.js', 'uqr', 'xstate'],
  },
});

/**
 * The tests that run in a browser; `npm test` runs the others too.
 *
 * @satisfies {import('@web/test-runner').TestRunnerConfig}
 */
const config = {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/{e2e,faults,local-cognito,package,support,webkit}/**'],
  rootDir: ROOT,
  plugins: [vite.plugin],
  middleware: [vite.middleware],
  browsers: [await LAUNCHERS[engineOfTests()]()],
  concurrency: 2,
  staticLogging: !process.stdout.isTTY,
  // What takes longer hangs, even on a busy machine.
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [fileReporter()],
};

export default config;
