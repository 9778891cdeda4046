import type {
  AuthFlowType,
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized, userNotFound } from '../exceptions.js';
import type { World } from '../store/store.js';
import type { Caller } from '../store/user-context.js';
import { findUser } from '../store/users.js';
import { afterPassword, mfaOrTokens, requireUsable } from './after-password.js';
import { nextRound } from './custom-auth.js';
import { candidateFor, FIRST_CHALLENGES, firstChallengeNamed, firstChallengesOf } from './first-factors.js';
import { ask } from './issue-challenge.js';
import { beginProof, requirePassword } from './password-proof.js';
import { requiredParameter } from './required.js';
import { decoyOf } from './simulated-user.js';

type Flow = (world: World, caller: Caller, request: Partial<InitiateAuthRequest>) => Promise<InitiateAuthResponse>;

/** How a sign-in begins, for each AuthFlow of InitiateAuth that is there. */
export const AUTH_FLOWS: Partial<Record<AuthFlowType, Flow>> = {
  USER_SRP_AUTH: async (world, caller, { AuthParameters = {} }) => {
    const name = requiredParameter(AuthParameters, 'USERNAME');
    const user = findUser(caller.pool, name);
    if (!user && caller.client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
    const stated = user?.verifier ? { userId: user.username, verifier: user.verifier } : decoyOf(caller, name);
    return beginProof(world, caller, { user, ...stated }, requiredParameter(AuthParameters, 'SRP_A'));
  },

  USER_PASSWORD_AUTH: async (world, caller, { AuthParameters = {} }) => {
    const name = requiredParameter(AuthParameters, 'USERNAME');
    const password = requiredParameter(AuthParameters, 'PASSWORD');
    const user = findUser(caller.pool, name);
    if (!user) throw caller.client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : notAuthorized();
    requirePassword(world, { ...caller, user }, password);
    requireUsable(user);
    const next = await afterPassword(world, { ...caller, user, deviceKey: AuthParameters['DEVICE_KEY'] });
    // Whoever came by an alias learns here by what name the answer is expected.
    const told = next.ChallengeName && { USER_ID_FOR_SRP: user.username };
    return { ...next, ChallengeParameters: { ...next.ChallengeParameters, ...told } };
  },

  /** With the session of a sign-up, its code was the first factor. */
  USER_AUTH: async (world, caller, { AuthParameters = {}, Session }) => {
    const candidate = {
      ...candidateFor(world, caller, requiredParameter(AuthParameters, 'USERNAME')),
      deviceKey: AuthParameters['DEVICE_KEY'],
    };
    requireUsable(candidate.user);
    if (Session !== undefined) {
      const { user } = world.sessions.get(Session, caller.client.id, ['AUTO_SIGN_IN']);
      if (user !== candidate.user) throw notAuthorized('Invalid session for the user.');
      world.sessions.close(Session);
      return mfaOrTokens(world, candidate);
    }
    const preferred = firstChallengeNamed(candidate, AuthParameters['PREFERRED_CHALLENGE']);
    const kept = candidate.decoyFor === undefined ? {} : { decoyFor: candidate.decoyFor };
    const next = preferred
      ? await FIRST_CHALLENGES[preferred].begin(world, candidate, AuthParameters)
      : ask(world, candidate, 'SELECT_CHALLENGE', {}, kept);
    return next.AuthenticationResult ? next : { ...next, AvailableChallenges: firstChallengesOf(candidate) };
  },

  /** With CHALLENGE_NAME the password is proved first, if the triggers want it so. */
  CUSTOM_AUTH: async (world, caller, { AuthParameters = {} }) => {
    const candidate = {
      ...candidateFor(world, caller, requiredParameter(AuthParameters, 'USERNAME')),
      deviceKey: AuthParameters['DEVICE_KEY'],
    };
    requireUsable(candidate.user);
    if (AuthParameters['CHALLENGE_NAME'] !== 'SRP_A') return nextRound(world, candidate, []);
    const clientPublic = requiredParameter(AuthParameters, 'SRP_A');
    return nextRound(world, candidate, [{ challengeName: 'SRP_A', challengeResult: true }], clientPublic);
  },

  REFRESH_TOKEN_AUTH: async (world, { client }, { AuthParameters = {} }) => ({
    ChallengeParameters: {},
    AuthenticationResult: await world.tokens.refresh(AuthParameters['REFRESH_TOKEN'], client, {
      deviceKey: AuthParameters['DEVICE_KEY'],
    }),
  }),
};
AUTH_FLOWS.REFRESH_TOKEN = AUTH_FLOWS.REFRESH_TOKEN_AUTH!;
