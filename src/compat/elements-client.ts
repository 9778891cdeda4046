import type { AuthClient } from '../client/auth-client.js';
import type { CallOptions } from '../client/call-options.js';
import type { CompatConfig } from './compat-config.js';
import { tellRefusal } from './teller.js';
import type { Teller } from './teller.js';

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

/** Whose client it is. */
export interface ClientOwner extends Teller {
  readonly config: CompatConfig;
}

/**
 * The client for the elements of a page: Lambda functions are told the metadata of the configuration of `Auth` at the moment
 * of the call, with what the call adds to them, and `Hub` is told of a sign-in that was refused.
 */
export function elementsClient(client: AuthClient, owner: ClientOwner): AuthClient {
  const withMetadata = TRIGGERING.map((method) => [
    method,
    (input: CallOptions, signal?: AbortSignal) => {
      // Each method takes what it is given here, and one option of all of them.
      const call = client[method] as (input: CallOptions, signal?: AbortSignal) => Promise<unknown>;
      return call({ ...input, clientMetadata: { ...owner.config.clientMetadata, ...input.clientMetadata } }, signal);
    },
  ]);
  // The same methods as before.
  const methods = Object.fromEntries(withMetadata) as Pick<AuthClient, (typeof TRIGGERING)[number]>;
  return {
    ...client,
    ...methods,
    signIn: async (input, signal) => {
      try {
        return await methods.signIn(input, signal);
      } catch (error) {
        tellRefusal(owner, 'signIn', error, `${input.username} failed to signin`);
        throw error;
      }
    },
  };
}
