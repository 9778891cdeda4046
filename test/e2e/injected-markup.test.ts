import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { injectMarkup } from '../support/injected-markup.js';
import { Person } from '../support/person.js';
import { until } from '../support/until.js';

const EVIL = 'https://evil.example/';

/** Makes the tokens in localStorage a day old, so that they are refreshed before use. */
function age(): void {
  for (const [key, text] of Object.entries(localStorage)) {
    const record: unknown = JSON.parse(String(text));
    if (typeof record !== 'object' || record === null || !('receivedAt' in record)) continue;
    localStorage.setItem(key, JSON.stringify({ ...record, receivedAt: Date.now() - 86_400_000 }));
  }
}

describe('An authenticator in markup that was injected into the page of a signed-in user', () => {
  const stage = setDemoStage();
  let page: Page;
  /** Everything that was sent to the attacker's URLs. */
  let sent: string[];
  /** The errors in the console. */
  let problems: string[];

  beforeEach(async () => {
    const context = await stage.browser.newContext();
    page = await context.newPage();
    [sent, problems] = [[], []];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    const person = new Person(page);
    await person.opens(stage.demo.url);
    await person.signsIn('jane', PASSWORD);
    await person.reads(APP);
    await page.evaluate(age);
  });
  afterEach(() => page.context().close());

  /** The same pool and client at another endpoint. Resolves when the element has done what it does by itself. */
  async function inject(endpoint: string, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    for (const address of [endpoint, EVIL]) {
      await page.route(address, (route) => {
        sent.push(`${route.request().headers()['x-amz-target']} ${route.request().postData()}`);
        return route.fulfill({ status: 400, body: '{"__type":"InternalErrorException"}' });
      });
    }
    const pool = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', userPoolEndpoint: endpoint };
    await injectMarkup(page, {
      tags: ['auth-authenticator'],
      attributes: {
        config: JSON.stringify(pool),
        'user-pool-id': pool.userPoolId,
        'user-pool-client-id': pool.userPoolClientId,
        'user-pool-endpoint': endpoint,
        ...attributes,
      },
    });
  }

  const injected = () => page.getByRole('region', { name: 'Injected' });

  /** Waits until it has restored the session, or failed to. */
  const settles = () =>
    injected()
      .getByText('not set up correctly')
      .or(injected().getByRole('heading', { name: /Sign in|Hello/ }))
      .first()
      .waitFor();

  it('is refused at another host: it sends nothing, shows no form, and has an error in the console', async () => {
    await inject(EVIL, { 'auth-flow': 'USER_PASSWORD_AUTH' });
    await settles();
    assert.deepEqual(sent, []);
    assert.equal(await injected().getByRole('textbox').count(), 0);
    await until(() => problems.length > 0, { what: 'the error in the console' });
    assert.match(problems.join(), /"user-pool-endpoint" must be an address of this device or of the page’s own origin/);
  });

  it('is refused at another host while it is hidden, too', async () => {
    await inject(EVIL, { hidden: '' });
    await until(() => problems.length > 0, { what: 'the error in the console' });
    assert.match(problems.join(), /"user-pool-endpoint" must be/);
    assert.deepEqual(sent, []);
  });

  it('has no session at another URL of this origin, so no token is sent there', async () => {
    await inject(`${stage.demo.url}comments`);
    await settles();
    assert.deepEqual(sent, []);
    await injected().getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.deepEqual(problems, []);
    const record = await page.evaluate(() => Object.values(localStorage).join());
    assert.match(record, /refreshToken/, 'the session of the page is still there');
  });
});
