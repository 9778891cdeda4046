import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SeedPool } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectStep, PASSWORD } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const POOL = { userPoolId: 'us-east-1_Open', userPoolClientId: 'open' } as const;
const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };
const WELCOME = { name: 'signIn', username: 'ida', notice: 'confirmed' } as const;

/** A pool whose function confirms every new account. */
const OPEN: SeedPool = {
  title: 'Open',
  pool: {
    id: POOL.userPoolId,
    triggers: {
      preSignUp: (event) => Promise.resolve({ ...event, response: { ...event.response, autoConfirmUser: true } }),
    },
  },
  client: { id: POOL.userPoolClientId },
  people: [],
};

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open([OPEN]);
});
afterEach(() => stage.close());

describe('A new account that nobody has to confirm', () => {
  it('is signed in to at once', async () => {
    assert.equal(expectStep(await stage.client(POOL).signUp(IDA), 'done').user.username, 'ida');
  });

  it('leads to the sign-in where the page wants that', async () => {
    assert.deepEqual(await stage.client({ ...POOL, autoSignIn: false }).signUp(IDA), WELCOME);
  });

  it('is there, and is said to be, when the sign-in fails', async () => {
    const client = stage.client(POOL);
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('.SignUp') ? pass() : Promise.reject(new TypeError('No network.'));
    assert.deepEqual(await client.signUp(IDA), WELCOME);
    stage.intercept = (_, pass) => pass();
    expectStep(await client.signIn(IDA), 'done');
  });
});
