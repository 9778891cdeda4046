import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SEED } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const POOL = { userPoolId: 'us-east-1_Open', userPoolClientId: 'open' } as const;
const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };
const WELCOME = { name: 'signIn', username: 'ida', notice: 'confirmed' } as const;

/** A pool whose trigger confirms every new account. */
const OPEN: SeedPool = {
  title: 'Open',
  pool: {
    id: POOL.userPoolId,
    triggers: {
      preSignUp: (event) => Promise.resolve({ ...event, response: { ...event.response, autoConfirmUser: true } }),
    },
  },
  client: { id: POOL.userPoolClientId },
  users: [],
};

/** A pool that reveals which accounts exist. */
const TELLING: SeedPool = {
  title: 'Telling',
  pool: { id: 'us-east-1_Telling' },
  client: { id: 'telling', preventUserExistenceErrors: 'LEGACY' },
  users: [],
};

/** Pools that ignore or refuse an expired session of a sign-up, with and without codes as first factors. */
const LATE: readonly SeedPool[] = (['IGNORED', 'REFUSED'] as const).flatMap((expiredSignUpSessions) =>
  ([['PASSWORD'], ['PASSWORD', 'EMAIL_OTP']] as const).map((firstFactors): SeedPool => {
    const id = `${expiredSignUpSessions}${firstFactors.length}`;
    return {
      title: id,
      pool: { id: `us-east-1_${id}`, firstFactors, expiredSignUpSessions },
      client: { id, authFlows: ['ALLOW_USER_AUTH'] },
      users: [],
    };
  }),
);

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open([OPEN, TELLING, ...LATE, ...SEED]);
});
afterEach(() => stage.close());

describe('Another code for a new account', () => {
  it('leads to the same step without an account, also where Cognito reveals that', async () => {
    const client = stage.client({ userPoolId: 'us-east-1_Telling', userPoolClientId: 'telling' });
    await client.signUp(IDA);
    for (const username of ['ida', 'unknown'])
      assert.equal(expectStep(await client.resendSignUpCode({ username }), 'confirmSignUp').username, username);
  });
});

describe('A new account that is confirmed at once', () => {
  it('is signed in to at once', async () => {
    assert.equal(expectStep(await stage.client(POOL).signUp(IDA), 'done').user.username, 'ida');
  });

  it('leads to the sign-in where the page wants that', async () => {
    assert.deepEqual(await stage.client({ ...POOL, autoSignIn: false }).signUp(IDA), WELCOME);
  });

  it('is reported as created when the sign-in fails', async () => {
    const client = stage.client(POOL);
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('.SignUp') ? pass() : Promise.reject(new TypeError('No network.'));
    assert.deepEqual(await client.signUp(IDA), WELCOME);
    stage.intercept = (_, pass) => pass();
    expectStep(await client.signIn(IDA), 'done');
  });
});

describe('A user who confirms the account that they created on this page', () => {
  const code = () => new Secret(stage.cognito.outbox.latest('ida@example.com').code);

  for (const [title, meanwhile] of [
    ['a sign-out', (page) => page.signOut({})],
    ['the sign-in of another user', (page) => signIn(page, 'jane')],
    ['a failed sign-in of another user', (page) => signIn(page, 'jane', 'Wrong-Horse-7').catch(() => undefined)],
  ] as const satisfies readonly (readonly [string, (page: AuthClient) => Promise<unknown>])[]) {
    it(`is not signed in after ${title}`, async () => {
      const client = stage.client();
      expectStep(await client.signUp(IDA), 'confirmSignUp');
      await meanwhile(client);
      assert.deepEqual(await client.confirmSignUp({ username: 'ida', code: code() }), WELCOME);
    });
  }

  it('is signed in, also after they tried to sign in without confirming it', async () => {
    const client = stage.client();
    expectStep(await client.signUp(IDA), 'confirmSignUp');
    expectStep(await client.signIn(IDA), 'confirmSignUp');
    expectStep(await client.confirmSignUp({ username: 'ida', code: code() }), 'done');
  });

  for (const expired of ['IGNORED', 'REFUSED'] as const) {
    for (const firstFactors of [['PASSWORD'], ['PASSWORD', 'EMAIL_OTP']] as const) {
      const id = `${expired}${firstFactors.length}`;
      const allowed = firstFactors.join(' and ');

      it(`is signed in where the sign-up was long ago, its session is ${expired}, and ${allowed} are allowed`, async () => {
        const client = stage.client({
          userPoolId: `us-east-1_${id}`,
          userPoolClientId: id,
          authFlow: 'USER_AUTH',
        });
        expectStep(await client.signUp(IDA), 'confirmSignUp');
        stage.clock.advance(4 * 60_000);
        expectStep(await client.confirmSignUp({ username: 'ida', code: code() }), 'done');
      });
    }
  }
});
