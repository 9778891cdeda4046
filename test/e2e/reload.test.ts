import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startDemo } from '../support/demo.js';
import type { Demo } from '../support/demo.js';
import { Person } from '../support/person.js';

const PASSWORD = 'Correct-Horse-7';

describe('somebody who reloads the page', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startDemo();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await demo.close();
  });

  it('comes back to the code of their new account, until they leave it', async () => {
    const person = new Person(await browser.newPage());
    await person.opens(demo.url);
    await person.signsIn('una', PASSWORD);
    await person.isAt('Confirm your account');
    await person.page.reload();
    await person.isAt('Confirm your account');
    await person.presses('Back to sign in');
    await person.isAt('Sign in');
    await person.page.reload();
    await person.isAt('Sign in');
    await person.page.close();
  });

  it('comes back to a challenge where the page wants that, and finds nothing of it afterwards', async () => {
    const person = new Person(await browser.newPage());
    await person.page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () =>
        document.querySelector('auth-authenticator')?.setAttribute('resume', ''),
      );
    });
    await person.opens(demo.url);
    await person.signsIn('sue', PASSWORD);
    await person.isAt('Enter your code');
    await person.page.reload();
    await person.isAt('Enter your code');
    await person.types('Code', demo.cognito.outbox.latest('+15555550100').code);
    await person.presses('Verify');
    await person.reads('Only signed-in people see this');
    assert.equal(await person.page.evaluate(() => sessionStorage.length), 0);
    await person.page.close();
  });
});
