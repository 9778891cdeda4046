import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GetOpenIdTokenForDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity';
import type { Browser, Page } from 'playwright-core';
import { IDENTITY_POOLS, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { served } from '../../scripts/sources.mjs';
import { checkedIdentitySdk } from '../local-cognito/support/checked-sdk.js';
import { launchBrowser } from '../support/browser.js';
import { bundle } from '../support/bundle.js';
import { serve } from '../support/serve.js';
import type { Server } from '../support/serve.js';

const POOL = IDENTITY_POOLS[0].id;

describe('A user of an identity pool in two tabs, whose token has expired,', () => {
  let cognito: LocalCognito;
  let server: Server;
  let browser: Browser;

  before(async () => {
    cognito = await startLocalCognito();
    const files = await bundle('test/support/sample-page.ts', served.resolve);
    const config = JSON.stringify({ identityPoolId: POOL, identityPoolEndpoint: cognito.identityEndpoint });
    const script = `
      import { configure } from '/sample-page.js';
      configure({ ...${config}, refreshHandlers: { developer: () => newerToken() } });
    `;
    const markup = `<!doctype html><html lang="en"><title>Tabs</title><script type="module">${script}</script></html>`;
    server = await serve((path) => {
      const file = files.get(path);
      return file === undefined ? { type: 'text/html', body: markup } : { type: 'text/javascript', body: file };
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });

  /** A token of the server of the developer. */
  async function login() {
    const sdk = checkedIdentitySdk(cognito.identityEndpoint);
    const input = { IdentityPoolId: POOL, Logins: { 'login.example': 'dana' } };
    const { Token = '', IdentityId = '' } = await sdk.send(new GetOpenIdTokenForDeveloperIdentityCommand(input));
    return { token: Token, expiresAt: Date.now() + 900_000, identityId: IdentityId };
  }

  it('stays signed in in both by one call of the refresh handler', async () => {
    const context = await browser.newContext();
    const asking = new Set<Page>();
    let calls = 0;
    let bothAsk = (): void => undefined;
    const asked = new Promise<void>((resolve) => (bothAsk = resolve));
    await context.exposeBinding('asks', ({ page }) => {
      if (asking.add(page).size === 2) bothAsk();
    });
    await context.exposeFunction('newerToken', async () => {
      calls += 1;
      // Not before the other tab wants one too.
      await asked;
      return login();
    });
    const tabs = [await context.newPage(), await context.newPage()];
    for (const tab of tabs) {
      await tab.goto(server.origin);
      await tab.waitForFunction(() => 'sample' in window && window.sample.auth);
    }
    const [first] = tabs;
    await first!.evaluate(
      (given) => window.sample.auth.client.federate({ provider: 'developer', login: given }),
      await login(),
    );
    await first!.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => localStorage.getItem(name)?.includes('"identity"')) ?? '';
      const record = JSON.parse(localStorage.getItem(key) ?? '') as object;
      localStorage.setItem(key, JSON.stringify({ ...record, lifetime: 1 }));
    });
    const identities = await Promise.all(
      tabs.map((tab) =>
        tab.evaluate(async () => {
          const credentials = window.sample.auth.getCredentials({ forceRefresh: true });
          await (Reflect.get(window, 'asks') as () => Promise<void>)();
          const { authenticated, identityId } = await credentials;
          return authenticated && identityId;
        }),
      ),
    );
    assert.ok(identities[0]);
    assert.equal(identities[1], identities[0]);
    assert.equal(calls, 1);
    await context.close();
  });
});
