import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SEED } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const POOL = { userPoolId: 'us-east-1_Example7', userPoolClientId: 'stu901' };
const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };

/** A pool whose users have no password. */
const CODES: SeedPool = {
  title: 'Codes',
  pool: { id: 'us-east-1_Codes', firstFactors: ['EMAIL_OTP'], defaultEmailOption: 'CONFIRM_WITH_LINK' },
  client: { id: 'codes', authFlows: ['ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH'] },
  users: [],
};

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open([CODES, ...SEED]);
});
afterEach(() => stage.close());

/** Follows the link in the newest mail to an address. */
async function follows(address: string): Promise<void> {
  const { link = '' } = stage.cognito.outbox.latest(address);
  assert.equal((await fetch(new URL(link, stage.cognito.endpoint))).status, 200);
}

describe('A new user to whom a link was sent', () => {
  it('is signed in once the link was followed, and nothing changes before', async () => {
    const client = stage.client(POOL);
    const asked = expectStep(await client.signUp(IDA), 'confirmSignUp');
    assert.deepEqual(asked.delivery, { medium: 'email', destination: 'i***@e***' });
    assert.equal(await client.confirmSignUp({ username: 'ida' }), asked);
    assert.equal(await client.confirmSignUp({ username: 'ida', unasked: true }), asked);
    await follows('ida@example.com');
    expectStep(await client.confirmSignUp({ username: 'ida', unasked: true }), 'done');
  });

  it('can request another one', async () => {
    const client = stage.client(POOL);
    await client.signUp(IDA);
    const again = expectStep(await client.resendSignUpCode({ username: 'ida' }), 'confirmSignUp');
    assert.equal(stage.cognito.outbox.to('ida@example.com').length, 2);
    assert.equal(await client.confirmSignUp({ username: 'ida' }), again);
    await follows('ida@example.com');
    expectStep(await client.confirmSignUp({ username: 'ida' }), 'done');
  });

  it('sees no error of a request that they did not make', async () => {
    const client = stage.client(POOL);
    const asked = await client.signUp(IDA);
    stage.intercept = () => Promise.reject(new TypeError('No network.'));
    assert.equal(await client.confirmSignUp({ username: 'ida', unasked: true }), asked);
    await expectError(client.confirmSignUp({ username: 'ida' }), 'offline');
  });

  it('signs in as usual where the page no longer has the password', async () => {
    const client = stage.client(POOL);
    const asked = expectStep(await signIn(client, 'lena'), 'confirmSignUp');
    assert.equal(await client.confirmSignUp({ username: 'lena', unasked: true }), asked);
    await follows('lena@example.com');
    assert.deepEqual(await client.confirmSignUp({ username: 'lena' }), { name: 'signIn', username: 'lena' });
    expectStep(await signIn(client, 'lena'), 'done');
  });

  it('is sent no code before they say that they followed it, where they have no password', async () => {
    const client = stage.client({ userPoolId: 'us-east-1_Codes', userPoolClientId: 'codes', authFlow: 'USER_AUTH' });
    const asked = await client.signUp({ username: 'ida', attributes: { email: 'ida@example.com' } });
    await follows('ida@example.com');
    assert.equal(await client.confirmSignUp({ username: 'ida', unasked: true }), asked);
    assert.equal(stage.cognito.outbox.to('ida@example.com').length, 1);
    expectStep(await client.confirmSignUp({ username: 'ida' }), 'confirmSignIn');
  });

  it('is asked nothing by the pool before they say that they followed it', async () => {
    const client = stage.client({ ...POOL, authFlow: 'CUSTOM_WITHOUT_SRP' });
    const asked = await client.signUp(IDA);
    const before = stage.asked.length;
    assert.equal(await client.confirmSignUp({ username: 'ida', unasked: true }), asked);
    assert.equal(stage.asked.length, before);
  });
});
