import type { Auth, AuthConfig, AuthEvent, InitialState, ScreenName } from '../../src/index.js';
import { AuthError, Secret } from '../../src/index.js';
import type { AuthSelectMfaType } from '../../src/elements/auth-select-mfa-type.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { delivery, never, ticket, user } from '../../src/testing/fake-client.js';

/** One figure of the gallery: what Cognito answers, and what the user does. */
export interface Scene {
  readonly title: string;
  readonly script: FakeScript;
  readonly initialState?: InitialState;
  /** What the pool sends to new accounts, unless it is a code. */
  readonly verification?: 'link';
  readonly events?: readonly AuthEvent[];
  /** The ways to sign in besides the form. */
  readonly providers?: AuthConfig['providers'];
  /** What is not offered. */
  readonly hide?: string;
  /** How users of the pool sign in, unless by a username. */
  readonly loginMechanisms?: 'phone_number';
  /** The choice that an `<auth-select-mfa-type>` in the app offers to the signed-in user. */
  readonly mfaTypes?: AuthSelectMfaType['mfaTypes'];
}

const secret = (value: string): Secret => new Secret(value);
const failure = (code: AuthError['code']): AuthError => new AuthError(code);

const username = 'jane@example.com';
const totpSecret = secret('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
const mail = delivery({ medium: 'email', destination: 'j***@e***' });
const text = delivery({ medium: 'sms', destination: '+*******0100' });

const signIn: AuthEvent = { type: 'signIn.submit', username, password: secret('correct horse') };
const signUp: AuthEvent = { type: 'signUp.submit', username, password: secret('correct horse') };
const providers = ['google', 'facebook', 'amazon', 'apple', { name: 'Okta', label: 'Example Inc.' }];
const code = { answer: secret('123456') };

/** A ticket that does not expire while the gallery is open. */
const lasting = ticket({ username, expiresAt: Number.MAX_SAFE_INTEGER });

const confirmSignUp = { name: 'confirmSignUp', username, delivery: mail } as const;
const totp = { name: 'confirmSignIn', medium: 'totp', ticket: lasting } as const;
const sms = { name: 'confirmSignIn', medium: 'sms', delivery: text, ticket: lasting, canStartAgain: true } as const;
const totpSetup = { name: 'totpSetup', secret: totpSecret, ticket: lasting } as const;
const newPassword = { name: 'newPassword', requiredAttributes: [], ticket: lasting } as const;
const resetPassword = { name: 'resetPassword', username } as const;
const selectFactor = {
  name: 'selectFactor',
  factors: ['password', 'passkey', 'email', 'sms'],
  ticket: lasting,
} as const;
const verifyContact = {
  name: 'verifyContact',
  contacts: [
    { name: 'email', destination: mail.destination },
    { name: 'phone_number', destination: text.destination },
  ],
  remindIn: 30,
  user: user(),
  ticket: { username },
} as const;
const sent = { contact: 'email', delivery: mail } as const;
const passkeyPrompt = { name: 'passkeyPrompt', user: user(), ticket: { username } } as const;
const rememberDevice = { name: 'rememberDevice', user: user(), ticket: { username } } as const;
const selectMfaType = {
  name: 'selectMfaType',
  purpose: 'use',
  types: ['totp', 'sms', 'email'],
  ticket: lasting,
} as const;
const emailSetup = { name: 'emailSetup', ticket: lasting } as const;
const email = { name: 'confirmSignIn', medium: 'email', delivery: mail, ticket: lasting, canStartAgain: true } as const;
const customChallenge = {
  name: 'customChallenge',
  parameters: { question: 'What is 2 + 3?' },
  ticket: lasting,
} as const;
const mfaPreference = { sms: 'preferred', totp: 'enabled', email: 'disabled', passkey: 'disabled' } as const;
const done = { name: 'done', user: user({ username, attributes: { given_name: 'Jane', email: username } }) } as const;

/** Every screen in every state that a user can see. A screen without a scene does not compile. */
export const SCENES = {
  'sign-in': [
    { title: 'To begin with', script: {} },
    { title: 'Without a password', script: { authFlow: 'USER_AUTH' } },
    {
      title: 'A passkey, but not now',
      script: { authFlow: 'USER_AUTH', signIn: failure('cancelled') },
      events: [{ type: 'signIn.submit', username, preferred: 'passkey' }],
    },
    { title: 'Waiting for the answer', script: { signIn: never() }, events: [signIn] },
    { title: 'Wrong password', script: { signIn: failure('credentials') }, events: [signIn] },
    { title: 'Too many wrong passwords', script: { signIn: failure('locked') }, events: [signIn] },
    { title: 'Without a network', script: { signIn: failure('offline') }, events: [signIn] },
    { title: 'The challenge took too long', script: { signIn: failure('challenge-expired') }, events: [signIn] },
    { title: 'With other ways to sign in', script: {}, providers },
    { title: 'With other ways alone', script: {}, providers: ['google', 'apple', ''], hide: 'password' },
    {
      title: 'On the way to a provider',
      script: { federate: never() },
      providers: ['google', 'facebook'],
      events: [{ type: 'federate', provider: 'google' }],
    },
    {
      title: 'Back from a provider without an answer',
      script: { federate: failure('cancelled') },
      providers: ['google', 'apple'],
      events: [{ type: 'federate', provider: 'google' }],
    },
    { title: 'After confirming the account', script: { restore: { name: 'signIn', username, notice: 'confirmed' } } },
    { title: 'After a new password', script: { restore: { name: 'signIn', username, notice: 'password-reset' } } },
  ],
  'sign-up': [
    { title: 'To begin with', script: {}, initialState: 'sign-up' },
    { title: 'Waiting for the answer', script: { signUp: never() }, initialState: 'sign-up', events: [signUp] },
    { title: 'With other ways to sign in', script: {}, initialState: 'sign-up', providers: ['google', 'apple'] },
    { title: 'By phone number', script: {}, initialState: 'sign-up', loginMechanisms: 'phone_number' },
    {
      title: 'The account exists',
      script: { signUp: failure('username-exists') },
      initialState: 'sign-up',
      events: [signUp],
    },
    {
      title: 'The password breaks a rule',
      script: { signUp: failure('password-policy') },
      initialState: 'sign-up',
      events: [signUp],
    },
  ],
  'confirm-sign-up': [
    { title: 'The code was sent', script: { signIn: confirmSignUp }, events: [signIn] },
    {
      title: 'Wrong code',
      script: { signIn: confirmSignUp, confirmSignUp: failure('wrong-code') },
      events: [signIn, { type: 'confirmSignUp.submit', code: secret('123456') }],
    },
    { title: 'A link was sent', script: { signIn: confirmSignUp }, verification: 'link', events: [signIn] },
    {
      title: 'A link was sent earlier',
      script: { signIn: { name: 'confirmSignUp', username } },
      verification: 'link',
      events: [signIn],
    },
    {
      title: 'The code has expired',
      script: { signIn: confirmSignUp, confirmSignUp: failure('code-expired') },
      events: [signIn, { type: 'confirmSignUp.submit', code: secret('123456') }],
    },
  ],
  'confirm-sign-in': [
    { title: 'Authenticator app', script: { signIn: totp }, events: [signIn] },
    { title: 'Text message', script: { signIn: sms }, events: [signIn] },
    { title: 'Mail', script: { signIn: email }, events: [signIn] },
    {
      title: 'Half a minute left',
      script: { signIn: () => ({ ...totp, ticket: ticket({ username, expiresAt: Date.now() + 30_000 }) }) },
      events: [signIn],
    },
    {
      title: 'One of several methods, no code sent yet',
      script: {
        signIn: { name: 'confirmSignIn', medium: 'sms', ticket: lasting, canStartAgain: true, hasOtherWays: true },
      },
      events: [signIn],
    },
    {
      title: 'No other code without a new sign-in',
      script: { signIn: { ...sms, canStartAgain: false } },
      events: [signIn],
    },
    {
      title: 'Wrong code',
      script: { signIn: totp, answer: failure('wrong-code') },
      events: [signIn, { type: 'confirmSignIn.submit', ...code }],
    },
    {
      title: 'Waiting for the answer',
      script: { signIn: totp, answer: never() },
      events: [signIn, { type: 'confirmSignIn.submit', ...code }],
    },
  ],
  'select-factor': [
    { title: 'Every first factor', script: { signIn: selectFactor }, events: [signIn] },
    {
      title: 'Without a password',
      script: { signIn: { ...selectFactor, factors: ['passkey', 'email'] } },
      events: [signIn],
    },
    { title: 'A password alone', script: { signIn: { ...selectFactor, factors: ['password'] } }, events: [signIn] },
    { title: 'A passkey alone', script: { signIn: { ...selectFactor, factors: ['passkey'] } }, events: [signIn] },
    {
      title: 'Wrong password',
      script: { signIn: selectFactor, answer: failure('credentials') },
      events: [signIn, { type: 'selectFactor.submit', choice: 'password', answer: secret('wrong') }],
    },
    {
      title: 'A passkey, but not now',
      script: { signIn: selectFactor, answer: failure('cancelled') },
      events: [signIn, { type: 'selectFactor.submit', choice: 'passkey' }],
    },
    {
      title: 'Waiting for the answer',
      script: { signIn: selectFactor, answer: never() },
      events: [signIn, { type: 'selectFactor.submit', choice: 'password', answer: secret('correct horse') }],
    },
  ],
  'select-mfa-type': [
    { title: 'To use one', script: { signIn: selectMfaType }, events: [signIn] },
    {
      title: 'To set one up',
      script: { signIn: { ...selectMfaType, purpose: 'setup', types: ['totp', 'email'] } },
      events: [signIn],
    },
    {
      title: 'Without a network',
      script: { signIn: selectMfaType, answer: failure('offline') },
      events: [signIn, { type: 'selectMfaType.submit', choice: 'sms' }],
    },
  ],
  'email-setup': [
    { title: 'To begin with', script: { signIn: emailSetup }, events: [signIn] },
    {
      title: 'One of several methods',
      script: { signIn: { ...emailSetup, hasOtherWays: true } },
      events: [signIn],
    },
    {
      title: 'Not accepted',
      script: { signIn: emailSetup, answer: failure('invalid-parameter') },
      events: [signIn, { type: 'emailSetup.submit', attributes: { email: 'jane' } }],
    },
  ],
  'custom-challenge': [
    { title: 'A question', script: { signIn: customChallenge }, events: [signIn] },
    {
      title: 'Not accepted',
      script: { signIn: customChallenge, answer: failure('rejected') },
      events: [signIn, { type: 'customChallenge.submit', answer: secret('6') }],
    },
    {
      title: 'The same question again',
      script: { signIn: customChallenge, answer: () => ({ ...customChallenge }) },
      events: [signIn, { type: 'customChallenge.submit', answer: secret('6') }],
    },
    {
      title: 'Without parameters',
      script: { signIn: { ...customChallenge, parameters: {} } },
      events: [signIn],
    },
  ],
  'totp-setup': [
    { title: 'Sign-in demands it', script: { signIn: totpSetup }, events: [signIn] },
    {
      title: 'One of several methods',
      script: { signIn: { ...totpSetup, hasOtherWays: true } },
      events: [signIn],
    },
    {
      title: 'Wrong code',
      script: { signIn: totpSetup, answer: failure('wrong-code') },
      events: [signIn, { type: 'totpSetup.submit', ...code }],
    },
    {
      title: 'Set up by a signed-in user',
      script: { restore: done, setUpTotp: totpSetup },
      initialState: 'totp-setup',
    },
  ],
  'new-password': [
    { title: 'After a temporary password', script: { signIn: newPassword }, events: [signIn] },
    {
      title: 'With attributes that are missing',
      script: { signIn: { ...newPassword, requiredAttributes: ['given_name', 'custom:team'] } },
      events: [signIn],
    },
    {
      title: 'The password breaks a rule',
      script: { signIn: newPassword, answer: failure('password-policy') },
      events: [signIn, { type: 'newPassword.submit', ...code }],
    },
  ],
  'forgot-password': [
    { title: 'To begin with', script: {}, initialState: 'forgot-password' },
    {
      title: 'Too many requests',
      script: { forgotPassword: failure('too-many-requests') },
      initialState: 'forgot-password',
      events: [{ type: 'forgotPassword.submit', username }],
    },
  ],
  'reset-password': [
    {
      title: 'The code was sent',
      script: { forgotPassword: resetPassword },
      initialState: 'forgot-password',
      events: [{ type: 'forgotPassword.submit', username }],
    },
    {
      title: 'Wrong code',
      script: { forgotPassword: resetPassword, resetPassword: failure('wrong-code') },
      initialState: 'forgot-password',
      events: [
        { type: 'forgotPassword.submit', username },
        { type: 'resetPassword.submit', code: secret('123456'), password: secret('correct horse') },
      ],
    },
    {
      title: 'Demanded instead of a sign-in',
      script: { signIn: { ...resetPassword, isRequired: true } },
      events: [signIn],
    },
  ],
  'verify-contact': [
    { title: 'To begin with', script: { signIn: verifyContact }, events: [signIn] },
    {
      title: 'An email address alone',
      script: { signIn: { ...verifyContact, contacts: verifyContact.contacts.slice(0, 1) } },
      events: [signIn],
    },
    { title: 'Without a reminder later', script: { signIn: { ...verifyContact, remindIn: 0 } }, events: [signIn] },
    { title: 'The code was sent', script: { signIn: { ...verifyContact, ...sent } }, events: [signIn] },
    {
      title: 'Wrong code',
      script: { signIn: { ...verifyContact, ...sent }, answer: failure('wrong-code') },
      events: [signIn, { type: 'verifyContact.submit', answer: secret('123456') }],
    },
  ],
  'passkey-prompt': [
    { title: 'To begin with', script: { signIn: passkeyPrompt }, events: [signIn] },
    {
      title: 'Not now after all',
      script: { signIn: passkeyPrompt, answer: failure('cancelled') },
      events: [signIn, { type: 'passkeyPrompt.submit', choice: 'yes' }],
    },
    {
      title: 'Not possible here',
      script: { signIn: passkeyPrompt, answer: failure('passkey-unavailable') },
      events: [signIn, { type: 'passkeyPrompt.submit', choice: 'yes' }],
    },
    {
      title: 'Waiting for the browser',
      script: { signIn: passkeyPrompt, answer: never() },
      events: [signIn, { type: 'passkeyPrompt.submit', choice: 'yes' }],
    },
  ],
  'remember-device': [
    { title: 'To begin with', script: { signIn: rememberDevice }, events: [signIn] },
    {
      title: 'Without a network',
      script: { signIn: rememberDevice, answer: failure('offline') },
      events: [signIn, { type: 'rememberDevice.submit', choice: 'yes' }],
    },
  ],
  unsupported: [
    {
      title: 'A challenge from the future',
      script: { signIn: { name: 'unsupported', challenge: 'RETINA_SCAN' } },
      events: [signIn],
    },
  ],
  'signed-in': [
    { title: 'Signed in', script: { restore: done } },
    {
      title: 'Choosing a second step',
      script: { restore: done, account: { mfaPreference: () => Promise.resolve(mfaPreference) } },
      mfaTypes: { totp: true, sms: true, email: true, optional: true },
    },
    {
      title: 'Too few second steps to choose from',
      script: { restore: done },
      mfaTypes: { totp: true },
    },
    {
      title: 'Choosing a second step without a network',
      script: { restore: done, account: { mfaPreference: () => Promise.reject(failure('offline')) } },
      mfaTypes: { totp: true, sms: true },
    },
  ],
  loading: [{ title: 'Who is signed in?', script: { restore: never() } }],
} as const satisfies Record<ScreenName, readonly Scene[]>;

/** Sends the events of a scene, each once the one before is done. */
export async function playScene(auth: Auth, { events = [] }: Scene): Promise<void> {
  for (const event of events) {
    await settled(auth);
    auth.send(event);
  }
}

const settled = (auth: Auth): Promise<void> =>
  new Promise((resolve) => {
    const stop = auth.subscribe(({ isBusy }) => {
      if (isBusy) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
