import type {
  ChallengeNameType,
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterPassword, askMfa, mfaOrTokens, requireUsable, tokens } from './after-password.js';
import { requiredParameter } from './callers.js';
import { codeMismatch, invalidParameter, notAuthorized } from './errors.js';
import { countPassword, requireUnlocked } from './lockout.js';
import type { MfaMethod } from './model.js';
import { requirePolicy } from './passwords.js';
import type { Challenge } from './sessions.js';
import { proves } from './srp.js';
import { isTotpRight } from './totp.js';
import {
  changeAttributes,
  findUser,
  requireFreeUsername,
  requireSchema,
  requireWritable,
  setPassword,
  srpIdentity,
} from './users.js';
import type { Caller, World } from './world.js';

type Answer = (
  world: World,
  request: Partial<RespondToAuthChallengeRequest>,
  caller: Caller,
) => Promise<RespondToAuthChallengeResponse>;

/**
 * An answer within a session, by the person it is about. Only a right one uses the session up. `answer` refuses before
 * it waits for anything, so the session is used up at once, and the same answer that comes a moment later is refused.
 */
const inSession =
  (
    name: ChallengeNameType,
    answer: (
      world: World,
      challenge: Challenge,
      responses: Readonly<Record<string, string>>,
      miss: () => void,
    ) => Promise<RespondToAuthChallengeResponse>,
  ): Answer =>
  async (world, { Session, ChallengeResponses = {} }, { client }) => {
    const challenge = world.sessions.get(Session, client.id, [name]);
    const { pool, user } = challenge;
    if (findUser(pool, ChallengeResponses['USERNAME']) !== user) throw notAuthorized('Invalid session for the user.');
    requireUsable(user);
    const miss = (): void => world.sessions.miss(Session ?? '');
    const next = answer(world, challenge, ChallengeResponses, miss);
    world.sessions.close(Session);
    return next;
  };

/** What to do with the answer to each challenge that is there. */
export const CHALLENGES: Partial<Record<ChallengeNameType, Answer>> = {
  /** Has no session: the secret block says which proof it is. */
  PASSWORD_VERIFIER: async (world, { ChallengeResponses = {} }, caller) => {
    const secretBlock = requiredParameter(ChallengeResponses, 'PASSWORD_CLAIM_SECRET_BLOCK');
    const timestamp = requiredParameter(ChallengeResponses, 'TIMESTAMP');
    const attempt = world.srpAttempts.get(secretBlock);
    world.srpAttempts.delete(secretBlock);
    if (!attempt || attempt.client !== caller.client || attempt.expiresAt <= world.now()) throw notAuthorized();
    const { pool, client, user, userId, handshake } = attempt;
    if (findUser(pool, ChallengeResponses['USERNAME']) !== user) throw notAuthorized();
    if (user) requireUnlocked(world, user);
    const message = [srpIdentity(pool, userId), Buffer.from(secretBlock, 'base64'), timestamp];
    const claim = ChallengeResponses['PASSWORD_CLAIM_SIGNATURE'] ?? '';
    const isRight = proves(handshake, message, claim) && handshake.verifier === user?.verifier;
    if (user) countPassword(world, user, isRight);
    if (!user || !isRight) throw notAuthorized();
    requireUsable(user);
    return afterPassword(world, { pool, client, user });
  },

  NEW_PASSWORD_REQUIRED: inSession('NEW_PASSWORD_REQUIRED', (world, { pool, client, user }, responses) => {
    const password = requiredParameter(responses, 'NEW_PASSWORD');
    requirePolicy(pool.passwordPolicy, password);
    const prefix = 'userAttributes.';
    const given = Object.entries(responses).filter(([name]) => name.startsWith(prefix));
    const changes = new Map(given.map(([name, value]) => [name.slice(prefix.length), value]));
    requireWritable(changes);
    requireSchema(pool, new Map([...user.attributes, ...changes]));
    requireFreeUsername(pool, user, changes);
    changeAttributes(user, changes);
    setPassword(pool, user, password, world.now());
    user.status = 'CONFIRMED';
    return mfaOrTokens(world, { pool, client, user });
  }),

  SMS_MFA: inSession('SMS_MFA', (world, challenge, responses, miss) => {
    if (responses['SMS_MFA_CODE'] !== challenge.code) {
      miss();
      throw codeMismatch('Invalid code or auth state for the user.');
    }
    return tokens(world, challenge);
  }),

  SOFTWARE_TOKEN_MFA: inSession('SOFTWARE_TOKEN_MFA', (world, challenge, responses, miss) => {
    const { user } = challenge;
    const code = responses['SOFTWARE_TOKEN_MFA_CODE'] ?? '';
    if (!user.totp || !isTotpRight(user, user.totp.secret, code, world.now())) {
      miss();
      throw codeMismatch('Invalid code received for user');
    }
    return tokens(world, challenge);
  }),

  SELECT_MFA_TYPE: inSession('SELECT_MFA_TYPE', (world, challenge, { ANSWER }) => {
    const chosen = challenge.pool.mfaMethods.find((method: MfaMethod) => method === ANSWER);
    if (!chosen || !challenge.user.mfa.has(chosen)) throw invalidParameter('Invalid MFA type selected.');
    return askMfa(world, challenge, chosen);
  }),

  /** Comes last, with the session of VerifySoftwareToken. */
  MFA_SETUP: inSession('MFA_SETUP', (world, challenge) => {
    if (!challenge.verified) throw invalidParameter('MFA setup has not been completed for the user.');
    challenge.user.mfa.add('SOFTWARE_TOKEN_MFA');
    challenge.user.preferredMfa ??= 'SOFTWARE_TOKEN_MFA';
    return tokens(world, challenge);
  }),
};
