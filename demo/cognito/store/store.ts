import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { ChallengeResult } from '../triggers/trigger-events.js';
import type { HostedPages } from './hosted-pages.js';
import type { IdentityPools } from './identity-pools.js';
import type { Pool, User } from './model.js';
import type { Outbox } from './outbox.js';
import type { Sessions } from './sessions.js';
import type { Handshake } from './srp.js';
import type { Tokens } from './tokens.js';
import type { Caller, UserContext } from './user-context.js';

/** All state of a local Cognito, and its clock. */
export interface Store {
  readonly pools: readonly Pool[];
  readonly outbox: Outbox;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly hosted: HostedPages;
  readonly identityPools: IdentityPools;
  /** The issuer of the identity provider, once there is one. */
  upstream?: string;
  /** The SRP proofs that were begun, by their secret block. */
  readonly srpAttempts: Map<string, SrpAttempt>;
  /** How many more requests of an operation are refused, by its name. */
  readonly throttled: Map<string, number>;
  /** The challenges of a user's next sign-in, in order, instead of the second factor. */
  readonly forcedChallenges: Map<User, readonly ChallengeNameType[]>;
  /** Issues the next forced challenge. A member of the store, as it leads back to the flows that call it. */
  nextForcedChallenge(context: UserContext): Promise<InitiateAuthResponse | undefined>;
  /** Epoch milliseconds. */
  now(): number;
  /** A random integer from 0, and below this. */
  random(below: number): number;
}

/** An SRP proof of a password that was begun. `user` is missing if the name is unknown. */
export interface SrpAttempt extends Caller {
  readonly user: User | undefined;
  readonly userId: string;
  readonly handshake: Handshake;
  readonly expiresAt: number;
  /** Its session, in USER_AUTH. */
  readonly session?: string;
  /** The previous challenges, in CUSTOM_AUTH. */
  readonly history?: readonly ChallengeResult[];
}
