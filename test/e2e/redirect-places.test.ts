import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
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
    const config = JSON.stringify({
      userPoolId: 'us-east-1_Example10',
      userPoolClientId: 'bcd890',
      userPoolEndpoint: evil,
      oauth: { domain: evil, redirectSignIn: home },
      providers: [{ name: 'google', issuer: evil, icon: 'javascript:alert(1)' }],
    });
    await page.evaluate((given) => {
      const section = document.createElement('section');
      section.ariaLabel = 'Injected';
      for (const name of ['auth-authenticator', 'auth-provider', 'auth-sign-in', 'auth-federated-buttons']) {
        const element = document.createElement(name);
        element.setAttribute('config', given);
        element.setAttribute('providers', '["google"]');
        element.setAttribute('oauth', given);
        element.setAttribute('user-pool-id', 'us-east-1_Example10');
        element.setAttribute('user-pool-client-id', 'bcd890');
        const button = element.appendChild(document.createElement('button'));
        button.setAttribute('provider', 'google');
        button.textContent = 'Win a phone';
        section.append(element);
      }
      document.body.append(section);
    }, config);
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
