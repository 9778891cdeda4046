import type { Metadata } from '../triggers/trigger-events.js';
import type { Client, Pool, User } from './model.js';

/** Whose request it is: the app client, and the pool it belongs to. */
export interface Caller {
  readonly pool: Pool;
  readonly client: Client;
}

/** Somebody in the middle of something, and through which client. */
export interface UserContext extends Caller {
  readonly user: User;
  /** The device that it comes from, as it says, and whether it has proved that. */
  readonly deviceKey?: string | undefined;
  readonly deviceProved?: boolean;
  /** The session whose access token came along. */
  readonly sessionId?: string | undefined;
  /** What the page sent along with this request, for triggers. */
  readonly clientMetadata?: Metadata | undefined;
}
