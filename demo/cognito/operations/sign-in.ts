import { invalidParameter } from '../exceptions.js';
import { AUTH_FLOWS } from '../flows/auth-flows.js';
import { beforeSignIn } from '../flows/before-sign-in.js';
import { CHALLENGES } from '../flows/challenge-responses.js';
import { required, requiredParameter } from '../flows/required.js';
import { callerOf } from './caller.js';
import type { Operations } from './operation-types.js';

/** The exception for an unknown value of an enum. */
const enumError = (member: string): Error =>
  invalidParameter(
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must satisfy enum value set`,
  );

/** The row of a table for a name from a request. `constructor` is no row, though every object has it. */
const rowOf = <Row>(table: Readonly<Record<string, Row>>, name: string | undefined): Row | undefined =>
  name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

/** The operations of signing in, refreshing tokens and signing out. */
export const signInOperations = {
  InitiateAuth: async (store, request) => {
    const { AuthFlow, AuthParameters = {}, ClientId } = request;
    const caller = callerOf(store, ClientId, {
      username: AuthParameters['USERNAME'],
      secretHash: AuthParameters['SECRET_HASH'],
    });
    const flow = rowOf(AUTH_FLOWS, AuthFlow);
    if (!flow) throw enumError('authFlow');
    const allowed = AuthFlow === 'REFRESH_TOKEN' ? 'REFRESH_TOKEN_AUTH' : AuthFlow;
    if (!caller.client.authFlows.includes(`ALLOW_${allowed}`)) {
      throw invalidParameter(`${AuthFlow} flow not enabled for this client`);
    }
    if (allowed !== 'REFRESH_TOKEN_AUTH') await beforeSignIn(store, caller, request);
    return flow(store, caller, request);
  },

  RespondToAuthChallenge: async (store, request) => {
    const { ChallengeName, ChallengeResponses = {}, ClientId } = request;
    const caller = callerOf(store, ClientId, {
      username: ChallengeResponses['USERNAME'],
      secretHash: ChallengeResponses['SECRET_HASH'],
    });
    requiredParameter(ChallengeResponses, 'USERNAME');
    const answer = rowOf(CHALLENGES, ChallengeName);
    if (!answer) throw enumError('challengeName');
    return answer(store, request, caller);
  },

  GetTokensFromRefreshToken: async (store, { ClientId, RefreshToken, DeviceKey, ClientMetadata }) => {
    const { client } = callerOf(store, ClientId);
    const token = required(RefreshToken, 'refreshToken');
    const options = { deviceKey: DeviceKey, clientMetadata: ClientMetadata };
    return { AuthenticationResult: await store.tokens.refresh(token, client, options) };
  },

  RevokeToken: async (store, { Token, ClientId }) => {
    const { client } = callerOf(store, ClientId);
    store.tokens.revoke(required(Token, 'token'), client);
    return {};
  },

  GlobalSignOut: async (store, { AccessToken }) => {
    const { user } = await store.tokens.verify(AccessToken);
    store.tokens.revokeAll(user);
    return {};
  },
} satisfies Partial<Operations>;
