import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { injectMarkup } from '../support/injected-markup.js';
import { setRedirectStage } from '../support/redirect-stage.js';
import type { RedirectingPerson } from '../support/redirecting-person.js';
import { serve } from '../support/serve.js';

const NOT_HERE = 'This page cannot complete your sign-in.';

describe('A user who wants to sign in on the pages of the user pool', () => {
  const stage = setRedirectStage();
  let page: Page;
  let person: RedirectingPerson;
  let home: string;
  beforeEach(() => ({ page, person, home } = stage));

  it('stays where the page is framed by one of another origin, for the pages refuse that', async () => {
    const outer = await serve(() => ({ type: 'text/html', body: `<iframe title="Shop" src="${home}"></iframe>` }));
    const before = stage.requested('GET /oauth2/authorize');
    try {
      await page.goto(outer.origin);
      const app = page.frameLocator('iframe');
      await app.getByRole('button', { name: 'Sign in on another page' }).click();
      await app.getByText(NOT_HERE).first().waitFor();
      assert.equal(page.url(), `${outer.origin}/`);
      assert.equal(page.frames().at(-1)?.url(), home);
      assert.equal(stage.requested('GET /oauth2/authorize'), before);
    } finally {
      await outer.close();
    }
  });

  it('stays where the browser blocks the storage, for nothing could be kept until the return', async () => {
    const before = stage.requested('GET /oauth2/authorize');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('Blocked.', 'SecurityError');
        },
      }),
    );
    await page.reload();
    await person.isAt('Sign in');
    await person.presses('Sign in on another page');
    await person.reads(NOT_HERE);
    assert.equal(page.url(), home);
    assert.equal(stage.requested('GET /oauth2/authorize'), before);
  });

  it('finds no other place to go to in markup that was injected', async () => {
    const evil = 'https://evil.example';
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('evil.example') && asked.push(request.url()));
    const pool = {
      userPoolId: 'us-east-1_Example10',
      userPoolClientId: 'bcd890',
      userPoolEndpoint: evil,
      oauth: { domain: evil, redirectSignIn: home },
    };
    const issuer = { name: 'google', issuer: evil, clientId: 'an-app' };
    // The first two would be accepted from a script.
    for (const providers of [['google'], [issuer], [{ ...issuer, icon: 'javascript:alert(1)' }]]) {
      const config = JSON.stringify({ ...pool, providers });
      await injectMarkup(page, {
        tags: [
          'auth-authenticator',
          'auth-provider',
          'auth-sign-in',
          'auth-federated-buttons',
          'auth-provider auth-federated-buttons',
        ],
        attributes: {
          config,
          providers: '["google"]',
          oauth: config,
          'user-pool-id': pool.userPoolId,
          'user-pool-client-id': pool.userPoolClientId,
        },
        button: 'Win a phone',
      });
    }
    const injected = page.getByRole('region', { name: 'Injected' });
    await injected.getByRole('button', { name: 'Win a phone' }).first().waitFor();
    for (const button of await injected.getByRole('button', { name: 'Win a phone' }).all()) {
      if (await button.isVisible()) await button.click();
    }
    await person.isAt('Sign in');
    assert.equal(new URL(page.url()).origin, new URL(home).origin);
    assert.deepEqual(asked, []);
  });
});
