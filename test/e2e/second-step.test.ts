import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD, totpCode } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';

const MINUTE = 60_000;
const CHOICE = 'Second step of your sign-ins';

describe('a signed-in user who chooses their second step', () => {
  let now = Date.now();
  const stage = setDemoStage({ now: () => now });
  let person: Person;
  const problems: string[] = [];

  beforeEach(async () => {
    const context = await stage.browser.newContext();
    context.on('weberror', (error) => problems.push(String(error.error())));
    person = new Person(await context.newPage());
  });
  afterEach(async () => {
    await person.page.context().close();
    assert.deepEqual(problems, []);
  });

  /** Opens an app of single screens, and signs in there. */
  async function opens(mfaTypes: string): Promise<void> {
    const pool = { pool: 'us-east-1_Example1', client: 'abc123', endpoint: stage.demo.cognito.endpoint };
    await person.opens(stage.demo.page('single-screens', { ...pool, 'mfa-types': mfaTypes }));
    await person.signsIn('jane', PASSWORD);
  }

  async function saves(choice: string): Promise<void> {
    await person.chooses(choice);
    await person.presses('Save');
  }

  async function leaves(): Promise<void> {
    await person.presses('Sign out');
    await person.isAt('Sign in');
    now += MINUTE;
  }

  it('sets an authenticator app up in place, is asked for its code from then on, and no more once it is off', async () => {
    await opens('sms totp optional');
    await person.isAt(CHOICE);
    assert.equal(await person.chosen(), 'No second step');
    await saves('Authenticator app');
    await person.isAt('Set up an authenticator app');
    const key = await person.readsKey();
    await person.types('Code', '000000');
    await person.presses('Verify');
    await person.reads('The code is not right');
    await person.types('Code', totpCode(key, now));
    await person.presses('Verify');
    await person.isAt(CHOICE);
    assert.equal(await person.chosen(), 'Authenticator app');

    await leaves();
    await person.signsIn('jane', PASSWORD);
    await person.isAt('Enter your code');
    await person.types('Code', totpCode(key, now));
    await person.presses('Verify');
    await person.isAt(CHOICE);
    assert.equal(await person.chosen(), 'Authenticator app');
    await saves('No second step');
    await person.reads('Saved.');

    await leaves();
    await person.signsIn('jane', PASSWORD);
    await person.isAt(CHOICE);
    assert.equal(await person.chosen(), 'No second step');
  });

  it('sets it up instead of the page’s app where that is in an authenticator, and returns to it', async () => {
    await person.opens(stage.demo.url);
    await person.signsIn('vera', PASSWORD);
    await person.presses('Skip');
    await person.reads(APP);
    await saves('Authenticator app');
    await person.isAt('Set up an authenticator app');
    assert.equal(await person.sees(APP), false);
    await person.types('Code', totpCode(await person.readsKey(), now));
    await person.presses('Verify');
    await person.reads(APP);
    assert.equal(await person.chosen(), 'Authenticator app');
  });

  it('is told that there is nothing to choose where the page offers fewer than two kinds', async () => {
    await opens('totp');
    await person.isAt(CHOICE);
    await person.reads('This page offers fewer than two kinds of second step: there is nothing to choose.');
    assert.equal(await person.app.getByRole('radio').count(), 0);
    assert.equal(await person.app.getByRole('button', { name: 'Save' }).count(), 0);
  });
});
