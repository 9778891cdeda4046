import { openIdentityPool } from '../../cognito/identity-pool.js';
import type { AuthConfig, Environment, SessionStore } from '../../config/config.js';
import { GuestIdentity } from '../../session/guest.js';
import type { Keeper } from '../../session/keeper.js';
import { Credentials } from './credentials.js';
import type { DirectLogins } from './direct-logins.js';
import { IdentityLogins } from './identity-logins.js';

/** What the use of an identity pool needs. */
export interface IdentityServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly keeper: Keeper;
  readonly store: SessionStore;
  readonly direct: DirectLogins;
}

/** What an identity pool is for: AWS credentials, and users who sign in at it. */
export interface Identities {
  readonly credentials: Credentials;
  readonly logins: IdentityLogins;
}

/** The code for identity pools, with the SDK of AWS. */
export function openIdentities(services: IdentityServices): Identities {
  const { config, environment, store } = services;
  const shared = { ...services, pool: openIdentityPool(config, environment), guest: new GuestIdentity(config, store) };
  return { credentials: new Credentials(shared), logins: new IdentityLogins(shared) };
}
