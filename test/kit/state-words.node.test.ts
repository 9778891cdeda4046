import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScreenName } from '../../src/auth-state.js';
import { authStateOf, screensOf, wordsFor } from '../../src/kit/state-words.js';

/** The words of the guides and of the libraries of that time, and the screens that each of them means. */
const MEANINGS: Readonly<Record<string, readonly ScreenName[]>> = {
  loading: ['loading'],
  signIn: ['sign-in'],
  signedOut: ['sign-in'],
  signedUp: ['sign-in'],
  signUp: ['sign-up'],
  confirmSignUp: ['confirm-sign-up'],
  forgotPassword: ['forgot-password', 'reset-password'],
  confirmSignIn: ['confirm-sign-in'],
  customConfirmSignIn: ['custom-challenge'],
  requireNewPassword: ['new-password'],
  TOTPSetup: ['totp-setup'],
  verifyContact: ['verify-contact'],
  signedIn: ['signed-in'],
  signin: ['sign-in'],
  signup: ['sign-up'],
  signout: ['sign-in'],
  forgotpassword: ['forgot-password', 'reset-password'],
  settingMFA: ['select-mfa-type'],
  verifyingattributes: ['verify-contact'],
  signedin: ['signed-in'],
  signedout: ['sign-in'],
};

/** What a page is told on each screen that the guides know. */
const TOLD: Readonly<Partial<Record<ScreenName, string>>> = {
  'sign-in': 'signIn',
  'sign-up': 'signUp',
  'confirm-sign-up': 'confirmSignUp',
  'forgot-password': 'forgotPassword',
  'reset-password': 'forgotPassword',
  'confirm-sign-in': 'confirmSignIn',
  'custom-challenge': 'customConfirmSignIn',
  'new-password': 'requireNewPassword',
  'totp-setup': 'TOTPSetup',
  'verify-contact': 'verifyContact',
  'signed-in': 'signedIn',
};

describe('The words of the guides for screens', () => {
  for (const [word, screens] of Object.entries(MEANINGS)) {
    it(`“${word}” means ${screens.join(' and ')}`, () => assert.deepEqual(screensOf(word), screens));
  }

  it('a name of a screen, in either spelling, means that screen alone', () => {
    for (const [name, camelCase] of [
      ['forgot-password', 'resetPassword'],
      ['select-factor', 'selectFactor'],
      ['passkey-prompt', 'passkeyPrompt'],
    ] as const) {
      assert.deepEqual(screensOf(name), [name]);
      assert.equal(screensOf(camelCase).length, 1);
    }
  });

  it('an unknown word means no screen', () => {
    for (const word of ['', 'constructor', 'sign_in', '__proto__']) assert.deepEqual(screensOf(word), []);
  });

  it('a page is told the word of the guides, or the name in camel case', () => {
    for (const [screen, word] of Object.entries(TOLD)) assert.equal(authStateOf(screen as ScreenName), word);
    assert.equal(authStateOf('select-mfa-type'), 'selectMfaType');
  });

  it('what a page is told is among the words for that screen', () => {
    const screens = Object.values(MEANINGS).flat();
    for (const screen of screens) {
      const words = wordsFor(screen).map((word) => word.toLowerCase());
      assert.ok(words.includes(authStateOf(screen).toLowerCase()), screen);
    }
  });
});
