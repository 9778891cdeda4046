import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { launchBrowser } from '../support/browser.js';
import { bundle } from '../support/bundle.js';
import { serve } from '../support/serve.js';
import type { Server } from '../support/serve.js';
import { until } from '../support/until.js';
import type { AmplifyPage } from './support/amplify-page.js';
import { HOSTED_POOL, PASSWORD } from './support/stage.js';

let [cognito, server, browser]: [LocalCognito?, Server?, Browser?] = [];
let page: Page;

before(async () => {
  const files = await bundle('test/local-cognito/support/amplify-page.ts');
  server = await serve((path) => {
    const body = files.get(path);
    if (body !== undefined) return { type: 'text/javascript', body };
    return {
      type: 'text/html',
      body: '<!doctype html><title>App</title><script type="module" src="/amplify-page.js"></script>',
    };
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  cognito = await startLocalCognito({ tls: true, upstream: true });
  const app = `${server!.origin}/`;
  cognito.allowRedirects(HOSTED_POOL.clientId, [app]);
  // No authority has signed the certificate of the second port, and Amplify knows https only.
  const context = await browser!.newContext({ ignoreHTTPSErrors: true });
  await context.addInitScript((configuration) => Object.assign(globalThis, { configuration }), {
    Auth: {
      Cognito: {
        userPoolId: HOSTED_POOL.userPoolId,
        userPoolClientId: HOSTED_POOL.clientId,
        userPoolEndpoint: cognito.endpoint,
        loginWith: {
          oauth: {
            domain: cognito.tlsDomain!,
            scopes: ['openid', 'email', 'aws.cognito.signin.user.admin'],
            redirectSignIn: [app],
            redirectSignOut: [app],
            responseType: 'code',
          },
        },
      },
    },
  });
  page = await context.newPage();
  await page.goto(app);
});
afterEach(async () => {
  await page.context().close();
  await cognito?.close();
});

/** Leaves the app for the hosted pages, or a provider. The call answers when the page is gone, or never. */
async function leave(provider?: 'Google'): Promise<void> {
  await page.evaluate((name) => {
    // The script of the page has put it there.
    const { auth } = globalThis as unknown as AmplifyPage;
    void auth.signInWithRedirect(name && { provider: name });
  }, provider);
}

/** The user name in the ID token, once the app has its tokens. */
const username = (forceRefresh = false): Promise<unknown> =>
  page.evaluate(async (force) => {
    const { auth } = globalThis as unknown as AmplifyPage;
    const { tokens } = await auth.fetchAuthSession({ forceRefresh: force });
    return tokens?.idToken?.payload['cognito:username'];
  }, forceRefresh);

/** Waits until the app is back with tokens. */
const signedInAs = (name: string) =>
  until(async () => (await username().catch(() => undefined)) === name, { what: `Amplify signs in ${name}` });

const requests = (operation: string) => cognito!.received.filter((one) => one.operation === operation).length;

describe('Amplify', () => {
  it('signs in on the hosted pages, refreshes by the API, and signs out of the pages too', async () => {
    await leave();
    await page.getByLabel('Username or email').fill('hana');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signedInAs('hana');
    assert.equal(requests('POST /oauth2/token'), 1);
    assert.equal(await username(true), 'hana');
    assert.equal(requests('GetTokensFromRefreshToken'), 1);
    const returned = page.waitForEvent('load');
    await page.evaluate(() => {
      const { auth } = globalThis as unknown as AmplifyPage;
      void auth.signOut();
    });
    await returned;
    assert.equal(requests('GET /logout'), 1);
    assert.equal(page.url(), `${server!.origin}/`);
    await leave();
    await page.getByLabel('Password').waitFor();
  });

  it('signs in at a provider', async () => {
    await leave('Google');
    await page.getByLabel('Username').fill('gina');
    await page.getByRole('button', { name: 'Continue' }).click();
    await signedInAs('google_gina');
  });
});
