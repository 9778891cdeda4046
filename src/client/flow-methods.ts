import type { FlowClient } from './auth-client.js';

/** The methods of a {@link FlowClient}: the one list of them, for all who do the same with each. */
export const FLOW_METHODS = [
  'restore',
  'signIn',
  'offerPasskey',
  'answer',
  'startAgain',
  'signUp',
  'confirmSignUp',
  'resendSignUpCode',
  'forgotPassword',
  'resetPassword',
  'setUpTotp',
  'signOut',
] as const satisfies readonly (keyof FlowClient)[];

/** Something for each method, by its name. */
export const forEachMethod = <Table extends Readonly<Record<keyof FlowClient, unknown>>>(
  make: (method: keyof FlowClient) => unknown,
): Table =>
  // The caller says what it makes: TypeScript does not know that what is made depends on the name.
  Object.fromEntries(FLOW_METHODS.map((method) => [method, make(method)])) as Table;
