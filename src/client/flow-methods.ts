import type { FlowClient } from './auth-client.js';

/** The methods of a {@link FlowClient}: the one list of them. A missing name does not compile. */
const METHODS = {
  restore: true,
  signIn: true,
  offerPasskey: true,
  federate: true,
  answer: true,
  startAgain: true,
  signUp: true,
  confirmSignUp: true,
  resendSignUpCode: true,
  forgotPassword: true,
  resetPassword: true,
  setUpTotp: true,
  signOut: true,
} as const satisfies Readonly<Record<keyof FlowClient, true>>;

/** Their names. */
// Object.keys() answers strings; these are the keys of the table above.
export const FLOW_METHODS = Object.keys(METHODS) as readonly (keyof FlowClient)[];

/** A table with a member for each method, by its name. */
export const forEachMethod = <Table extends Readonly<Record<keyof FlowClient, unknown>>>(
  make: (method: keyof FlowClient) => unknown,
): Table =>
  // The caller says what it makes: TypeScript does not know that what is made depends on the name.
  Object.fromEntries(FLOW_METHODS.map((method) => [method, make(method)])) as Table;
