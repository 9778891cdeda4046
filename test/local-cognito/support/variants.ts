import { SEED } from '../../../demo/cognito/index.js';
import type { SeedPool } from '../../../demo/cognito/index.js';

/** The secret of the app client `secret`. */
export const CLIENT_SECRET = 'a-secret-that-only-a-server-can-keep';

const [example1, ...others] = SEED as readonly [SeedPool, ...SeedPool[]];

/** A copy of the first pool of the demo with another app client. */
const variant = (name: string, client: Partial<SeedPool['client']>): SeedPool => ({
  ...example1,
  pool: { ...example1.pool, id: `us-east-1_${name}` },
  client: { ...example1.client, ...client, id: name.toLowerCase() },
});

/** The pools of the demo, and pools with the app clients `legacy`, `secret` and `rotating`. */
export const VARIANTS: readonly SeedPool[] = [
  example1,
  ...others,
  variant('Legacy', { preventUserExistenceErrors: 'LEGACY' }),
  variant('Secret', { secret: CLIENT_SECRET }),
  variant('Rotating', { rotationGracePeriod: 30 }),
];
