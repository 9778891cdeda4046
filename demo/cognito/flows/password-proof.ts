import { randomBytes } from 'node:crypto';
import type { InitiateAuthResponse, RespondToAuthChallengeRequest } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoException, notAuthorized } from '../exceptions.js';
import type { User } from '../store/model.js';
import { signedTime } from '../store/srp-time.js';
import { answerTo, matches, padHex, proves } from '../store/srp.js';
import type { Verifier } from '../store/srp.js';
import type { SrpAttempt, Store } from '../store/store.js';
import type { Caller, UserContext } from '../store/user-context.js';
import { findUser, srpIdentity } from '../store/users.js';
import { requireSignInAllowed, requireUsablePassword } from './account-status.js';
import { countPassword, requireUnlocked } from './lockout.js';
import { requiredParameter } from './required.js';

const SRP_LIFETIME = 180_000;

/** Checks a password in plain text, and whether it may sign in. A wrong one counts toward the lockout. */
export function requirePassword(store: Store, context: UserContext, password: string): void {
  const { pool, user } = context;
  requireUsablePassword(context);
  requireUnlocked(store, user);
  const isRight = user.verifier !== undefined && matches(user.verifier, srpIdentity(pool, user.username), password);
  countPassword(store, user, isRight);
  if (!isRight) throw notAuthorized();
  requireSignInAllowed(user);
}

/** Begins an SRP proof of a password, and returns the server's half. */
export function beginProof(
  store: Store,
  caller: Caller,
  who: { readonly user: User | undefined; readonly userId: string; readonly verifier: Verifier },
  clientPublic: string,
  kept: Pick<SrpAttempt, 'session' | 'history'> = {},
): InitiateAuthResponse {
  const { pool, client } = caller;
  const { user, userId, verifier } = who;
  const handshake = answerTo(clientPublic, verifier);
  const secretBlock = randomBytes(64).toString('base64');
  const expiresAt = store.now() + SRP_LIFETIME;
  store.srpAttempts.set(secretBlock, { pool, client, user, userId, handshake, expiresAt, ...kept });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ...(kept.session !== undefined && { Session: kept.session }),
    ChallengeParameters: {
      SALT: padHex(BigInt(`0x${verifier.salt}`)),
      SECRET_BLOCK: secretBlock,
      SRP_B: padHex(handshake.serverPublic),
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
}

/** Checks an SRP proof of a password, and returns its user. A secret block can be used once. */
export function finishProof(
  store: Store,
  { ChallengeResponses = {}, ClientMetadata, Session }: Partial<RespondToAuthChallengeRequest>,
  caller: Caller,
): { readonly context: UserContext; readonly attempt: SrpAttempt } {
  const secretBlock = requiredParameter(ChallengeResponses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const time = signedTime(requiredParameter(ChallengeResponses, 'TIMESTAMP'));
  const attempt = store.srpAttempts.get(secretBlock);
  store.srpAttempts.delete(secretBlock);
  const { client } = caller;
  if (!attempt || attempt.client !== client || attempt.expiresAt <= store.now()) throw notAuthorized();
  if (attempt.session !== undefined) {
    if (attempt.session !== Session) throw notAuthorized('Invalid session for the user.');
    store.sessions.get(Session, client.id, ['PASSWORD_VERIFIER']);
  }
  const { pool, user, userId, handshake } = attempt;
  const typedName = ChallengeResponses['USERNAME'];
  if (findUser(pool, typedName) !== user) throw notAuthorized();
  if (user) {
    requireUsablePassword({ pool, client, user });
    requireUnlocked(store, user);
  }
  const message = [srpIdentity(pool, userId), Buffer.from(secretBlock, 'base64'), time];
  const claim = ChallengeResponses['PASSWORD_CLAIM_SIGNATURE'] ?? '';
  const isRight = proves(handshake, message, claim) && handshake.verifier === user?.verifier;
  if (user) countPassword(store, user, isRight);
  if (!user || !isRight) throw notAuthorized();
  requireSignInAllowed(user);
  const deviceKey = ChallengeResponses['DEVICE_KEY'];
  return { context: { pool, client, user, typedName, deviceKey, clientMetadata: ClientMetadata }, attempt };
}

/** Whether a request failed for its device key: clients of AWS then repeat it without one. */
export const isUnknownDevice = (refusal: unknown): boolean =>
  refusal instanceof CognitoException && refusal.name === 'ResourceNotFoundException';

/** Lets the client repeat a proof that was right. */
export function keepProof(
  store: Store,
  { ChallengeResponses = {} }: Partial<RespondToAuthChallengeRequest>,
  attempt: SrpAttempt,
): void {
  store.srpAttempts.set(ChallengeResponses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '', attempt);
}
