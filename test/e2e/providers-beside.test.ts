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
const GOOGLE = 'https://accounts.google.com/gsi/client';
const ISSUER = 'Continue with Example Inc.';
const LOST = 'That sign-in was not completed. Please start again.';

const policyOf = (services: readonly string[], trusted: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${FACEBOOK} ${GOOGLE}`,
    "style-src 'self'",
    `connect-src ${services.join(' ')}`,
    'frame-src http://localhost:*',
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types lit-html ${trusted}`,
  ].join('; ');

const MARKUP = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Providers beside the user pool</title>
  <main><section aria-label="The app"></section></main>
  <script type="module" src="/beside-page.js"></script>
</html>`;

describe('A user of a page with a strict policy, who signs in beside the user pool,', () => {
  let cognito: LocalCognito;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let person: Person;
  let home: string;

  before(async () => {
    cognito = await startLocalCognito({ upstream: true });
    const files = await bundle('test/support/beside-page.ts', served.resolve);
    const services = [cognito.endpoint, `${cognito.upstream!}/`];
    const pages = new Map([
      ['/', policyOf(services, 'auth-elements')],
      ['/without-policy', policyOf(services, 'other')],
    ]);
    server = await serve((path) => {
      const script = files.get(path);
      if (script !== undefined) return { type: 'text/javascript', body: script };
      const policy = pages.get(path);
      return policy === undefined ? undefined : { type: 'text/html', body: MARKUP, policy };
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });

  const addressOf = (path = '/'): string => {
    const { pool, client } = SEED[0]!;
    const config: AuthConfig = {
      userPoolId: pool.id,
      userPoolClientId: client.id,
      userPoolEndpoint: cognito.endpoint,
      identityPoolId: IDENTITY_POOLS[0].id,
      identityPoolEndpoint: cognito.identityEndpoint,
      providers: [
        { name: 'google', clientId: 'local-google' },
        { name: 'facebook', clientId: 'local-facebook' },
        {
          name: 'example',
          label: 'Example Inc.',
          issuer: cognito.upstream!,
          clientId: 'local-app',
          scopes: ['openid', 'profile', 'email', 'offline_access'],
        },
      ],
    };
    return `${server.origin}${path}?${new URLSearchParams({ config: JSON.stringify(config) })}`;
  };

  beforeEach(async () => {
    home = addressOf();
    cognito.allowUpstreamRedirects([home]);
    context = await browser.newContext();
    for (const [address, name] of [
      [FACEBOOK, 'facebook'],
      [GOOGLE, 'google'],
    ] as const) {
      await context.route(address, async (route) => {
        const standIn = await fetch(`${cognito.endpoint}stand-ins/${name}.js`);
        await route.fulfill({ contentType: 'text/javascript', body: await standIn.text() });
      });
    }
    page = await context.newPage();
    person = new Person(page);
    await person.opens(home);
  });
  afterEach(() => context.close());

  const heard = () => page.evaluate(() => window.beside.heard);

  const identity = () =>
    page.evaluate(async () => {
      const found = await window.beside.auth.client.identity();
      return found && { provider: found.provider, token: found.token.reveal(), user: found.user };
    });

  const isAuthenticated = () => page.evaluate(async () => (await window.beside.auth.getCredentials()).authenticated);

  const opensWindow = async (button: string): Promise<Page> => {
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: button }).click()]);
    return popup;
  };

  const signsInAt = async (there: Page, login = 'gina'): Promise<void> => {
    await there.getByRole('textbox').fill(login);
    await there.getByRole('button', { name: 'Continue', exact: true }).click();
  };

  const leaves = async (): Promise<void> => {
    await person.presses(ISSUER);
    await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    assert.equal(new URL(page.url()).origin, cognito.upstream);
  };

  const returns = async (): Promise<void> => {
    await leaves();
    await signsInAt(page);
    await person.reads(APP);
  };

  describe('at the stand-in of facebook', () => {
    it('is signed in, gets AWS credentials, stays so over a reload, and signs out', async () => {
      await signsInAt(await opensWindow('Continue with Facebook'));
      await person.reads(APP);
      assert.deepEqual(await heard(), ['signed in Gina Google, before']);
      assert.equal((await identity())?.provider, 'graph.facebook.com');
      assert.equal(await isAuthenticated(), true);
      await page.reload();
      await person.reads(APP);
      assert.equal(await isAuthenticated(), true);
      await person.presses('Sign out');
      await person.isAt('Sign in');
      assert.deepEqual(await heard(), ['signed in Gina Google, before', 'signed out user']);
    });

    it('closes the window, is told in passing, and can press again', async () => {
      await (await opensWindow('Continue with Facebook')).close();
      await person.reads('Cancelled.');
      await page.locator('[data-provider=facebook][aria-disabled=false]').waitFor();
      await signsInAt(await opensWindow('Continue with Facebook'));
      await person.reads(APP);
    });

    it('reads that it does not work here where the page does not allow it', async () => {
      await person.opens(addressOf('/without-policy'));
      await person.presses('Continue with Facebook');
      await person.reads('This does not work here. Please choose another way.');
      assert.deepEqual(await heard(), ['error provider-unavailable']);
    });
  });

  describe('at the stand-in of google', () => {
    it('is signed in by the button that it draws', async () => {
      await signsInAt(await opensWindow('Continue with Google'));
      await person.reads(APP);
      assert.equal((await identity())?.provider, 'accounts.google.com');
      assert.equal(await isAuthenticated(), true);
    });

    it('reads that it does not work here where the page does not allow it', async () => {
      await person.opens(addressOf('/without-policy'));
      await person.presses('Continue with Google');
      await person.reads('This does not work here. Please choose another way.');
    });
  });

  describe('at an issuer', () => {
    it('comes back signed in, with nothing of it in the address or the store of the tab', async () => {
      await returns();
      assert.equal(page.url(), home);
      assert.deepEqual(await heard(), ['signed in Gina Google, before']);
      assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
      assert.equal((await identity())?.provider, new URL(cognito.upstream!).host);
      assert.equal(await isAuthenticated(), true);
    });

    it('cancels there, is told in passing, and can press again', async () => {
      await leaves();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await person.isAt('Sign in');
      await person.reads('Cancelled.');
      await returns();
    });

    it('goes Back, finds the button free, and can press again', async () => {
      await leaves();
      await page.goBack();
      await person.isAt('Sign in');
      await returns();
    });

    it('stays signed in by newer tokens, as long as the issuer gives them', async () => {
      await returns();
      const before = await identity();
      /** Lets the token expire, and asks for credentials. Answers with the refresh token of before, or with an error. */
      const expires = (refreshToken?: string) =>
        page.evaluate(async (token) => {
          const key = Object.keys(localStorage).find((name) => localStorage.getItem(name)?.includes('"identity"'))!;
          const record = JSON.parse(localStorage.getItem(key)!) as Readonly<Record<string, unknown>>;
          const changed = { ...record, lifetime: 1, ...(token && { refreshToken: token }) };
          localStorage.setItem(key, JSON.stringify(changed));
          return window.beside.auth.getCredentials({ forceRefresh: true }).then(
            ({ authenticated }) => authenticated && String(record['refreshToken']),
            (error: unknown) => (error as { readonly code: string }).code,
          );
        }, refreshToken);
      const first = await expires();
      assert.notEqual(await expires(), first, 'the refresh token is another one each time');
      const now = await identity();
      assert.equal(now?.provider, before?.provider);
      assert.deepEqual(now?.user, before?.user);
      assert.equal(await expires('never-issued'), 'session-expired');
      await person.isAt('Sign in');
      assert.deepEqual((await heard()).slice(1), ['signed out expired', 'error session-expired']);
    });

    it('signs out there too, and is asked again', async () => {
      await returns();
      await person.presses('Sign out');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page.waitForURL(home);
      await person.isAt('Sign in');
      await leaves();
    });

    for (const [what, answer] of Object.entries({
      'an answer of another issuer': 'code=one&iss=https%3A%2F%2Fevil.example',
      'two codes': 'code=one&code=two',
      'a code that was never issued': 'code=one',
    })) {
      it(`is asked to start again after ${what}`, async () => {
        await leaves();
        await page.goBack();
        const [kept = ''] = await page.evaluate(() => Object.keys(sessionStorage));
        const state = kept.replace('auth-elements.redirect.', '');
        const iss = answer.includes('iss=') ? '' : `&iss=${encodeURIComponent(cognito.upstream!)}`;
        await person.opens(`${home}&${answer}&state=${state}${iss}`);
        await person.reads(LOST);
        assert.equal(page.url(), home);
      });
    }

    it('is not signed in by a link of somebody else', async () => {
      await person.opens(`${home}&code=attackers&state=ae-of-somebody&iss=${encodeURIComponent(cognito.upstream!)}`);
      await person.reads(LOST);
      assert.equal(await identity(), undefined);
    });
  });
});
