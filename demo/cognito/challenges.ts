import type {
  ChallengeNameType,
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterPassword, askMfa, mfaOrTokens, requireUsable, tokens } from './after-password.js';
import { required } from './callers.js';
import { codeMismatch, invalidParameter, notAuthorized } from './errors.js';
import { countPassword, requireUnlocked } from './lockout.js';
import type { MfaMethod } from './model.js';
import { requirePolicy } from './passwords.js';
import type { Challenge } from './sessions.js';
import { proves } from './srp.js';
import { isTotpRight } from './totp.js';
import { findUser, requireSchema, setPassword, srpIdentity } from './users.js';
import type { Caller, World } from './world.js';

type Answer = (
  world: World,
  request: Partial<RespondToAuthChallengeRequest>,
  caller: Caller,
) => Promise<RespondToAuthChallengeResponse>;

/** An answer within a session. Only a right one uses the session up. */
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
  async (world, { Session, ChallengeResponses = {} }, { pool, client }) => {
    const challenge = world.sessions.get(Session, client.id, [name]);
    if (findUser(pool, ChallengeResponses['USERNAME']) !== challenge.user) {
      throw notAuthorized('Invalid session for the user.');
    }
    const miss = (): void => world.sessions.miss(Session ?? '');
    const next = await answer(world, challenge, ChallengeResponses, miss);
    world.sessions.close(Session);
    return next;
  };

/** What to do with the answer to each challenge that is there. */
export const CHALLENGES: Partial<Record<ChallengeNameType, Answer>> = {
  /** Has no session: the secret block says which proof it is. */
  PASSWORD_VERIFIER: async (world, { ChallengeResponses = {} }, caller) => {
    const secretBlock = required(ChallengeResponses['PASSWORD_CLAIM_SECRET_BLOCK'], 'PASSWORD_CLAIM_SECRET_BLOCK');
    const timestamp = required(ChallengeResponses['TIMESTAMP'], 'TIMESTAMP');
    const attempt = world.srpAttempts.get(secretBlock);
    world.srpAttempts.delete(secretBlock);
    if (!attempt || attempt.expiresAt <= world.now() || attempt.client !== caller.client) throw notAuthorized();
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

  NEW_PASSWORD_REQUIRED: inSession('NEW_PASSWORD_REQUIRED', async (world, { pool, client, user }, responses) => {
    const password = required(responses['NEW_PASSWORD'], 'NEW_PASSWORD');
    requirePolicy(pool.passwordPolicy, password);
    const prefix = 'userAttributes.';
    const attributes = new Map(user.attributes);
    for (const [name, value] of Object.entries(responses)) {
      if (name.startsWith(prefix)) attributes.set(name.slice(prefix.length), value);
    }
    requireSchema(pool, attributes);
    for (const [name, value] of attributes) user.attributes.set(name, value);
    setPassword(pool, user, password, world.now());
    user.status = 'CONFIRMED';
    return mfaOrTokens(world, { pool, client, user });
  }),

  SMS_MFA: inSession('SMS_MFA', async (world, challenge, responses, miss) => {
    if (responses['SMS_MFA_CODE'] !== challenge.code) {
      miss();
      throw codeMismatch('Invalid code or auth state for the user.');
    }
    return tokens(world, challenge);
  }),

  SOFTWARE_TOKEN_MFA: inSession('SOFTWARE_TOKEN_MFA', async (world, challenge, responses, miss) => {
    const { user } = challenge;
    const code = responses['SOFTWARE_TOKEN_MFA_CODE'] ?? '';
    if (!user.totp || !isTotpRight(user, user.totp.secret, code, world.now())) {
      miss();
      throw codeMismatch('Invalid code received for user');
    }
    return tokens(world, challenge);
  }),

  SELECT_MFA_TYPE: inSession('SELECT_MFA_TYPE', async (world, challenge, { ANSWER }) => {
    const chosen = challenge.pool.mfaMethods.find((method: MfaMethod) => method === ANSWER);
    if (!chosen || !challenge.user.mfa.has(chosen)) throw invalidParameter('Invalid MFA type selected.');
    return askMfa(world, challenge, chosen);
  }),

  /** Comes last, with the session of VerifySoftwareToken. */
  MFA_SETUP: inSession('MFA_SETUP', async (world, challenge) => {
    if (!challenge.verified) throw invalidParameter('MFA setup has not been completed for the user.');
    challenge.user.mfa.add('SOFTWARE_TOKEN_MFA');
    challenge.user.preferredMfa ??= 'SOFTWARE_TOKEN_MFA';
    return tokens(world, challenge);
  }),
};
