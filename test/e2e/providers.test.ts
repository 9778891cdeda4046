import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { CognitoIdentityClient, GetIdCommand } from '@aws-sdk/client-cognito-identity';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { IDENTITY_POOLS, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { served } from '../../scripts/sources.mjs';
import { launchBrowser } from '../support/browser.js';
import { bundle } from '../support/bundle.js';
import type { ProviderPage } from '../support/provider-page.js';
import { serve } from '../support/serve.js';
import type { Server } from '../support/serve.js';

/** The scripts of the companies, each with its stand-in, and the key of its tokens in `Logins`. */
const SCRIPTS = {
  google: ['https://accounts.google.com/gsi/client', 'accounts.google.com'],
  facebook: ['https://connect.facebook.net/en_US/sdk.js', 'graph.facebook.com'],
  amazon: ['https://assets.loginwithamazon.com/sdk/na/login1.js', 'www.amazon.com'],
  apple: ['https://appleid.cdn-apple.com/appleauth/static/jsapi/appleid/1/en_US/appleid.auth.js', 'appleid.apple.com'],
} as const;
type Name = keyof typeof SCRIPTS;
const NAMES = Object.keys(SCRIPTS) as readonly Name[];

/** The providers that ask in a window as soon as the button of the page is pressed. */
const WITH_WINDOW = ['facebook', 'amazon', 'apple'] as const;

const ALLOWED = Object.values(SCRIPTS).map(([address]) => address);
const NONCE = 'cjRuZDBt';

const policyOf = (scripts: string, trusted: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    'frame-src http://localhost:*',
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
  ].join('; ');

const GOOD = policyOf(["'self'", ...ALLOWED].join(' '), 'auth-elements');

/** The page under each policy, by its path. */
const PAGES: Readonly<
  Record<string, { readonly policy: string; readonly headers?: Readonly<Record<string, string>> }>
> = {
  '/': { policy: GOOD },
  '/popups': { policy: GOOD, headers: { 'cross-origin-opener-policy': 'same-origin-allow-popups' } },
  '/isolated': { policy: GOOD, headers: { 'cross-origin-opener-policy': 'same-origin' } },
  '/nonce': { policy: policyOf(`'nonce-${NONCE}'`, 'auth-elements') },
  '/strict-dynamic': { policy: policyOf(`'nonce-${NONCE}' 'strict-dynamic'`, 'auth-elements') },
  '/without-hosts': { policy: policyOf("'self'", 'auth-elements') },
  '/without-policy': { policy: policyOf(["'self'", ...ALLOWED].join(' '), 'other') },
};

const MARKUP = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Providers</title>
  <main><div id="google-button"></div></main>
  <script type="module" src="/provider-page.js" nonce="${NONCE}"></script>
</html>`;

describe('A page with a strict policy, and a user who signs in by', () => {
  let cognito: LocalCognito;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** How often each script was requested. */
  let requested: string[];

  before(async () => {
    cognito = await startLocalCognito({ upstream: true });
    const files = await bundle('test/support/provider-page.ts', served.resolve);
    server = await serve((path) => {
      const script = files.get(path);
      if (script !== undefined) return { type: 'text/javascript', body: script };
      const found = PAGES[path];
      return found && { type: 'text/html', body: MARKUP, ...found };
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });

  beforeEach(async () => {
    context = await browser.newContext();
    requested = [];
    for (const name of NAMES) {
      await context.route(SCRIPTS[name][0], async (route) => {
        requested.push(name);
        const standIn = await fetch(`${cognito.endpoint}stand-ins/${name}.js`);
        await route.fulfill({ contentType: 'text/javascript', body: await standIn.text() });
      });
    }
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const opens = (path = '/'): Promise<unknown> => page.goto(server.origin + path);

  const presses = (name: Name): Promise<void> => page.getByRole('button', { name: `Sign in by ${name}` }).click();

  /** Presses the button, and answers with the window that it opens. */
  async function opensWindow(name: Name): Promise<Page> {
    const [popup] = await Promise.all([page.waitForEvent('popup'), pressesThrough(name)]);
    return popup;
  }

  /** Google opens its window by a button of its own only. */
  async function pressesThrough(name: Name): Promise<void> {
    await presses(name);
    if (name === 'google') await page.getByRole('button', { name: 'Choose an account' }).click();
  }

  async function signsIn(popup: Page, login = 'gina'): Promise<void> {
    await popup.getByRole('textbox').fill(login);
    await popup.getByRole('button', { name: 'Continue', exact: true }).click();
  }

  const outcome = async (): Promise<NonNullable<ProviderPage['outcome']>> => {
    await page.waitForFunction(() => window.providers.outcome !== undefined);
    return (await page.evaluate(() => window.providers.outcome))!;
  };

  /** The identity that a token stands for. */
  async function identityOf(name: Name, token: string | undefined): Promise<string | undefined> {
    const client = new CognitoIdentityClient({ region: 'us-east-1', endpoint: cognito.identityEndpoint });
    const Logins = { [SCRIPTS[name][1]]: token ?? '' };
    return (await client.send(new GetIdCommand({ IdentityPoolId: IDENTITY_POOLS[1].id, Logins }))).IdentityId;
  }

  for (const name of NAMES) {
    it(`the stand-in of ${name} brings a token that the identity pool takes`, async () => {
      await opens();
      await signsIn(await opensWindow(name));
      const { token, user, code } = await outcome();
      assert.equal(code, undefined);
      assert.equal(user?.['name'], 'Gina Google');
      assert.equal(user['email'], 'gina@example.com');
      assert.match((await identityOf(name, token)) ?? '', /^us-east-1:/);
    });
  }

  for (const name of WITH_WINDOW) {
    it(`the stand-in of ${name} has nothing to tell when they close its window, and can be asked again`, async () => {
      await opens();
      await (await opensWindow(name)).close();
      assert.equal((await outcome()).code, 'cancelled');
      await signsIn(await opensWindow(name));
      assert.equal((await outcome()).code, undefined);
      assert.deepEqual(requested, [name], 'the script is loaded once');
    });

    it(`the stand-in of ${name} has nothing to tell where the page is isolated from its windows`, async () => {
      await opens('/isolated');
      await opensWindow(name);
      assert.equal((await outcome()).code, 'cancelled');
    });

    it(`the stand-in of ${name} is not asked where no click asked for its window`, async () => {
      const [said] = await Promise.all([page.waitForEvent('console'), opens(`/#${name}`)]);
      assert.equal(said.text(), 'popup-blocked');
    });
  }

  it('a stand-in where the page is isolated, but not from its windows', async () => {
    await opens('/popups');
    await signsIn(await opensWindow('facebook'));
    assert.equal((await outcome()).code, undefined);
  });

  it('the stand-in of google closes its prompt', async () => {
    await opens();
    await presses('google');
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal((await outcome()).code, 'cancelled');
  });

  it('the button that the stand-in of google draws, again and again', async () => {
    await opens();
    assert.equal(await page.evaluate(() => window.providers.drawGoogle()), undefined);
    for (const login of ['gina', 'greg']) {
      const [popup] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('button', { name: 'Continue with Google' }).click(),
      ]);
      await signsIn(popup, login);
      const { token, code } = await outcome();
      assert.equal(code, undefined);
      assert.match((await identityOf('google', token)) ?? '', /^us-east-1:/);
      await page.evaluate(() => (window.providers.outcome = undefined));
      // Who is signed in at the provider is not asked again.
      await context.clearCookies();
    }
  });

  for (const name of ['google', 'facebook', 'amazon'] as const) {
    it(`the stand-in of ${name} brings a newer token without asking, until the user has left there`, async () => {
      await opens();
      await signsIn(await opensWindow(name));
      const { token } = await outcome();
      const identity = await identityOf(name, token);
      const newer = await page.evaluate(() => window.providers.renew());
      assert.equal(newer.code, undefined);
      assert.notEqual(newer.token, token);
      assert.equal(await identityOf(name, newer.token), identity);
      await context.clearCookies();
      assert.equal((await page.evaluate(() => window.providers.renew())).code, 'session-expired');
      await page.evaluate(() => window.providers.signOff());
    });
  }

  for (const path of ['/nonce', '/strict-dynamic']) {
    it(`a stand-in that the policy of ${path} lets in by the nonce of the page`, async () => {
      await opens(path);
      await signsIn(await opensWindow('apple'));
      assert.equal((await outcome()).code, undefined);
    });
  }

  it('no stand-in where the policy refuses its script, and reads which directive did', async () => {
    await opens('/without-hosts');
    for (const name of NAMES) {
      await presses(name);
      const { code, detail = '' } = await outcome();
      assert.equal(code, 'provider-unavailable');
      assert.match(detail, /^Content-Security-Policy: script-src(-elem)? https:/);
    }
    assert.deepEqual(requested, []);
  });

  it('no stand-in where the page does not allow our policy of Trusted Types, and reads which', async () => {
    await opens('/without-policy');
    await presses('facebook');
    assert.deepEqual(await outcome(), {
      code: 'provider-unavailable',
      detail: 'Content-Security-Policy: trusted-types auth-elements',
    });
  });

  it('a stand-in whose script did not come, once it does', async () => {
    await opens();
    await page.route(SCRIPTS.apple[0], (route) => route.abort('blockedbyclient'), { times: 1 });
    await presses('apple');
    assert.deepEqual(await outcome(), { code: 'provider-unavailable', detail: SCRIPTS.apple[0] });
    await signsIn(await opensWindow('apple'));
    assert.equal((await outcome()).code, undefined);
  });
});
