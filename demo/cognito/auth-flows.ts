import { randomBytes } from 'node:crypto';
import type {
  AuthFlowType,
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterPassword, requireUsable } from './after-password.js';
import { requiredParameter } from './callers.js';
import { decoyOf } from './decoys.js';
import { notAuthorized, userNotFound } from './errors.js';
import { countPassword, requireUnlocked } from './lockout.js';
import type { User } from './model.js';
import { answerTo, matches, padHex } from './srp.js';
import type { Handshake } from './srp.js';
import { findUser, srpIdentity } from './users.js';
import type { Caller, World } from './world.js';

type Flow = (world: World, caller: Caller, request: Partial<InitiateAuthRequest>) => Promise<InitiateAuthResponse>;

/** A proof of a password that was begun, by its secret block. `user` is missing when nobody has that name. */
export interface SrpAttempt extends Caller {
  readonly user: User | undefined;
  readonly userId: string;
  readonly handshake: Handshake;
  readonly expiresAt: number;
}

const SRP_LIFETIME = 180_000;

/** How a sign-in begins, for each AuthFlow of InitiateAuth that is there. */
export const AUTH_FLOWS: Partial<Record<AuthFlowType, Flow>> = {
  /** Never tells whether the user exists: somebody unknown gets a challenge that no password solves. */
  USER_SRP_AUTH: async (world, caller, { AuthParameters = {} }) => {
    const name = requiredParameter(AuthParameters, 'USERNAME');
    const user = findUser(caller.pool, name);
    if (!user && caller.client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
    const { userId, verifier } = user?.verifier
      ? { userId: user.username, verifier: user.verifier }
      : decoyOf(caller, name);
    const handshake = answerTo(requiredParameter(AuthParameters, 'SRP_A'), verifier);
    const secretBlock = randomBytes(64).toString('base64');
    world.srpAttempts.set(secretBlock, { ...caller, user, userId, handshake, expiresAt: world.now() + SRP_LIFETIME });
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: padHex(BigInt(`0x${verifier.salt}`)),
        SECRET_BLOCK: secretBlock,
        SRP_B: padHex(handshake.serverPublic),
        USERNAME: userId,
        USER_ID_FOR_SRP: userId,
      },
    };
  },

  USER_PASSWORD_AUTH: async (world, caller, { AuthParameters = {} }) => {
    const name = requiredParameter(AuthParameters, 'USERNAME');
    const password = requiredParameter(AuthParameters, 'PASSWORD');
    const user = findUser(caller.pool, name);
    if (!user) throw caller.client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : notAuthorized();
    requireUnlocked(world, user);
    const isRight =
      user.verifier !== undefined && matches(user.verifier, srpIdentity(caller.pool, user.username), password);
    countPassword(world, user, isRight);
    if (!isRight) throw notAuthorized();
    requireUsable(user);
    return afterPassword(world, { ...caller, user });
  },

  REFRESH_TOKEN_AUTH: async (world, { client }, { AuthParameters = {} }) => ({
    ChallengeParameters: {},
    AuthenticationResult: await world.tokens.refresh(AuthParameters['REFRESH_TOKEN'], client),
  }),
};
AUTH_FLOWS.REFRESH_TOKEN = AUTH_FLOWS.REFRESH_TOKEN_AUTH!;
