import type { AuthConfig } from '../config.js';
import type { AuthClient, FlowClient } from './auth-client.js';
import { checkedCalls } from './checked-calls.js';
import type { RequiredKeys } from './checked-calls.js';
import { CognitoClient } from './cognito-client.js';

/** What the calls of the flow cannot do without. */
const REQUIRED: RequiredKeys<FlowClient> = {
  restore: [],
  signIn: ['username'],
  offerPasskey: [],
  answer: ['ticket'],
  startAgain: ['ticket'],
  signUp: ['username'],
  confirmSignUp: ['username'],
  resendSignUpCode: ['username'],
  forgotPassword: ['username'],
  resetPassword: ['username', 'code', 'password'],
  setUpTotp: [],
  signOut: [],
};

/**
 * A client that speaks to Cognito, and does not trust its callers to have types.
 *
 * @param names How the page spells the keys of the configuration, where it is not as we do.
 * @throws ConfigError
 */
export function openClient(config: AuthConfig, names?: Readonly<Record<string, string>>): AuthClient {
  const client = new CognitoClient(config, names);
  return {
    ...checkedCalls<FlowClient>(client, REQUIRED),
    prepare: () => client.prepare(),
    leave: () => client.leave(),
    getTokens: (options) => client.getTokens(options),
    account: () => client.account(),
    watch: (listener) => client.watch(listener),
  };
}
