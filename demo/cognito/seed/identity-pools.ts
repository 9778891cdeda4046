import { COGNITO_IDENTITY, userPoolKey } from '../store/identity-pools.js';
import type { IdentityPool, LoginSource } from '../store/identity-pools.js';
import type { SeedPool } from './seed-pool.js';

/** An identity pool of the seed. It takes the users of all user pools that are started with it. */
export interface SeedIdentityPool {
  readonly id: string;
  readonly allowsGuests: boolean;
  /** Default: one for users, and one for guests. */
  readonly roles?: IdentityPool['roles'];
}

const ROLES: IdentityPool['roles'] = { authenticated: 'LocalUserRole', unauthenticated: 'LocalGuestRole' };

/** The identity pools of the demo: with guests, and without. */
export const IDENTITY_POOLS = [
  { id: 'us-east-1:0a1b2c3d-0000-4000-8000-000000000001', allowsGuests: true },
  { id: 'us-east-1:0a1b2c3d-0000-4000-8000-000000000002', allowsGuests: false },
] as const satisfies readonly SeedIdentityPool[];

/** An identity pool without identities. */
export const createIdentityPool = (
  { id, allowsGuests, roles = ROLES }: SeedIdentityPool,
  userPools: readonly SeedPool[],
): IdentityPool => ({
  id,
  allowsGuests,
  roles,
  developerProvider: 'login.example',
  sources: new Map<string, LoginSource>([
    [COGNITO_IDENTITY, { kind: 'developer', identityPoolId: id }],
    ...userPools.map(
      ({ pool, client }) => [userPoolKey(pool), { kind: 'userPool', poolId: pool.id, clientIds: [client.id] }] as const,
    ),
  ]),
  identities: new Map(),
});
