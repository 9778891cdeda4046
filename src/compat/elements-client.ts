import type { AuthClient } from '../client/auth-client.js';
import type { CallOptions } from '../client/call-options.js';
import type { CompatConfig } from './compat-config.js';

/** The methods that may trigger a Lambda function. */
const TRIGGERING = [
  'signIn',
  'answer',
  'startAgain',
  'signUp',
  'confirmSignUp',
  'resendSignUpCode',
  'forgotPassword',
  'resetPassword',
] as const satisfies readonly (keyof AuthClient)[];

/**
 * The client for the elements of a page: Lambda functions are told the metadata of the configuration of `Auth` at the moment
 * of the call, with what the call adds to them.
 */
export function elementsClient(client: AuthClient, metadata: () => CompatConfig['clientMetadata']): AuthClient {
  const withMetadata = TRIGGERING.map((method) => [
    method,
    (input: CallOptions, signal?: AbortSignal) => {
      // Each method takes what it is given here, and one option of all of them.
      const call = client[method] as (input: CallOptions, signal?: AbortSignal) => Promise<unknown>;
      return call({ ...input, clientMetadata: { ...metadata(), ...input.clientMetadata } }, signal);
    },
  ]);
  // The same methods as before.
  return { ...client, ...(Object.fromEntries(withMetadata) as Pick<AuthClient, (typeof TRIGGERING)[number]>) };
}
