import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { totpCode } from '../../demo/cognito/index.js';
import { launchProfile } from '../support/browser.js';
import { APP, startDemo } from '../support/demo.js';
import type { Demo } from '../support/demo.js';
import { Person } from '../support/person.js';

const MINUTE = 60_000;

/** What Firefox says of that which a page still waited for when it was closed. */
const CLOSED = /^AbortError: The operation was aborted\. $/;

describe('the whole story of a user, twice in one profile', () => {
  let now = Date.now();
  let demo: Demo;
  let profile: string;
  let browser: BrowserContext;
  const problems: string[] = [];

  before(async () => {
    demo = await startDemo({ now: () => now });
    profile = await mkdtemp(join(tmpdir(), 'auth-elements-'));
    browser = await launchProfile(profile);
    browser.on('weberror', (error) => {
      const problem = String(error.error());
      if (!CLOSED.test(problem)) problems.push(problem);
    });
  });

  after(async () => {
    await browser.close();
    await demo.close();
    await rm(profile, { recursive: true, force: true });
  });

  for (const name of ['ada', 'grace']) {
    it(`leads ${name} from an empty page to an account with a second factor, and out again`, async () => {
      const email = `${name}@example.com`;
      const password = 'Analytical-Engine-1';
      const person = new Person(await browser.newPage());
      await person.opens(demo.url);

      // An account.
      await person.presses('Create an account');
      await person.isAt('Create an account');
      await person.types('Username', name);
      await person.types('Email', email);
      await person.types('Password', password);
      await person.presses('Create account');
      await person.isAt('Confirm your account');
      await person.types('Code', '000000');
      await person.presses('Confirm');
      await person.reads('The code is not right');
      await person.types('Code', await person.readsCode(/confirmation code/, email));
      await person.presses('Confirm');

      // Signed in at once, and again after a wrong password, and still after a reload.
      await person.reads(APP);
      await person.presses('Sign out');
      await person.isAt('Sign in');
      assert.equal(await person.sees(APP), false);
      await person.types('Username', name);
      await person.types('Password', 'wrong');
      await person.presses('Sign in');
      await person.reads('The username or password is not right.');
      await person.types('Password', password);
      await person.presses('Sign in');
      await person.reads(APP);
      await person.page.reload();
      await person.reads(APP);

      // A second factor.
      await person.presses('Set up an authenticator app');
      await person.isAt('Set up an authenticator app');
      const key = await person.readsKey();
      await person.types('Code', totpCode(key, now));
      await person.presses('Verify');
      await person.reads(APP);
      await person.presses('Sign out');
      await person.isAt('Sign in');
      assert.equal(await person.page.locator('demo-app').count(), 0, 'nothing of the app stays in the page');

      // It is required from now on.
      now += MINUTE;
      await person.signsIn(name, password);
      await person.isAt('Enter your code');
      await person.types('Code', '000000');
      await person.presses('Verify');
      await person.reads('The code is not right');
      await person.types('Code', totpCode(key, now));
      await person.presses('Verify');
      await person.reads(APP);
      await person.presses('Sign out');

      // The password is forgotten, and replaced. The second factor is still required.
      now += MINUTE;
      await person.isAt('Sign in');
      await person.types('Username', name);
      await person.presses('Forgot password?');
      await person.isAt('Reset your password');
      await person.presses('Send code');
      await person.isAt('Set a new password');
      await person.types('Code', await person.readsCode(/password reset code/, email));
      await person.types('New password', 'Difference-Engine-2');
      await person.presses('Set password');
      await person.isAt('Enter your code');
      await person.types('Code', totpCode(key, now));
      await person.presses('Verify');
      await person.reads(APP);
      await person.presses('Sign out');
      await person.isAt('Sign in');
      await person.page.close();
      assert.deepEqual(problems, []);
    });
  }
});
