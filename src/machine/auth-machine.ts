import type { SnapshotFrom } from 'xstate';
import type { Step } from '../client/step.js';
import { chart, taken } from './setup.js';
import { confirmSignIn } from './states/confirm-sign-in.js';
import { confirmSignUp } from './states/confirm-sign-up.js';
import { customChallenge } from './states/custom-challenge.js';
import { emailSetup } from './states/email-setup.js';
import { forgotPassword } from './states/forgot-password.js';
import { newPassword } from './states/new-password.js';
import { passkeyPrompt } from './states/passkey-prompt.js';
import { rememberDevice } from './states/remember-device.js';
import { resetPassword } from './states/reset-password.js';
import { first, opening, restoring } from './states/restoring.js';
import { selectFactor } from './states/select-factor.js';
import { selectMfaType } from './states/select-mfa-type.js';
import { signIn } from './states/sign-in.js';
import { signUp } from './states/sign-up.js';
import { signedIn } from './states/signed-in.js';
import { signingOut } from './states/signing-out.js';
import { totpSetup } from './states/totp-setup.js';
import { unsupported } from './states/unsupported.js';
import { verifyContact } from './states/verify-contact.js';

/** Where each step leads. A step without a destination does not compile. */
const DESTINATION = {
  signIn: '#signIn',
  confirmSignUp: '#confirmSignUp',
  selectFactor: '#selectFactor',
  confirmSignIn: '#confirmSignIn',
  selectMfaType: '#selectMfaType',
  emailSetup: '#emailSetup',
  customChallenge: '#customChallenge',
  totpSetup: '#totpSetup',
  newPassword: '#newPassword',
  resetPassword: '#resetPassword',
  rememberDevice: '#rememberDevice',
  verifyContact: '#verifyContact',
  passkeyPrompt: '#passkeyPrompt',
  done: '#signedIn',
  unsupported: '#unsupported',
} as const satisfies Record<Step['name'], string>;

// Object.keys() answers strings; these are the keys of the table above.
const switchboard = (Object.keys(DESTINATION) as Step['name'][]).map((name) => ({
  guard: { type: 'isStep' as const, params: name },
  target: DESTINATION[name],
}));

/** The whole flow: every situation of a user, and what leads from one to the next. */
export const authMachine = chart.createMachine({
  id: 'auth',
  context: ({ input: { initialState = 'sign-in', beginning: { step, error, ended } = {} } }) => {
    const context = { initialState, step: undefined, error, ended, user: undefined, username: '' };
    return step ? { ...context, ...taken(context, step) } : context;
  },
  invoke: { src: 'watch' },
  on: {
    signOut: { target: '#signingOut', guard: 'isSignedIn' },
    'session.ended': {
      target: '#signIn',
      guard: 'isSignedIn',
      actions: ['forgetUser', 'leave'],
    },
    'session.started': {
      target: '#next',
      actions: ['leave', { type: 'keepStep', params: ({ event }) => event.step }],
    },
    step: {
      target: '#next',
      guard: 'isSignedOut',
      actions: ['leave', { type: 'keepStep', params: ({ event }) => event.step }],
    },
  },
  initial: 'opening',
  states: {
    opening,
    restoring,
    first,
    next: { id: 'next', always: switchboard },
    home: { id: 'home', always: [{ guard: 'isSignedIn', target: '#signedIn' }, '#signIn'] },
    signIn,
    signUp,
    confirmSignUp,
    selectFactor,
    confirmSignIn,
    selectMfaType,
    emailSetup,
    customChallenge,
    totpSetup,
    newPassword,
    forgotPassword,
    resetPassword,
    rememberDevice,
    verifyContact,
    passkeyPrompt,
    unsupported,
    signedIn,
    signingOut,
  },
});

/** One moment of the chart. */
export type AuthSnapshot = SnapshotFrom<typeof authMachine>;
