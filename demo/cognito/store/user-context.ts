import type { Metadata } from '../triggers/trigger-events.js';
import type { Client, Pool, User } from './model.js';

/** The app client that sends a request, and its pool. */
export interface Caller {
  readonly pool: Pool;
  readonly client: Client;
}

/** The user of a request, with what the request says about them. */
export interface UserContext extends Caller {
  readonly user: User;
  /** The USERNAME of the request: the user name, or an alias. */
  readonly typedName?: string | undefined;
  /** The device key in the request, and whether the device has proved its secret. */
  readonly deviceKey?: string | undefined;
  readonly deviceProved?: boolean;
  /** Whether the sign-in happens on the hosted pages. It then ends without tokens: the app gets them for a code. */
  readonly isHosted?: boolean;
  /** The session of the access token, if there is one. */
  readonly sessionId?: string | undefined;
  /** The ClientMetadata of the request, for triggers. */
  readonly clientMetadata?: Metadata | undefined;
}
