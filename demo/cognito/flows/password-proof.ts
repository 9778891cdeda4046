import { randomBytes } from 'node:crypto';
import type { InitiateAuthResponse, RespondToAuthChallengeRequest } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoException, notAuthorized } from '../exceptions.js';
import type { User } from '../store/model.js';
import { answerTo, matches, padHex, proves } from '../store/srp.js';
import type { Verifier } from '../store/srp.js';
import type { SrpAttempt, World } from '../store/store.js';
import type { Caller, Visit } from '../store/user-context.js';
import { findUser, srpIdentity } from '../store/users.js';
import { requireUsable } from './after-password.js';
import { countPassword, requireUnlocked } from './lockout.js';
import { requiredParameter } from './required.js';

const SRP_LIFETIME = 180_000;

/** Checks a password that was typed. A wrong one counts. */
export function requirePassword(world: World, { pool, user }: Visit, password: string): void {
  requireUnlocked(world, user);
  const isRight = user.verifier !== undefined && matches(user.verifier, srpIdentity(pool, user.username), password);
  countPassword(world, user, isRight);
  if (!isRight) throw notAuthorized();
}

/** Begins a proof of a password by SRP: the server's half of it. */
export function beginProof(
  world: World,
  caller: Caller,
  who: { readonly user: User | undefined; readonly userId: string; readonly verifier: Verifier },
  clientPublic: string,
  kept: Pick<SrpAttempt, 'session' | 'history'> = {},
): InitiateAuthResponse {
  const { pool, client } = caller;
  const { user, userId, verifier } = who;
  const handshake = answerTo(clientPublic, verifier);
  const secretBlock = randomBytes(64).toString('base64');
  const expiresAt = world.now() + SRP_LIFETIME;
  world.srpAttempts.set(secretBlock, { pool, client, user, userId, handshake, expiresAt, ...kept });
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

/** Ends a proof of a password: whose it was, if it was right. The secret block says which proof; it is good for one. */
export function finishProof(
  world: World,
  { ChallengeResponses = {}, ClientMetadata, Session }: Partial<RespondToAuthChallengeRequest>,
  caller: Caller,
): { readonly visit: Visit; readonly attempt: SrpAttempt } {
  const secretBlock = requiredParameter(ChallengeResponses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const timestamp = requiredParameter(ChallengeResponses, 'TIMESTAMP');
  const attempt = world.srpAttempts.get(secretBlock);
  world.srpAttempts.delete(secretBlock);
  const { client } = caller;
  if (!attempt || attempt.client !== client || attempt.expiresAt <= world.now()) throw notAuthorized();
  if (attempt.session !== undefined) {
    if (attempt.session !== Session) throw notAuthorized('Invalid session for the user.');
    world.sessions.get(Session, client.id, ['PASSWORD_VERIFIER']);
  }
  const { pool, user, userId, handshake } = attempt;
  if (findUser(pool, ChallengeResponses['USERNAME']) !== user) throw notAuthorized();
  if (user) requireUnlocked(world, user);
  const message = [srpIdentity(pool, userId), Buffer.from(secretBlock, 'base64'), timestamp];
  const claim = ChallengeResponses['PASSWORD_CLAIM_SIGNATURE'] ?? '';
  const isRight = proves(handshake, message, claim) && handshake.verifier === user?.verifier;
  if (user) countPassword(world, user, isRight);
  if (!user || !isRight) throw notAuthorized();
  requireUsable(user);
  const deviceKey = ChallengeResponses['DEVICE_KEY'];
  return { visit: { pool, client, user, deviceKey, clientMetadata: ClientMetadata }, attempt };
}

/** Whether it was the device that a request was refused for: AWS's clients forget it, and send the rest once more. */
export const isUnknownDevice = (refusal: unknown): boolean =>
  refusal instanceof CognitoException && refusal.name === 'ResourceNotFoundException';

/** Lets a proof be sent once more: the password was right. */
export function keepProof(
  world: World,
  { ChallengeResponses = {} }: Partial<RespondToAuthChallengeRequest>,
  attempt: SrpAttempt,
): void {
  world.srpAttempts.set(ChallengeResponses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '', attempt);
}
