import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP, startDemo } from '../support/demo.js';
import type { Demo } from '../support/demo.js';
import { until } from '../support/until.js';
import { WebDriver } from '../support/web-driver.js';

const HOSTED = 'Sign in on another page';

describe('A user of WebKit who signs in on the pages of the user pool', () => {
  let demo: Demo;
  let browser: WebDriver;
  let home: string;
  before(async () => {
    demo = await startDemo();
    home = demo.page('redirect', { domain: demo.cognito.domain });
    demo.cognito.allowRedirects('bcd890', [home, `${home}&grant=token`]);
  });
  beforeEach(async () => {
    // A new browser remembers nothing.
    browser = await WebDriver.start();
    await browser.open(home);
  });
  afterEach(() => browser.close());
  after(() => demo.close());

  const requested = (name: string) => demo.cognito.received.filter(({ operation }) => operation === name).length;

  const leaves = async () => {
    await browser.presses(HOSTED);
    await browser.find('//input[@type="password" and @id="password"]');
  };

  const comesBack = async (to = home) => {
    await browser.types('Username or email', 'hana');
    await browser.types('Password', PASSWORD);
    await browser.presses('Sign in');
    await browser.reads(APP);
    assert.equal(await browser.url(), to);
  };

  it('comes back signed in, and stays so over a reload', async () => {
    await leaves();
    await comesBack();
    assert.equal(await browser.run('return Object.keys(sessionStorage).length'), 0);
    await browser.goes('refresh');
    await browser.reads(APP);
    assert.equal(await browser.run('return window.redirect.auth.getState().user.username'), 'hana');
  });

  it('comes back with tokens in the address (implicit grant)', async () => {
    await browser.open(`${home}&grant=token`);
    await leaves();
    await comesBack(`${home}&grant=token`);
  });

  it('signs out there too', async () => {
    await leaves();
    await comesBack();
    const asked = requested('GET /logout');
    await browser.presses('Sign out');
    await until(() => requested('GET /logout') > asked, { what: 'the page of the sign-out' });
    await browser.find(`//button[normalize-space()="${HOSTED}"]`);
    await leaves();
  });

  it('goes Back, and can press again', async () => {
    await leaves();
    await browser.goes('back');
    await leaves();
    await comesBack();
  });

  it('goes Back to the sign-in pages and Forward again, and is still signed in', async () => {
    await leaves();
    await comesBack();
    const sent = requested('POST /oauth2/token');
    await browser.goes('back');
    await browser.find('//input[@type="password" and @id="password"]');
    await browser.goes('forward');
    await browser.reads(APP);
    assert.equal(await browser.url(), home);
    assert.equal(requested('POST /oauth2/token'), sent);
  });

  it('begins in two tabs and finishes both, the first last', async () => {
    await leaves();
    const first = await browser.openTab();
    await browser.open(home);
    await leaves();
    await comesBack();
    await browser.switchTo(first);
    await comesBack();
  });

  it('is told when a link brings an answer that this tab has not asked for', async () => {
    await browser.open(`${home}&code=attackers&state=ae-unknown`);
    const error = () => browser.run('return window.redirect?.auth.getState().error?.code');
    await until(async () => (await error()) === 'redirect-lost', { what: 'the form says so' });
    assert.equal(await browser.url(), home);
  });
});
