import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { setDemoStage } from '../support/demo-stage.js';
import type { GuidesPage } from '../support/guides-page.js';
import { until } from '../support/until.js';

declare global {
  interface Window {
    guides: GuidesPage;
  }
}

describe('An app of the guides that signs users in on the pages of the user pool', () => {
  const stage = setDemoStage();
  let home: string;
  let page: Page;
  before(() => {
    const { cognito } = stage.demo;
    home = stage.demo.page('guides', { domain: cognito.domain });
    cognito.allowRedirects('bcd890', [home]);
  });
  beforeEach(async () => {
    page = await (await stage.browser.newContext()).newPage();
    await page.goto(home);
  });
  afterEach(() => page.context().close());

  const presses = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const told = () => page.evaluate(() => [...window.guides.told]);

  /** Leaves for the sign-in pages. Returns the `state` of the redirect. */
  async function leaves(): Promise<string> {
    await presses('Sign in on another page');
    await page.getByLabel('Username or email').waitFor();
    return new URL(page.url()).searchParams.get('state') ?? '';
  }

  /** Waits until the page has told of as many events. */
  const hears = (count: number) => until(async () => (await told()).length >= count, { what: `${count} events` });

  it('hears of the return, of the user and of its state, and leaves nothing in the address', async () => {
    await leaves();
    await page.getByLabel('Username or email').fill('hana');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(home);
    await hears(4);
    assert.deepEqual(await told(), [
      `parsingCallbackUrl ${home.replace(/\?.*/, '')}`,
      'signIn hana',
      'cognitoHostedUI hana',
      'customOAuthState from the test',
    ]);
    const email = await page.evaluate(async () => {
      const user = await window.guides.Auth.currentAuthenticatedUser();
      return user.attributes?.['email'];
    });
    assert.equal(email, 'hana@example.com');
    await page.reload();
    const session = await page.evaluate(async () => (await window.guides.Auth.currentSession()).isValid());
    assert.equal(session, true);
    assert.deepEqual(await told(), [], 'a reload is no sign-in');
  });

  it('hears of a refusal, three times as there, and can start again', async () => {
    const state = await leaves();
    await page.goto(`${home}&error=access_denied&error_description=Not+today&state=${state}`);
    await hears(4);
    const [, ...failures] = await told();
    assert.deepEqual(
      failures.map((text) => text.replace(/ .*/, '')),
      ['signIn_failure', 'cognitoHostedUI_failure', 'customState_failure'],
    );
    await leaves();
  });
});
