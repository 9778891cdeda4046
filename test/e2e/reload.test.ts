import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';

describe('a user who reloads the page', () => {
  const stage = setDemoStage();

  it('resumes the confirmation of a new account, until they leave it', async () => {
    const person = new Person(await stage.browser.newPage());
    await person.opens(stage.demo.url);
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

  it('resumes a challenge where the page turns that on, and nothing of it is stored afterwards', async () => {
    const person = new Person(await stage.browser.newPage());
    await person.page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () =>
        document.querySelector('auth-authenticator')?.setAttribute('resume', ''),
      );
    });
    await person.opens(stage.demo.url);
    await person.signsIn('sue', PASSWORD);
    await person.isAt('Enter your code');
    await person.page.reload();
    await person.isAt('Enter your code');
    await person.types('Code', stage.demo.cognito.outbox.latest('+15555550100').code);
    await person.presses('Verify');
    await person.reads(APP);
    assert.equal(await person.page.evaluate(() => sessionStorage.length), 0);
    await person.page.close();
  });
});
