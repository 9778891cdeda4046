import type { Call } from '../call.js';
import type { MethodName } from '../subject.js';
import { PASSWORD } from './common.js';

/** What each method is called with before a configuration; those that want a user object cannot have one yet. */
const INPUT: Partial<Record<MethodName, readonly unknown[]>> = {
  confirmSignUp: ['nora', '123456'],
  currentAuthenticatedUser: [],
  currentCredentials: [],
  currentSession: [],
  currentUserCredentials: [],
  currentUserInfo: [],
  currentUserPoolUser: [],
  deleteUser: [],
  federatedSignIn: [],
  fetchDevices: [],
  forgetDevice: [],
  forgotPassword: ['jane'],
  forgotPasswordSubmit: ['jane', '123456', PASSWORD],
  rememberDevice: [],
  resendSignUp: ['una'],
  sendCustomChallengeAnswer: [undefined, '5'],
  signIn: ['jane', PASSWORD],
  signOut: [],
  signUp: ['nora', PASSWORD, 'nora@example.com'],
  userSession: [undefined],
  verifyCurrentUserAttribute: ['email'],
  verifyCurrentUserAttributeSubmit: ['email', '123456'],
};

/** The calls before any configuration. They come first: a library may have one `Auth` for the whole process. */
export const UNCONFIGURED: readonly Call[] = Object.entries(INPUT).map(([method, input]) => ({
  // `Object.entries` loses the type of the keys.
  title: `${method as MethodName} before any configuration`,
  pool: null,
  call: ({ Auth }) => Auth[method as MethodName](...input),
}));
