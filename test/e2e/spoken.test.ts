import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD, TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Orca, ORCA_LOG, OrcaUser } from '../support/orca.js';
import { Person } from '../support/person.js';
import { ScreenReader } from '../support/screen-reader.js';
import type { Listener } from '../support/screen-reader.js';

const MISSING = 'Still missing: at least 8 characters, a capital letter, a digit, a special character.';
const NEEDS =
  'The password needs: at least 8 characters, a small letter, a capital letter, a digit, a special character.';

// Of live regions, what comes into them; of what gets the focus, its role, name and description in the browser’s own tree
// (Chromium), or by the rules for names (Firefox).
describe('what a screen reader says', () => {
  const now = Date.now();
  const stage = setDemoStage({ now: () => now });
  let person: Person;
  let reader: Listener;

  beforeEach(async () => {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    if (ORCA_LOG === undefined) {
      reader = await ScreenReader.on(page);
      person = new Person(page);
    } else {
      const orca = await Orca.from(ORCA_LOG);
      [reader, person] = [orca, new OrcaUser(page, orca)];
    }
    await person.opens(stage.demo.url);
    await person.isAt('Sign in');
  });
  afterEach(() => person.page.context().close());

  it('when a user signs in, after two mistakes, and out', async () => {
    await person.presses('Sign in');
    await reader.says('textbox “Username”: Username is missing.');
    await person.types('Username', 'jane');
    await person.types('Password', 'wrong');
    await reader.says('textbox “Password”');
    await person.presses('Sign in');
    await reader.says('textbox “Password”: The username or password is not right.');
    // The focus is there already.
    await person.types('Password', 'wrong again');
    await person.submits();
    await reader.says('“The username or password is not right.”');
    await person.types('Password', PASSWORD);
    await person.submits();
    await reader.says('heading “Hello, Jane”');
    await person.presses('Sign out');
    await reader.says('textbox “Password”', '“You are signed out. Sign in”');
  });

  it('when a user creates an account', async () => {
    await person.presses('Create an account');
    await reader.says('textbox “Username”', '“Create an account”');
    await person.types('Username', 'mia');
    await person.types('Email', 'mia@example.com');
    await reader.says('textbox “Email”');
    await person.types('Password', 'abc');
    await reader.says(`textbox “Password”: ${NEEDS}`, `“${MISSING}”`);
    await person.presses('Create account');
    await reader.says(`textbox “Password”: ${MISSING} ${NEEDS}`);
    await person.types('Password', 'Correct-Horse-7');
    await reader.says('“The password meets all rules.”');
    await person.presses('Create account');
    await reader.says('textbox “Code”', '“Confirm your account: We sent a code to m***@e***.”');
    await person.types('Code', await person.readsCode(/confirmation code/, 'mia@example.com'));
    await person.presses('Confirm');
    await reader.says('heading “Hello, mia@example.com”');
  });

  it('when a user has forgotten the password', async () => {
    await person.presses('Forgot password?');
    await reader.says('textbox “Username”', '“Reset your password: Tell us who you are, and we send you a code.”');
    await person.types('Username', 'jane');
    await person.presses('Send code');
    await reader.says('textbox “Code”', '“Set a new password: If this account exists, a code is on its way to you.”');
  });

  it('when a user enters a code of an app', async () => {
    await signsIn('tom');
    await reader.says('textbox “Code”', '“Enter your code: Open your authenticator app and enter the code it shows.”');
    await person.types('Code', '000000');
    await person.presses('Verify');
    await reader.says('textbox “Code”: The code is not right, or has expired.');
    await person.types('Code', totpCode(TOMS_KEY, now));
    await person.presses('Verify');
    await reader.says('heading “Hello, Tom”');
  });

  it('when a user sets up an authenticator app', async () => {
    await signsIn('jane');
    await reader.says('heading “Hello, Jane”');
    await person.presses('Set up an authenticator app');
    await reader.says(
      'heading “Set up an authenticator app”: Scan this with your authenticator app, then enter the code it shows.',
    );
    await person.types('Code', totpCode(await person.readsKey(), now));
    await reader.says('textbox “Code”');
    await person.presses('Verify');
    await reader.says('heading “Hello, Jane”', '“Your authenticator app is set up.”');
  });

  async function signsIn(username: string): Promise<void> {
    await person.types('Username', username);
    await person.types('Password', PASSWORD);
    await reader.says('textbox “Username”', 'textbox “Password”');
    await person.presses('Sign in');
  }
});
