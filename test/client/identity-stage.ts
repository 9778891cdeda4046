import assert from 'node:assert/strict';
import { IDENTITY_POOLS, SEED } from '../../demo/cognito/index.js';
import { PASSWORD } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

/** An identity pool that lets guests in, and one that does not. */
export const [{ id: POOL }, { id: WITHOUT_GUESTS }] = IDENTITY_POOLS;

/** A second user who signs in with a password alone. */
const KIM = {
  username: 'kim',
  password: PASSWORD,
  attributes: { email: 'kim@example.com', email_verified: 'true' },
  note: '',
};
const [USER_POOL = assert.fail(), ...POOLS] = SEED;

/** A stage whose user pool has this second user. */
export const openIdentityStage = (): Promise<Stage> =>
  Stage.open([{ ...USER_POOL, users: [...USER_POOL.users, KIM] }, ...POOLS]);
