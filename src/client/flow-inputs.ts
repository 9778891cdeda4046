import type { FlowClient } from './auth-client.js';
import { EXPECTED_LOGIN, isProviderLogin } from './federation/provider-logins.js';
import { flag, jsonObject, oneOf, optional, secret, text, textByName } from './input-checks.js';
import type { CallChecks } from './input-checks.js';
import type { Discovery } from '../config/discovery.js';
import type { Ticket } from './step.js';

const ticket = {
  expected: 'the ticket of a step',
  test: (value: unknown): value is Ticket => typeof value === 'object' && value !== null,
};

const finder = {
  expected: 'a function, or providers by domain',
  test: (value: unknown): value is Discovery =>
    typeof value === 'function' || (typeof value === 'object' && value !== null),
};

/** What the input of each call of the flow has to be. */
export const FLOW_INPUTS: CallChecks<FlowClient> = {
  restore: {},
  signIn: { username: text, password: optional(secret), discovery: optional(finder) },
  offerPasskey: {},
  federate: {
    provider: optional(text),
    login: optional({ expected: EXPECTED_LOGIN, test: isProviderLogin }),
    user: optional(jsonObject),
    idpIdentifier: optional(text),
    loginHint: optional(text),
    lang: optional(text),
    prompt: optional(oneOf('none', 'login', 'select_account', 'consent')),
    customState: optional(text),
  },
  answer: { ticket, answer: optional(secret), attributes: optional(textByName) },
  startAgain: { ticket },
  signUp: { username: text, password: optional(secret), attributes: optional(textByName) },
  confirmSignUp: { username: text, code: optional(secret) },
  resendSignUpCode: { username: text },
  forgotPassword: { username: text },
  resetPassword: { username: text, code: secret, password: secret },
  setUpTotp: {},
  signOut: { global: optional(flag), forget: optional(flag), redirect: optional(flag) },
};
