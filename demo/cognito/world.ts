import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Client, Pool, User } from './model.js';
import type { Outbox } from './outbox.js';
import type { SrpAttempt } from './password-proof.js';
import type { Sessions } from './sessions.js';
import type { Tokens } from './tokens.js';
import type { Metadata } from './trigger-events.js';

/** All that an operation can touch. Nothing else in this folder remembers anything or reads a clock. */
export interface World {
  readonly pools: readonly Pool[];
  readonly outbox: Outbox;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  /** The proofs of a password that were begun, by their secret block. Each is good for one answer. */
  readonly srpAttempts: Map<string, SrpAttempt>;
  /** How many more requests of an operation are one too many, by its name. */
  readonly throttled: Map<string, number>;
  /** What somebody is asked before their next sign-in ends, one after the other, in place of their second factor. */
  readonly scripts: Map<User, readonly ChallengeNameType[]>;
  /** What comes next by the script of somebody who has one. */
  followScript(visit: Visit): Promise<InitiateAuthResponse | undefined>;
  /** Epoch milliseconds. */
  now(): number;
}

/** Whose request it is: the app client, and the pool it belongs to. */
export interface Caller {
  readonly pool: Pool;
  readonly client: Client;
}

/** Somebody in the middle of something, and through which client. */
export interface Visit extends Caller {
  readonly user: User;
  /** The device that it comes from, as it says, and whether it has proved that. */
  readonly deviceKey?: string | undefined;
  readonly deviceProved?: boolean;
  /** The session whose access token came along. */
  readonly sessionId?: string | undefined;
  /** What the page sent along with this request, for triggers. */
  readonly clientMetadata?: Metadata | undefined;
}
