import type { AuthConfig } from '../config/config.js';
import type { AuthClient, FlowClient } from './auth-client.js';
import { checkedCalls } from './input-checks.js';
import type { InputKeys } from './input-checks.js';
import { CognitoClient } from './cognito-client.js';

/** What the calls of the flow are given. */
const INPUTS: InputKeys<FlowClient> = {
  restore: [],
  signIn: ['username', 'password?'],
  offerPasskey: [],
  answer: ['ticket', 'answer?', 'attributes?'],
  startAgain: ['ticket'],
  signUp: ['username', 'password?', 'attributes?'],
  confirmSignUp: ['username', 'code?'],
  resendSignUpCode: ['username'],
  forgotPassword: ['username'],
  resetPassword: ['username', 'code', 'password'],
  setUpTotp: [],
  signOut: [],
};

/** A client that speaks to Cognito, and does not trust its callers to have types. */
export function openClient(config: AuthConfig): AuthClient {
  const client = new CognitoClient(config);
  return {
    ...checkedCalls<FlowClient>(client, INPUTS),
    prepare: () => client.prepare(),
    leave: () => client.leave(),
    getTokens: (options) => client.getTokens(options),
    account: () => client.account(),
    watch: (listener) => client.watch(listener),
  };
}
