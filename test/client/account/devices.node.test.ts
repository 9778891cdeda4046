import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SeedPool } from '../../../demo/cognito/index.js';
import { Secret } from '../../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../../contracts/client.contract.js';
import { Stage } from '../stage.js';

const POOL: SeedPool = {
  title: 'Devices',
  pool: { id: 'us-east-1_Devices', mfa: 'OPTIONAL', mfaMethods: ['EMAIL_OTP'], devices: 'ALWAYS' },
  client: { id: 'devices' },
  users: [
    {
      username: 'dora',
      password: PASSWORD,
      attributes: { email: 'dora@example.com', email_verified: 'true' },
      email: true,
      note: '',
    },
  ],
};

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open([POOL]);
});
afterEach(() => stage.close());

/** Signs in Dora, in this browser or (`memory`) in a new one. */
async function signsIn(storage?: 'memory') {
  const client = stage.client({
    userPoolId: 'us-east-1_Devices',
    userPoolClientId: 'devices',
    ...(storage && { storage }),
  });
  const { ticket } = expectStep(await signIn(client, 'dora'), 'confirmSignIn');
  const answer = new Secret(stage.cognito.outbox.latest('dora@example.com').code);
  expectStep(await client.answer({ ticket, answer }), 'done');
  return { client, account: await client.account() };
}

describe('The devices of a user', () => {
  it('are listed, with the current one', async () => {
    const start = stage.clock.now();
    await signsIn('memory');
    stage.clock.advance(60_000);
    const { account } = await signsIn();
    const [there, here] = await account.fetchDevices();
    assert.equal(there?.isCurrent, false);
    assert.equal(there.createdAt, start);
    assert.equal(here?.isCurrent, true);
    assert.equal(here.createdAt, start + 60_000);
    assert.equal(here.lastAuthenticatedAt, start + 60_000);
    assert.equal(here.lastIpAddress, '127.0.0.1');
    assert.ok(here.name);
    assert.match(here.deviceKey, /^us-east-1_/);
  });

  it('are all listed, however many pages that takes', async () => {
    const { account } = await signsIn();
    for (let count = 0; count < 61; count += 1) await signsIn('memory');
    stage.asked.length = 0;
    assert.equal(new Set((await account.fetchDevices()).map(({ deviceKey }) => deviceKey)).size, 62);
    assert.deepEqual(stage.asked, ['ListDevices', 'ListDevices']);
  });

  it('need the second factor again once they are no longer remembered', async () => {
    const { client, account } = await signsIn();
    const [here = assert.fail()] = await account.fetchDevices();
    await client.signOut({});
    expectStep(await signIn(client, 'dora'), 'done');
    assert.equal(here.remembered, true);
    await account.rememberDevice({ deviceKey: here.deviceKey, remembered: false });
    assert.equal((await account.fetchDevices())[0]?.remembered, false);
    await client.signOut({});
    expectStep(await signIn(client, 'dora'), 'confirmSignIn');
  });

  it('are forgotten here when their account is deleted', async () => {
    const { account } = await signsIn();
    await account.deleteUser();
    assert.deepEqual([...stage.kept], []);
  });

  it('are this one, unless another is named', async () => {
    const { account } = await signsIn();
    await account.rememberDevice({ remembered: false });
    assert.equal((await account.fetchDevices())[0]?.remembered, false);
    await account.rememberDevice();
    assert.equal((await account.fetchDevices())[0]?.remembered, true);
    await account.forgetDevice();
    assert.deepEqual(await account.fetchDevices(), []);
    await expectError(account.rememberDevice(), 'configuration');
  });

  it('can be forgotten again without an error', async () => {
    await signsIn();
    const { account } = await signsIn('memory');
    const devices = await account.fetchDevices();
    for (const { deviceKey } of [...devices, ...devices]) await account.forgetDevice({ deviceKey });
    assert.deepEqual(await account.fetchDevices(), []);
    const { account: here } = await signsIn();
    const elsewhere = await here.fetchDevices();
    for (const { deviceKey } of elsewhere) await account.forgetDevice({ deviceKey });
    await here.forgetDevice();
    await expectError(here.forgetDevice(), 'configuration');
  });

  it('can be forgotten, this one too', async () => {
    await signsIn('memory');
    const { client, account } = await signsIn();
    for (const { deviceKey } of await account.fetchDevices()) await account.forgetDevice({ deviceKey });
    assert.deepEqual(await account.fetchDevices(), []);
    await client.signOut({});
    stage.asked.length = 0;
    expectStep(await signIn(client, 'dora'), 'confirmSignIn');
    assert.deepEqual(stage.asked, ['InitiateAuth', 'RespondToAuthChallenge']);
    assert.ok(![...stage.kept.values()].join().includes('us-east-1_'));
  });

  for (const refreshesForgottenDevices of [false, true]) {
    const until = refreshesForgottenDevices ? 'it is signed out' : 'its access token expires';
    it(`that was forgotten is signed in until ${until}, where Cognito has it so`, async () => {
      Object.assign(stage.cognito.store.pools[0]!, { refreshesForgottenDevices });
      const { client, account } = await signsIn();
      await account.forgetDevice();
      await client.getTokens();
      stage.clock.advance(3_600_000);
      if (refreshesForgottenDevices) await client.getTokens();
      else await expectError(client.getTokens(), 'session-expired');
      const ends = client.changes.flatMap((change) => (change.name === 'ended' ? [change.reason] : []));
      assert.deepEqual(ends, refreshesForgottenDevices ? [] : ['revoked']);
    });
  }
});
