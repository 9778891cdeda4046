import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SEED } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { MemoryStorage } from '../local-cognito/support/memory-storage.js';
import { closeSessionStorage, openSessionStorage } from './session-storage.js';
import { Stage } from './stage.js';

const [POOL = assert.fail(), ...POOLS] = SEED;
/** A user without a verified contact, like Vera. */
const VITO = {
  username: 'vito',
  password: PASSWORD,
  attributes: { email: 'vito@example.com', email_verified: 'false' },
  note: '',
};
const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };

const HOUR = 3_600_000;

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open([{ ...POOL, users: [...POOL.users, VITO] }, ...POOLS]);
  client = stage.client();
});
afterEach(() => stage.close());

const gone = () => Promise.reject(new TypeError('Failed to fetch'));
const codeFor = (address: string) => new Secret(stage.cognito.outbox.latest(address).code);

describe('Two users who sign in on one device', () => {
  it('are each not asked again when both want to verify a contact later', async () => {
    for (const username of ['vera', 'vito']) {
      const { ticket } = expectStep(await signIn(client, username), 'verifyContact');
      expectStep(await client.answer({ ticket, choice: 'later' }), 'done');
    }
    for (const username of ['vera', 'vito']) expectStep(await signIn(client, username), 'done');
  });

  it('do not answer each other’s prompt about a contact', async () => {
    const { ticket } = expectStep(await signIn(client, 'vera'), 'verifyContact');
    expectStep(await signIn(client, 'vito'), 'verifyContact');
    // His tokens are over, and are not refreshed for her.
    stage.clock.advance(HOUR);
    stage.asked.length = 0;
    await expectError(client.answer({ ticket, choice: 'email' }), 'challenge-expired');
    assert.deepEqual(stage.asked, []);
  });

  it('are not shown after a reload what the other was asked in this tab, nor where that code went', async (test) => {
    const [here, elsewhere] = [new MemoryStorage(), new MemoryStorage()];
    const goTo = (value: MemoryStorage) => openSessionStorage(value);
    test.after(closeSessionStorage);
    goTo(elsewhere);
    const { ticket } = expectStep(await signIn(client, 'vito'), 'verifyContact');
    expectStep(await client.answer({ ticket, choice: 'later' }), 'done');
    goTo(here);
    const question = expectStep(await signIn(client, 'vera'), 'verifyContact');
    expectStep(await client.answer({ ticket: question.ticket, choice: 'email' }), 'verifyContact');
    goTo(elsewhere);
    expectStep(await signIn(stage.client(), 'vito'), 'done');
    goTo(here);
    assert.equal(expectStep(await stage.client().restore(), 'done').user.username, 'vito');
  });

  it('do not enroll each other’s authenticator app', async () => {
    await signIn(client, 'jane');
    const { ticket } = expectStep(await client.setUpTotp(), 'totpSetup');
    await signIn(client, 'vito');
    stage.asked.length = 0;
    await expectError(client.answer({ ticket, answer: new Secret('000000') }), 'challenge-expired');
    assert.deepEqual(stage.asked, []);
  });
});

describe('Two users who sign up on one page', () => {
  it('do not get each other’s account: a lost sign-up is no claim to another name', async () => {
    stage.intercept = gone;
    await expectError(client.signUp(IDA), 'offline');
    stage.intercept = (_, pass) => pass();
    await expectError(client.signUp({ ...IDA, username: 'jane' }), 'username-exists');
  });

  it('do not get the same name once one of them has it', async () => {
    stage.intercept = gone;
    await expectError(client.signUp(IDA), 'offline');
    stage.intercept = (_, pass) => pass();
    expectStep(await client.signUp(IDA), 'confirmSignUp');
    await expectError(client.signUp(IDA), 'username-exists');
  });

  it('are not signed in by the code of the other', async () => {
    expectStep(await client.signUp(IDA), 'confirmSignUp');
    expectStep(await client.resendSignUpCode({ username: 'una' }), 'confirmSignUp');
    stage.asked.length = 0;
    const step = await client.confirmSignUp({ username: 'una', code: codeFor('una@example.com') });
    assert.deepEqual(step, { name: 'signIn', username: 'una', notice: 'confirmed' });
    assert.deepEqual(stage.asked, ['ConfirmSignUp']);
  });
});
