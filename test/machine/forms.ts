import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { AuthEvent } from '../../src/machine/types.js';
import { delivery, ticket, user } from '../../src/testing/fake-client.js';

const secret = new Secret('Correct-Horse-7');

/** Every step. */
export const STEPS: { readonly [Name in Step['name']]: Extract<Step, { name: Name }> } = {
  signIn: { name: 'signIn' },
  confirmSignUp: { name: 'confirmSignUp', username: 'jane', delivery: delivery() },
  selectFactor: { name: 'selectFactor', factors: ['password', 'email'], ticket: ticket() },
  confirmSignIn: { name: 'confirmSignIn', medium: 'totp', ticket: ticket() },
  selectMfaType: { name: 'selectMfaType', purpose: 'use', types: ['sms', 'totp'], ticket: ticket() },
  emailSetup: { name: 'emailSetup', ticket: ticket() },
  customChallenge: { name: 'customChallenge', parameters: { question: '2 + 3' }, ticket: ticket() },
  totpSetup: { name: 'totpSetup', secret, ticket: ticket() },
  newPassword: { name: 'newPassword', requiredAttributes: [], ticket: ticket() },
  resetPassword: { name: 'resetPassword', username: 'jane' },
  rememberDevice: { name: 'rememberDevice', user: user(), ticket: { username: 'jane' } },
  verifyContact: {
    name: 'verifyContact',
    contacts: [{ name: 'email', destination: 'j***@e***' }],
    remindIn: 30,
    user: user(),
    ticket: { username: 'jane' },
  },
  passkeyPrompt: { name: 'passkeyPrompt', user: user(), ticket: { username: 'jane' } },
  done: { name: 'done', user: user() },
  unsupported: { name: 'unsupported', challenge: 'RIDDLE' },
};

const STARTING_AGAIN = { startingAgain: { type: 'challenge.startAgain', another: true } } as const;
const FEDERATION = { federating: { type: 'federate', provider: 'google' } } as const;

/** The screens with a form: the event that it sends, and the step that led there. */
export const FORMS: Readonly<
  Record<string, { submit: AuthEvent; also?: Readonly<Record<string, AuthEvent>>; step?: Step }>
> = {
  signIn: {
    submit: { type: 'signIn.submit', username: 'jane', password: secret },
    also: FEDERATION,
    step: { name: 'signIn', notice: 'confirmed' },
  },
  signUp: {
    submit: { type: 'signUp.submit', username: 'jane', password: secret },
    also: FEDERATION,
    step: STEPS.signIn,
  },
  confirmSignUp: {
    submit: { type: 'confirmSignUp.submit', code: secret },
    also: { resending: { type: 'confirmSignUp.resend' } },
    step: STEPS.confirmSignUp,
  },
  selectFactor: {
    submit: { type: 'selectFactor.submit', choice: 'password', answer: secret },
    also: STARTING_AGAIN,
    step: STEPS.selectFactor,
  },
  selectMfaType: {
    submit: { type: 'selectMfaType.submit', choice: 'sms' },
    also: STARTING_AGAIN,
    step: STEPS.selectMfaType,
  },
  emailSetup: {
    submit: { type: 'emailSetup.submit', attributes: { email: 'jane@example.com' } },
    also: STARTING_AGAIN,
    step: STEPS.emailSetup,
  },
  customChallenge: {
    submit: { type: 'customChallenge.submit', answer: secret },
    also: STARTING_AGAIN,
    step: STEPS.customChallenge,
  },
  confirmSignIn: {
    submit: { type: 'confirmSignIn.submit', answer: secret },
    also: STARTING_AGAIN,
    step: STEPS.confirmSignIn,
  },
  totpSetup: {
    submit: { type: 'totpSetup.submit', answer: secret },
    also: STARTING_AGAIN,
    step: STEPS.totpSetup,
  },
  newPassword: {
    submit: { type: 'newPassword.submit', answer: secret },
    also: STARTING_AGAIN,
    step: STEPS.newPassword,
  },
  rememberDevice: {
    submit: { type: 'rememberDevice.submit', choice: 'yes' },
    also: { declining: { type: 'rememberDevice.submit', choice: 'later' } },
    step: STEPS.rememberDevice,
  },
  verifyContact: {
    submit: { type: 'verifyContact.submit', choice: 'email' },
    also: { declining: { type: 'verifyContact.submit', choice: 'skip' } },
    step: STEPS.verifyContact,
  },
  passkeyPrompt: {
    submit: { type: 'passkeyPrompt.submit', choice: 'yes' },
    also: { declining: { type: 'passkeyPrompt.submit', choice: 'never' } },
    step: STEPS.passkeyPrompt,
  },
  forgotPassword: { submit: { type: 'forgotPassword.submit', username: 'jane' }, step: STEPS.signIn },
  resetPassword: {
    submit: { type: 'resetPassword.submit', code: secret, password: secret },
    also: { resending: { type: 'resetPassword.resend' } },
    step: STEPS.resetPassword,
  },
};

/** The events of the screens' forms. */
export const SUBMITS: readonly AuthEvent[] = Object.values(FORMS).flatMap(({ submit, also = {} }) => [
  submit,
  ...Object.values(also),
]);
