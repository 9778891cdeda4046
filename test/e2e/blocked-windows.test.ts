import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { IDENTITY_POOLS, SEED, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { served } from '../../scripts/sources.mjs';
import type { AuthConfig } from '../../src/config/config.js';
import { launchBrowser } from '../support/browser.js';
import { bundle } from '../support/bundle.js';
import { APP } from '../support/demo.js';
import { Person } from '../support/person.js';
import { serve } from '../support/serve.js';
import type { Server } from '../support/serve.js';

const FACEBOOK = 'https://connect.facebook.net/en_US/sdk.js';
const BLOCKED = 'The window was blocked. Please try again, or allow this page to open windows.';
/** What the page says in the console once a browser would block its windows. */
const IDLE = 'idle';

const MARKUP = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Windows</title>
  <main><section aria-label="The app"></section></main>
  <script type="module" src="/beside-page.js"></script>
</html>`;

// The console tells what happens, as tools that look count as users, for whom no window is blocked.
describe('A user who signs in by the stand-in of facebook', () => {
  let cognito: LocalCognito;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let person: Person;

  before(async () => {
    cognito = await startLocalCognito({ upstream: true });
    const files = await bundle('test/support/beside-page.ts', served.resolve);
    server = await serve((path) => {
      const script = files.get(path);
      return script === undefined ? { type: 'text/html', body: MARKUP } : { type: 'text/javascript', body: script };
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });

  const bringsScript = (given: Page | BrowserContext, until: () => Promise<unknown> = async () => undefined) =>
    given.route(FACEBOOK, async (route) => {
      const standIn = await fetch(`${cognito.endpoint}stand-ins/facebook.js`);
      await until();
      await route.fulfill({ contentType: 'text/javascript', body: await standIn.text() });
    });

  beforeEach(async () => {
    const { pool, client } = SEED[0]!;
    const config: AuthConfig = {
      userPoolId: pool.id,
      userPoolClientId: client.id,
      userPoolEndpoint: cognito.endpoint,
      identityPoolId: IDENTITY_POOLS[0].id,
      identityPoolEndpoint: cognito.identityEndpoint,
      providers: [{ name: 'facebook', clientId: 'local-facebook' }],
    };
    context = await browser.newContext();
    await bringsScript(context);
    page = await context.newPage();
    person = new Person(page);
    await person.opens(`${server.origin}/?${new URLSearchParams({ config: JSON.stringify(config) })}`);
    await person.isAt('Sign in');
    await page.evaluate(() => addEventListener('auth-error', ({ code }) => console.log(code)));
  });
  afterEach(() => context.close());

  const tells = (text: string) => page.waitForEvent('console', (message) => message.text() === text);

  const isBlocked = async (button: string): Promise<void> => {
    await Promise.all([tells('popup-blocked'), person.presses(button)]);
    await person.reads(BLOCKED);
  };

  const signsInBy = async (button: string): Promise<void> => {
    const [popup] = await Promise.all([page.waitForEvent('popup'), person.presses(button)]);
    await popup.getByRole('textbox').fill('gina');
    await popup.getByRole('button', { name: 'Continue', exact: true }).click();
    await person.reads(APP);
  };

  describe('found by the mail address', () => {
    it('does so in the window that the form opens', async () => {
      await page.evaluate(() => {
        document.querySelector('auth-authenticator')!.discovery = { 'example.com': 'facebook' };
      });
      await person.types('Username', 'gina@example.com');
      await signsInBy('Continue');
    });

    for (const button of ['Continue', 'Continue with Facebook']) {
      it(`reads that the window was blocked when it took long to find, and opens it by “${button}”`, async () => {
        await page.evaluate(() => {
          document.querySelector('auth-authenticator')!.discovery = async () => {
            while (navigator.userActivation.isActive) await new Promise(requestAnimationFrame);
            return { provider: 'facebook' };
          };
        });
        await person.types('Username', 'gina@example.com');
        await isBlocked('Continue');
        assert.equal(await person.valueOf('Username'), 'gina@example.com');
        await signsInBy(button);
      });
    }
  });

  it('reads that the window was blocked when the script took long, and opens it by another press', async () => {
    const idle = tells(IDLE);
    await bringsScript(page, () => idle);
    await page.evaluate((text) => {
      addEventListener('click', () => {
        void (async () => {
          while (navigator.userActivation.isActive) await new Promise(requestAnimationFrame);
          console.log(text);
        })();
      });
    }, IDLE);
    await isBlocked('Continue with Facebook');
    await signsInBy('Continue with Facebook');
  });
});
