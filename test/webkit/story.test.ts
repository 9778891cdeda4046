import { after, before, describe, it } from 'node:test';
import { totpCode } from '../../demo/cognito/index.js';
import { APP, startDemo } from '../support/demo.js';
import type { Demo } from '../support/demo.js';
import { WebDriver } from '../support/web-driver.js';

const MINUTE = 60_000;
const EMAIL = 'ada@example.com';
const PASSWORD = 'Analytical-Engine-1';

describe('The story of a user of WebKit', () => {
  let now = Date.now();
  let demo: Demo;
  let browser: WebDriver;
  before(async () => {
    demo = await startDemo({ now: () => now });
    browser = await WebDriver.start();
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  it('leads from an empty page to an account with a second factor, and out again', async () => {
    await browser.open(demo.url);

    // An account.
    await browser.presses('Create an account');
    // The form before it has a field with this label, too.
    await browser.find('//button[normalize-space()="Create account"]');
    await browser.types('Username', 'ada');
    await browser.types('Email', EMAIL);
    await browser.types('Password', PASSWORD);
    await browser.presses('Create account');
    const message = `//li[contains(., "confirmation code") and contains(., "${EMAIL}")]`;
    await browser.types('Code', await browser.textOf(`${message}//code`));
    await browser.presses('Confirm');
    await browser.reads(APP);
    await browser.goes('refresh');
    await browser.reads(APP);

    // A second factor.
    await browser.presses('Set up an authenticator app');
    await browser.clicks('//summary[normalize-space()="Can’t scan it?"]');
    const key = await browser.textOf('//*[@data-auth="secret"]/code');
    const code = () => totpCode(key.replace(/\s/g, ''), now);
    await browser.types('Code', code());
    await browser.presses('Verify');
    await browser.reads(APP);
    await browser.presses('Sign out');

    // It is required from now on.
    now += MINUTE;
    await browser.types('Username', 'ada');
    await browser.types('Password', PASSWORD);
    await browser.presses('Sign in');
    await browser.types('Code', code());
    await browser.presses('Verify');
    await browser.reads(APP);
    await browser.presses('Sign out');
    await browser.find('//button[normalize-space()="Sign in"]');
  });
});
