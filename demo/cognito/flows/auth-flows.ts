import type {
  AuthFlowType,
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized, userNotFound } from '../exceptions.js';
import type { Store } from '../store/store.js';
import type { Caller } from '../store/user-context.js';
import { findUser } from '../store/users.js';
import { requireEnabled, requireSignInAllowed } from './account-status.js';
import { afterPassword, mfaOrTokens } from './after-password.js';
import { nextRound } from './custom-auth.js';
import {
  candidateFor,
  FIRST_CHALLENGES,
  firstChallengeNamed,
  firstChallengesOf,
  randomChallenge,
  replacesFactor,
} from './first-factors.js';
import { issueChallenge } from './issue-challenge.js';
import { beginProof, requirePassword } from './password-proof.js';
import { requiredParameter } from './required.js';
import { simulatedVerifier } from './simulated-user.js';

type Flow = (store: Store, caller: Caller, request: Partial<InitiateAuthRequest>) => Promise<InitiateAuthResponse>;

/** The first step of a sign-in, for each supported AuthFlow of InitiateAuth. */
export const AUTH_FLOWS: Partial<Record<AuthFlowType, Flow>> = {
  USER_SRP_AUTH: async (store, caller, { AuthParameters = {} }) => {
    const name = requiredParameter(AuthParameters, 'USERNAME');
    const user = findUser(caller.pool, name);
    if (!user && caller.client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
    const stated = user?.verifier
      ? { userId: user.username, verifier: user.verifier }
      : simulatedVerifier(caller, name);
    return beginProof(store, caller, { user, ...stated }, requiredParameter(AuthParameters, 'SRP_A'));
  },

  USER_PASSWORD_AUTH: async (store, caller, { AuthParameters = {} }) => {
    const name = requiredParameter(AuthParameters, 'USERNAME');
    const password = requiredParameter(AuthParameters, 'PASSWORD');
    const user = findUser(caller.pool, name);
    if (!user) throw caller.client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : notAuthorized();
    requirePassword(store, { ...caller, user }, password);
    const next = await afterPassword(store, {
      ...caller,
      user,
      typedName: name,
      deviceKey: AuthParameters['DEVICE_KEY'],
    });
    // A user who typed an alias: the next request has to carry this name.
    const told = next.ChallengeName && { USER_ID_FOR_SRP: user.username };
    return { ...next, ChallengeParameters: { ...next.ChallengeParameters, ...told } };
  },

  /** The session of a sign-up replaces a factor that the sign-up has proved. */
  USER_AUTH: async (store, caller, { AuthParameters = {}, Session }) => {
    const { PREFERRED_CHALLENGE: wanted, DEVICE_KEY: deviceKey } = AuthParameters;
    const candidate = {
      ...candidateFor(store, caller, requiredParameter(AuthParameters, 'USERNAME'), wanted),
      deviceKey,
    };
    requireEnabled(candidate.user);
    const { signUp } = store.sessions.ofSignUp(Session, candidate, 'AUTO_SIGN_IN') ?? {};
    store.sessions.close(Session);
    if (signUp && replacesFactor(candidate, signUp)) return mfaOrTokens(store, candidate);
    const preferred = firstChallengeNamed(candidate, wanted) ?? randomChallenge(store, candidate);
    const kept = candidate.unknownUsername === undefined ? {} : { unknownUsername: candidate.unknownUsername };
    const next = preferred
      ? await FIRST_CHALLENGES[preferred].begin(store, candidate, AuthParameters)
      : issueChallenge(store, candidate, 'SELECT_CHALLENGE', {}, kept);
    return next.AuthenticationResult ? next : { ...next, AvailableChallenges: firstChallengesOf(candidate) };
  },

  /** With CHALLENGE_NAME the triggers may ask for the password first. */
  CUSTOM_AUTH: async (store, caller, { AuthParameters = {} }) => {
    const candidate = {
      ...candidateFor(store, caller, requiredParameter(AuthParameters, 'USERNAME')),
      deviceKey: AuthParameters['DEVICE_KEY'],
    };
    requireSignInAllowed(candidate.user);
    if (AuthParameters['CHALLENGE_NAME'] !== 'SRP_A') return nextRound(store, candidate, []);
    const clientPublic = requiredParameter(AuthParameters, 'SRP_A');
    return nextRound(store, candidate, [{ challengeName: 'SRP_A', challengeResult: true }], clientPublic);
  },

  REFRESH_TOKEN_AUTH: async (store, { client }, { AuthParameters = {} }) => ({
    ChallengeParameters: {},
    AuthenticationResult: await store.tokens.refresh(AuthParameters['REFRESH_TOKEN'], client, {
      deviceKey: AuthParameters['DEVICE_KEY'],
    }),
  }),
};
AUTH_FLOWS.REFRESH_TOKEN = AUTH_FLOWS.REFRESH_TOKEN_AUTH!;
