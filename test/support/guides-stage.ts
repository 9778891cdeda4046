import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { served } from '../../scripts/sources.mjs';
import { launchBrowser } from './browser.js';
import { bundle } from './bundle.js';
import type { SharedPage } from './shared-page.js';
import { Person } from './person.js';
import { serve } from './serve.js';
import type { Server } from './serve.js';

/** A user before a page whose app was written by the guides, in a browser that remembers nothing. */
export interface GuidesStage {
  readonly page: Page;
  readonly person: Person;
  readonly cognito: LocalCognito;
  /** Opens a page with this below the heading of the app. */
  opens(markup: string): Promise<void>;
  /** Where the page is: `http://localhost:49152/` */
  readonly home: string;
  /** Configures `Amplify` for the local Cognito, with more keys for `Auth`. */
  configures(more?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Waits until `Hub` has told this last, and returns all that it has told. */
  hears(event: string): Promise<readonly string[]>;
}

/** The scripts of companies, and what stands in for each. */
const SCRIPTS = {
  'https://accounts.google.com/gsi/client': 'google',
  'https://connect.facebook.net/en_US/sdk.js': 'facebook',
  'https://assets.loginwithamazon.com/sdk/na/login1.js': 'amazon',
} as const;

/** The domain of an issuer that a page may ask. */
export const ISSUER = 'example.eu.auth0.com';

const POLICY = [
  "default-src 'none'",
  `script-src 'self' ${Object.keys(SCRIPTS).join(' ')}`,
  `connect-src http://localhost:* https://${ISSUER}`,
  'frame-src http://localhost:*',
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html auth-elements',
].join('; ');

const documentOf = (markup: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>An app of the guides</title>
  <main><section aria-label="The app">${markup}</section></main>
  <script type="module" src="/shared-page.js"></script>
</html>`;

const toldIn = (page: Page): Promise<SharedPage['told']> => page.evaluate(() => window.shared.told);

/** All of it for the tests of a file. */
export function setGuidesStage(): GuidesStage {
  let browser: Browser;
  let cognito: LocalCognito;
  let server: Server;
  let page: Page;
  let markup = '';

  before(async () => {
    const files = await bundle('test/support/shared-page.ts', served.resolve);
    cognito = await startLocalCognito({ upstream: true });
    browser = await launchBrowser();
    server = await serve((path) => {
      if (path === '/') return { type: 'text/html', body: documentOf(markup), policy: POLICY };
      const body = files.get(path);
      return body === undefined ? undefined : { type: 'text/javascript', body };
    });
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });
  beforeEach(async () => {
    const context = await browser.newContext();
    for (const [address, name] of Object.entries(SCRIPTS)) {
      await context.route(address, async (route) => {
        const standIn = await fetch(`${cognito.endpoint}stand-ins/${name}.js`);
        await route.fulfill({ contentType: 'text/javascript', body: await standIn.text() });
      });
    }
    page = await context.newPage();
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
    async opens(content) {
      markup = content;
      await page.goto(server.origin);
      await page.waitForFunction(() => 'shared' in window);
    },
    get home() {
      return `${server.origin}/`;
    },
    configures: (more = {}) =>
      page.evaluate((Auth) => void window.shared.compat.Amplify.configure({ Auth }), {
        userPoolId: 'us-east-1_Example1',
        userPoolWebClientId: 'abc123',
        endpoint: cognito.endpoint,
        ...more,
      }),
    async hears(event) {
      await page.waitForFunction((wanted) => window.shared.told.at(-1) === wanted, event);
      return toldIn(page);
    },
  };
}
