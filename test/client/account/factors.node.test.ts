import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { totpCode } from '../../../demo/cognito/index.js';
import { Secret } from '../../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../../contracts/client.contract.js';
import { Stage } from '../stage.js';
import { CHOICE, ownerOf } from './owner.js';

const NEW_PASSWORD = 'Battery-Staple-8';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const codeOf = (key: Secret) => new Secret(totpCode(key.reveal(), stage.clock.now()));

describe('A password', () => {
  it('is changed with the previous one', async () => {
    const { account } = await ownerOf(stage, 'jane');
    const proposed = new Secret(NEW_PASSWORD);
    await expectError(account.changePassword({ previous: new Secret('Wrong-Horse-7'), proposed }), 'credentials');
    const short = { previous: new Secret(PASSWORD), proposed: new Secret('short-1') };
    const { detail } = await expectError(account.changePassword(short), 'password-policy');
    assert.match(detail ?? '', /long enough/);
    await account.changePassword({ previous: new Secret(PASSWORD), proposed });
    await expectError(signIn(stage.client(), 'jane'), 'credentials');
    expectStep(await signIn(stage.client(), 'jane', NEW_PASSWORD), 'done');
    await account.attributes();
  });

  it('can be tried a limited number of times', async () => {
    const { account } = await ownerOf(stage, 'jane');
    const guess = () =>
      account.changePassword({ previous: new Secret('Wrong-Horse-7'), proposed: new Secret(NEW_PASSWORD) });
    for (let guesses = 0; guesses < 5; guesses += 1) await expectError(guess(), 'credentials');
    await expectError(guess(), 'locked');
  });

  it('can be set by a user without one', async () => {
    const client = stage.client({ ...CHOICE, authFlow: 'USER_AUTH' });
    const { ticket } = expectStep(await client.signIn({ username: 'emma' }), 'confirmSignIn');
    const answer = new Secret(stage.cognito.outbox.latest('emma@example.com').code);
    expectStep(await client.answer({ ticket, answer }), 'done');
    const account = await client.account();
    assert.deepEqual(await account.authFactors(), ['email']);
    await account.changePassword({ proposed: new Secret(NEW_PASSWORD) });
    assert.deepEqual(await account.authFactors(), ['password', 'email']);
    await expectError(account.changePassword({ proposed: new Secret(PASSWORD) }), 'invalid-parameter');
    const other = stage.client({ ...CHOICE, authFlow: 'USER_SRP_AUTH' });
    expectStep(await signIn(other, 'emma', NEW_PASSWORD), 'done');
  });
});

describe('A second factor', () => {
  const NONE = { sms: 'disabled', totp: 'disabled', email: 'disabled', passkey: 'disabled' } as const;

  it('is told of in the step after it was set up', async () => {
    const { client } = await ownerOf(stage, 'jane');
    const { secret, ticket } = expectStep(await client.setUpTotp(), 'totpSetup');
    const done = expectStep(await client.answer({ ticket, answer: codeOf(secret) }), 'done');
    assert.equal(done.setUp, 'totp');
    assert.equal(expectStep(await client.restore(), 'done').setUp, undefined);
  });

  it('is required once it was set up and turned on', async () => {
    const { client, account } = await ownerOf(stage, 'jane');
    assert.deepEqual(await account.mfaPreference(), NONE);
    await expectError(account.setMfaPreference({ totp: 'preferred' }), 'mfa-not-set-up');
    const key = await account.setUpTotp();
    await expectError(account.verifyTotp({ code: new Secret('000000') }), 'wrong-code');
    await account.verifyTotp({ code: codeOf(key), deviceName: 'Phone' });
    assert.deepEqual(await account.mfaPreference(), NONE);
    expectStep(await signIn(stage.client(), 'jane'), 'done');
    await account.setMfaPreference({ totp: 'preferred' });
    assert.deepEqual(await account.mfaPreference(), { ...NONE, totp: 'preferred' });
    await client.signOut({});
    assert.equal(expectStep(await signIn(client, 'jane'), 'confirmSignIn').medium, 'totp');
  });

  it('can be one of several, and the preferred one', async () => {
    const { account } = await ownerOf(stage, 'cleo', CHOICE);
    const another = () => signIn(stage.client(CHOICE), 'cleo');
    await account.setMfaPreference({ email: 'enabled', sms: 'preferred' });
    assert.deepEqual(await account.mfaPreference(), { ...NONE, email: 'enabled', sms: 'preferred' });
    assert.equal(expectStep(await another(), 'confirmSignIn').medium, 'sms');
    await account.setMfaPreference({ email: 'preferred' });
    assert.deepEqual(await account.mfaPreference(), { ...NONE, email: 'preferred', sms: 'enabled' });
    assert.equal(expectStep(await another(), 'confirmSignIn').medium, 'email');
    await account.setMfaPreference({ email: 'enabled' });
    assert.deepEqual(expectStep(await another(), 'selectMfaType').types, ['sms', 'email']);
    await account.setMfaPreference({ sms: 'disabled', email: 'disabled' });
    assert.deepEqual(await account.mfaPreference(), NONE);
    expectStep(await another(), 'done');
  });

  it('needs an address to send codes to', async () => {
    const { account } = await ownerOf(stage, 'jane');
    await expectError(account.setMfaPreference({ sms: 'enabled' }), 'mfa-not-set-up');
    await expectError(account.setMfaPreference({ passkey: 'enabled' }), 'configuration');
  });

  it('has a key that is hidden in logs', async () => {
    const { account } = await ownerOf(stage, 'jane');
    const key = await account.setUpTotp();
    assert.match(key.reveal(), /^[A-Z2-7]{32,}$/);
    assert.equal(JSON.stringify(key), '"•••"');
  });
});
