import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createServer } from 'vite';
import { PASSWORD } from '../../demo/cognito/index.js';
import { ROOT } from '../../scripts/sources.mjs';
import { launchBrowser } from '../support/browser.js';
import { APP } from '../support/demo.js';
import { Person } from '../support/person.js';

it('A user of `npm start` can sign in to the demo, from sources that were not built', async (test) => {
  process.env['COGNITO_PORT'] = '0';
  const server = await createServer({
    configFile: `${ROOT}vite.config.ts`,
    // Apart from the cache of `npm start`, which may be running.
    cacheDir: `${ROOT}node_modules/.vite/end-to-end`,
    logLevel: 'warn',
    server: { port: 0 },
  });
  test.after(() => server.close());
  await server.listen();
  const browser = await launchBrowser();
  test.after(() => browser.close());

  const person = new Person(await browser.newPage());
  const problems: string[] = [];
  person.page.on('pageerror', (error) => problems.push(error.message));
  await person.opens(server.resolvedUrls?.local[0] ?? '');
  await person.signsIn('jane', PASSWORD);
  await person.reads(APP);
  assert.deepEqual(problems, []);
});
