import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SEED } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { closeSessionStorage, openSessionStorage } from './session-storage.js';
import { Stage } from './stage.js';

const DAY = 24 * 3_600_000;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open(SEED);
  openSessionStorage();
});
afterEach(async () => {
  closeSessionStorage();
  await stage.close();
});

const latest = (address: string): Secret => new Secret(stage.cognito.outbox.latest(address).code);

/** Signs in Vera, who has no verified contact. */
async function asked(config: Partial<UserPoolConfig> = {}) {
  const client = stage.client(config);
  return { client, step: expectStep(await signIn(client, 'vera'), 'verifyContact') };
}

describe('A user without a verified contact', () => {
  it('is signed in, and asked which one to verify', async () => {
    const { client, step } = await asked();
    assert.deepEqual(step.contacts, [
      { name: 'email', destination: 'v***@e***' },
      { name: 'phone_number', destination: '+*******0104' },
    ]);
    assert.equal(step.user.username, 'vera');
    assert.match((await client.getTokens()).accessToken, /^ey/);
  });

  for (const [contact, address] of [
    ['email', 'vera@example.com'],
    ['phone_number', '+15555550104'],
  ] as const) {
    it(`verifies their ${contact} by the code that is sent, also after a wrong one and a new one`, async () => {
      const { client, step } = await asked();
      const sent = expectStep(await client.answer({ ticket: step.ticket, choice: contact }), 'verifyContact');
      assert.deepEqual([sent.contact, sent.delivery?.medium], [contact, contact === 'email' ? 'email' : 'sms']);
      const wrong = new Secret(latest(address).reveal() === '000000' ? '111111' : '000000');
      await expectError(client.answer({ ticket: sent.ticket, answer: wrong }), 'wrong-code');
      const again = expectStep(await client.answer({ ticket: sent.ticket, choice: contact }), 'verifyContact');
      assert.equal(stage.cognito.outbox.to(address).length, 2);
      const done = expectStep(await client.answer({ ticket: again.ticket, answer: latest(address) }), 'done');
      assert.equal(done.user.attributes[`${contact}_verified`], 'true');
      await client.signOut({});
      expectStep(await signIn(client, 'vera'), 'done');
    });
  }

  it('can skip the prompt, and is asked again after the next sign-in', async () => {
    const { client, step } = await asked();
    const before = new Map(stage.kept);
    expectStep(await client.answer({ ticket: step.ticket, choice: 'skip' }), 'done');
    assert.deepEqual(stage.kept, before);
    expectStep(await stage.client().restore(), 'done');
    await client.signOut({});
    const again = expectStep(await signIn(client, 'vera'), 'verifyContact');
    const sent = expectStep(await client.answer({ ticket: again.ticket, choice: 'email' }), 'verifyContact');
    expectStep(await client.answer({ ticket: sent.ticket, choice: 'skip' }), 'done');
    expectStep(await signIn(client, 'vera'), 'verifyContact');
  });

  it('can skip the prompt while the request for a code is pending, which is given up', async () => {
    const { client, step } = await asked();
    const pending = new AbortController();
    const sent = expectError(client.answer({ ticket: step.ticket, choice: 'email' }, pending.signal), 'cancelled');
    pending.abort();
    expectStep(await client.answer({ ticket: step.ticket, choice: 'skip' }), 'done');
    await sent;
  });

  it('is told in how many days they will be reminded', async () => {
    assert.equal((await asked()).step.remindIn, 30);
    assert.equal((await asked({ skipVerifyFor: 7 })).step.remindIn, 7);
  });

  it('is not asked on this device for as long as the page says, but on another one', async () => {
    const { client, step } = await asked({ skipVerifyFor: 7 });
    expectStep(await client.answer({ ticket: step.ticket, choice: 'later' }), 'done');
    expectStep(await signIn(client, 'vera'), 'done');
    await asked({ storage: 'memory' });
    stage.clock.advance(7 * DAY - 1);
    expectStep(await signIn(client, 'vera'), 'done');
    stage.clock.advance(1);
    expectStep(await signIn(client, 'vera'), 'verifyContact');
  });

  it('is not asked where the page turns that off', async () => {
    expectStep(await signIn(stage.client({ verifyContact: false }), 'vera'), 'done');
  });

  it('is still signed in when the code cannot be sent, and can skip it', async () => {
    const { client, step } = await asked();
    stage.intercept = () => Promise.reject(new TypeError('No network.'));
    await expectError(client.answer({ ticket: step.ticket, choice: 'email' }), 'offline');
    expectStep(await client.answer({ ticket: step.ticket, choice: 'later' }), 'done');
    expectStep(await stage.client().restore(), 'done');
  });

  it('gets the same prompt after a reload, until it is answered', async () => {
    const { client, step } = await asked();
    const sent = await client.answer({ ticket: step.ticket, choice: 'email' });
    const page = stage.client();
    const again = expectStep(await page.restore(), 'verifyContact');
    assert.deepEqual(again, sent);
    expectStep(await page.answer({ ticket: again.ticket, answer: latest('vera@example.com') }), 'done');
    expectStep(await stage.client().restore(), 'done');
  });

  it('is not asked again after a reload once they have signed out, or another user has signed in', async () => {
    const { client } = await asked();
    client.leave();
    expectStep(await stage.client().restore(), 'done');
    await asked();
    await signIn(stage.client({ storage: 'memory' }), 'jane');
    await signIn(client, 'jane');
    expectStep(await stage.client().restore(), 'done');
  });
});

describe('A user who verifies a contact while another user signs in', () => {
  it('is told that their session has ended, and not that the other user is signed in', async () => {
    const { client, step } = await asked();
    const sent = expectStep(await client.answer({ ticket: step.ticket, choice: 'email' }), 'verifyContact');
    let revocation: Promise<Response> | undefined;
    stage.intercept = async (request, pass) => {
      const target = request.headers.get('x-amz-target');
      if (target?.endsWith('.RevokeToken')) return (revocation = pass());
      if (target?.endsWith('.VerifyUserAttribute')) {
        await signIn(client, 'jane');
        await revocation;
      }
      return pass();
    };
    await expectError(client.answer({ ticket: sent.ticket, answer: latest('vera@example.com') }), 'session-expired');
    const names = client.changes.flatMap((change) => (change.name === 'started' ? [change.step.user.username] : []));
    assert.deepEqual(names, ['jane']);
  });
});

describe('A user with a verified contact', () => {
  it('is not asked for the other one', async () => {
    const choice = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789' };
    expectStep(await signIn(stage.client(choice), 'cleo'), 'done');
  });
});
