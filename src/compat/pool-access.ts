import type { AuthClient } from '../client/auth-client.js';
import type { Wire } from '../client/wire.js';

/** What the users of a pool work with. */
export interface PoolAccess {
  readonly client: AuthClient;
  readonly wire: Wire;
  /** Has later calls wait for this. It must not reject. */
  settle(work: Promise<unknown>): void;
}
