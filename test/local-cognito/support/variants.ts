import { SEED } from '../../../demo/cognito/index.js';
import type { SeedPool } from '../../../demo/cognito/index.js';

/** What the app client `secret` has to know. */
export const CLIENT_SECRET = 'a-secret-that-only-a-server-can-keep';

const [example1, ...others] = SEED as readonly [SeedPool, ...SeedPool[]];

/** The first pool of the demo once more, with its people, and an app client that is set up in another way. */
const variant = (name: string, client: Partial<SeedPool['client']>): SeedPool => ({
  ...example1,
  pool: { ...example1.pool, id: `us-east-1_${name}` },
  client: { ...example1.client, ...client, id: name.toLowerCase() },
});

/** The pools of the demo, and some whose app clients `legacy`, `secret` and `rotating` are what they are called. */
export const VARIANTS: readonly SeedPool[] = [
  example1,
  ...others,
  variant('Legacy', { preventUserExistenceErrors: 'LEGACY' }),
  variant('Secret', { secret: CLIENT_SECRET }),
  variant('Rotating', { rotationGracePeriod: 30 }),
];
