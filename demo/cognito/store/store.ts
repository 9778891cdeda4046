import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { ChallengeResult } from '../triggers/trigger-events.js';
import type { Pool, User } from './model.js';
import type { Outbox } from './outbox.js';
import type { Sessions } from './sessions.js';
import type { Handshake } from './srp.js';
import type { Tokens } from './tokens.js';
import type { Caller, UserContext } from './user-context.js';

/** All that an operation can touch. Nothing else in this folder remembers anything or reads a clock. */
export interface Store {
  readonly pools: readonly Pool[];
  readonly outbox: Outbox;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  /** The proofs of a password that were begun, by their secret block. Each is good for one answer. */
  readonly srpAttempts: Map<string, SrpAttempt>;
  /** How many more requests of an operation are one too many, by its name. */
  readonly throttled: Map<string, number>;
  /** What somebody is asked before their next sign-in ends, one after the other, in place of their second factor. */
  readonly forcedChallenges: Map<User, readonly ChallengeNameType[]>;
  /** What comes next by the script of somebody who has one. */
  nextForcedChallenge(context: UserContext): Promise<InitiateAuthResponse | undefined>;
  /** Epoch milliseconds. */
  now(): number;
}

/** A proof of a password that was begun, by its secret block. `user` is missing when nobody has that name. */
export interface SrpAttempt extends Caller {
  readonly user: User | undefined;
  readonly userId: string;
  readonly handshake: Handshake;
  readonly expiresAt: number;
  /** The session that it belongs to, in the flows that have one from the start. */
  readonly session?: string;
  /** The rounds before, in a custom sign-in. */
  readonly history?: readonly ChallengeResult[];
}
