import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import type { AppName } from '../support/guides-apps.js';
import { setGuidesStage } from '../support/guides-stage.js';

const APP = 'Only signed-in people see this';

describe('An app in `withAuthenticator`', () => {
  const stage = setGuidesStage();

  /** Opens a page with the app. */
  async function opens(name: AppName): Promise<void> {
    await stage.opens('');
    await stage.configures();
    await stage.page.evaluate((app) => window.shared.show(app), name);
  }

  /** Whether there is anything of the app in the page, shown or not. */
  const isThere = (): Promise<boolean> => stage.page.evaluate((text) => document.body.textContent.includes(text), APP);

  for (const name of ['a class without a tag', 'a class with a tag', 'a tag', 'a function', 'a piece'] as const) {
    it(`that is ${name} is there for users who are signed in alone, and is told of them`, async () => {
      const { page, person } = stage;
      await opens(name);
      await person.isAt('Sign in');
      assert.equal(await isThere(), false);
      await person.signsIn('jane', PASSWORD);
      await person.isAt(APP);
      await person.reads('signedIn as jane');
      assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0, 'greetings were not asked for');
      await page.evaluate(() => window.shared.compat.Auth.signOut());
      await person.isAt('Sign in');
      assert.equal(await isThere(), false);
    });
  }

  for (const name of ['a class without a tag', 'a function'] as const) {
    it(`that is ${name} leads users where it says`, async () => {
      const { person } = stage;
      await opens(name);
      await person.signsIn('jane', PASSWORD);
      await person.presses('Set up an authenticator app');
      await person.isAt('Set up an authenticator app');
    });
  }

  for (const name of ['greetings, as an argument', 'greetings, as an option'] as const) {
    it(`has ${name}`, async () => {
      const { person } = stage;
      await opens(name);
      await person.signsIn('jane', PASSWORD);
      await person.isAt(APP);
      await person.presses('Sign out');
      await person.isAt('Sign in');
    });
  }

  for (const name of ['components, as an argument', 'components, as an option'] as const) {
    it(`has ${name}, in place of the screens`, async () => {
      const { page, person } = stage;
      await opens(name);
      await person.isAt('Welcome back');
      assert.equal(await page.getByRole('textbox', { name: 'Username' }).count(), 1);
      await person.reads('Ask the front desk');
      await person.reads('I am always here: signIn');
      await person.presses('Show Sign Up');
      await person.isAt('Create an account');
      await person.reads('I am always here: signUp');
    });
  }

  it('has a component for a forgotten password that leads to a new one', async () => {
    const { person, cognito } = stage;
    await opens('components, as an argument');
    await person.isAt('Welcome back');
    await person.presses('Forgot password?');
    await person.types('Username', 'rita');
    await person.presses('Send code');
    await person.isAt('Set a new password');
    await person.types('Code', cognito.outbox.latest('rita@example.com').code);
    await person.types('New password', 'Better-horse-2');
    await person.presses('Set password');
    await person.isAt(APP);
  });

  it('has greetings among components', async () => {
    const { person } = stage;
    await opens('components with greetings');
    await person.signsIn('jane', PASSWORD);
    await person.isAt(APP);
    await person.presses('Sign out');
    await person.isAt('Sign in');
  });

  it('is given a user object of `Auth`', async () => {
    const { page, person } = stage;
    await opens('a class with a tag');
    await person.signsIn('jane', PASSWORD);
    await person.isAt(APP);
    const token = await page.evaluate(async () => {
      const { Auth } = window.shared.compat;
      const { authData } = document.querySelector<HTMLElement & { readonly authData: never }>('their-app')!;
      return (await Auth.userSession(authData)).getIdToken().payload['cognito:username'] as unknown;
    });
    assert.equal(token, 'jane');
  });

  it('is there once, however often it is taken out of the page and put back', async () => {
    const { page, person } = stage;
    await opens('a function');
    await person.signsIn('jane', PASSWORD);
    await person.isAt(APP);
    await page.evaluate(() => {
      const app = document.querySelector('my-app')!;
      const place = app.parentElement!;
      app.remove();
      place.append(app);
    });
    await person.isAt(APP);
    assert.equal(await page.getByRole('heading', { name: APP }).count(), 1);
  });

  it('that is no component is refused with a sentence', async () => {
    await stage.opens('');
    const refusal = await stage.page.evaluate(() => {
      try {
        window.shared.components.withAuthenticator(undefined as never);
        return undefined;
      } catch (error) {
        return String(error);
      }
    });
    assert.equal(refusal, 'TypeError: A component must be a class of elements, a tag, or a function, not undefined.');
  });
});
