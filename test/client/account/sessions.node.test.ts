import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findUser } from '../../../demo/cognito/index.js';
import { expectError, expectStep, signIn } from '../../contracts/client.contract.js';
import { until } from '../../support/until.js';
import { Stage } from '../stage.js';
import { CHOICE, ownerOf } from './owner.js';

const MINUTE = 60_000;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

describe('The sessions of a user', () => {
  it('are listed, with the current one', async () => {
    const start = stage.clock.now();
    await ownerOf(stage, 'cleo', { ...CHOICE, storage: 'memory' });
    stage.clock.advance(MINUTE);
    const { client, account } = await ownerOf(stage, 'cleo', CHOICE);
    stage.clock.advance(MINUTE);
    await client.getTokens({ forceRefresh: true });
    const [there, here, ...more] = await account.sessions();
    assert.deepEqual(more, []);
    assert.match(here?.sessionId ?? '', /^tkn[a-z\d]{25}$/);
    assert.deepEqual(here, {
      sessionId: here?.sessionId,
      type: 'token',
      clientId: 'ghi789',
      device: 'unknown',
      lastIpAddress: '127.0.0.1',
      lastLocation: { city: undefined, country: undefined },
      createdAt: start + MINUTE,
      lastActiveAt: start + 2 * MINUTE,
      originSessionId: undefined,
      isCurrent: true,
    });
    assert.equal(there?.isCurrent, false);
    assert.equal(there.lastActiveAt, start);
  });

  it('can be revoked, except the current one', async () => {
    const lost = await ownerOf(stage, 'cleo', { ...CHOICE, storage: 'memory' });
    const { client, account } = await ownerOf(stage, 'cleo', CHOICE);
    for (const { sessionId, isCurrent } of await account.sessions()) {
      if (isCurrent) await expectError(account.revokeSession({ sessionId }), 'invalid-parameter');
      else await account.revokeSession({ sessionId, linked: true });
    }
    assert.equal((await account.sessions()).length, 1);
    await expectError(lost.account.attributes(), 'session-expired');
    assert.deepEqual(lost.client.changes.at(-1), { name: 'ended', reason: 'revoked' });
    assert.notEqual((await client.getTokens({ forceRefresh: true })).accessToken, '');
  });

  it('can be revoked again without an error', async () => {
    await ownerOf(stage, 'cleo', { ...CHOICE, storage: 'memory' });
    const { account } = await ownerOf(stage, 'cleo', CHOICE);
    const [there] = await account.sessions();
    const sessionId = there?.sessionId ?? '';
    await account.revokeSession({ sessionId });
    await account.revokeSession({ sessionId });
    assert.equal((await account.sessions()).length, 1);
  });

  it('are not listed where the pool does not track them', async () => {
    const { account } = await ownerOf(stage, 'jane');
    await expectError(account.sessions(), 'configuration');
  });
});

describe('An account that is deleted', () => {
  it('no longer exists, and its session has ended', async () => {
    const elsewhere = await ownerOf(stage, 'jane', { storage: 'memory' });
    const { client, account } = await ownerOf(stage, 'jane');
    await account.deleteUser();
    assert.deepEqual(client.changes.at(-1), { name: 'ended', reason: 'user' });
    assert.equal(stage.kept.size, 0);
    assert.equal(findUser(stage.cognito.store.pools[0]!, 'jane'), undefined);
    await expectError(client.account(), 'session-expired');
    await expectError(signIn(client, 'jane'), 'credentials');
    await expectError(elsewhere.account.attributes(), 'session-expired');
    assert.deepEqual(elsewhere.client.changes.at(-1), { name: 'ended', reason: 'revoked' });
  });

  it('ends the session even if its page does not wait for it', { timeout: 10_000 }, async () => {
    const { client, account } = await ownerOf(stage, 'jane');
    const controller = new AbortController();
    stage.intercept = async (_, pass) => {
      const response = await pass();
      controller.abort();
      return response;
    };
    await expectError(account.deleteUser({ signal: controller.signal }), 'cancelled');
    await until(() => client.changes.at(-1)?.name === 'ended');
    expectStep(await stage.client().restore(), 'signIn');
  });

  it('stays when the request failed', async () => {
    const { client, account } = await ownerOf(stage, 'jane');
    stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expectError(account.deleteUser(), 'offline');
    expectStep(await client.restore(), 'done');
  });
});
