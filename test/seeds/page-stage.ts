import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { GUIDES, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { served } from '../../scripts/sources.mjs';
import { launchBrowser } from '../support/browser.js';
import { bundle } from '../support/bundle.js';
import { Person } from '../support/person.js';
import { serve } from '../support/serve.js';
import type { Server } from '../support/serve.js';
import type { SeedsPage } from './page/seeds-page.js';
import { moduleOf } from './sample.js';

/** A user before a page whose app is a sample, in a browser that remembers nothing. */
export interface PageStage {
  readonly page: Page;
  readonly person: Person;
  readonly cognito: LocalCognito;
  /** Runs a sample in the page, which shows what it exports, or the component of this name. */
  shows(sample: string, component?: string): Promise<void>;
}

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>A sample of the guides</title>
  <main><section aria-label="The app" id="root"></section></main>
  <script type="module" src="/seeds-page.js"></script>
</html>`;

/** Configures `Amplify` for the local Cognito, as the app has done it that a sample belongs to. Runs in the page. */
const configure = (config: Readonly<Record<string, string>>): void =>
  void window.seeds.compat.Amplify.configure({ Auth: config });

/** One browser, one build and one local Cognito for all tests of a file. */
export function setPageStage(): PageStage {
  let browser: Browser;
  let cognito: LocalCognito;
  let server: Server;
  let page: Page;
  let sample = '';

  before(async () => {
    const files = await bundle('test/seeds/page/seeds-page.ts', served.resolve);
    cognito = await startLocalCognito({ seed: [GUIDES] });
    browser = await launchBrowser();
    server = await serve((path) => {
      if (path === '/') return { type: 'text/html', body: PAGE };
      const body = path === '/sample.js' ? sample : files.get(path);
      return body === undefined ? undefined : { type: 'text/javascript', body };
    });
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    await page.goto(server.origin);
    await page.waitForFunction(() => 'seeds' in window);
    const { endpoint, identityEndpoint: identityPoolEndpoint } = cognito;
    const pool = { userPoolId: GUIDES.pool.id, userPoolWebClientId: GUIDES.client.id };
    await page.evaluate(configure, { ...pool, endpoint, identityPoolEndpoint });
  });
  afterEach(() => page.context().close());

  return {
    get page() {
      return page;
    },
    get person() {
      return new Person(page);
    },
    get cognito() {
      return cognito;
    },
    async shows(name, component) {
      const names = await page.evaluate(() => Object.keys(window.seeds.names));
      const given = [...names, 'h', 'show', 'imported', 'exported', 'console'];
      sample = moduleOf(name, given, component === undefined ? [] : [component]);
      await page.evaluate((read) => window.seeds.runs('/sample.js', read), component);
    },
  };
}

export const logged = (page: Page): Promise<SeedsPage['logged']> => page.evaluate(() => window.seeds.logged);

/** Waits until a sample has logged this. */
export async function logs(page: Page, value: unknown): Promise<void> {
  await page.waitForFunction(() => window.seeds.logged.length > 0);
  assert.deepEqual((await logged(page)).at(-1), value);
}
