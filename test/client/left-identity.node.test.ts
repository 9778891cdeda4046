import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { POOL } from './identity-stage.js';
import { HOUR, openProviderStage } from './provider-stage.js';
import type { ProviderStage } from './provider-stage.js';
import type { StageClient } from './stage.js';

const KEY = 'aws-amplify-federatedInfo';
const GOOGLE = 'accounts.google.com';
const USER = { name: 'Gina', email: 'gina@example.com' };

let stage: ProviderStage;
let client: StageClient;
beforeEach(async () => {
  stage = await openProviderStage();
  client = stage.open({ identityPoolId: POOL });
});
afterEach(() => stage.close());

/** What aws-amplify 5 has stored. */
async function left(changes: object = {}): Promise<void> {
  const { token, expiresAt } = await stage.login(GOOGLE, 'gina');
  stage.kept.set(KEY, JSON.stringify({ provider: 'google', token, user: USER, expires_at: expiresAt, ...changes }));
}

describe('A user whom aws-amplify has left signed in by a token', () => {
  it('stays signed in, once', async () => {
    await left();
    const { user } = expectStep(await client.restore(), 'done');
    assert.deepEqual([user.username, user.attributes, user.provider], ['Gina', USER, GOOGLE]);
    assert.equal((await client.getCredentials()).identityId, user.sub);
    assert.equal(stage.kept.get(KEY), undefined);
    stage.asked.length = 0;
    expectStep(await stage.open({ identityPoolId: POOL }).restore(), 'done');
    assert.deepEqual(stage.asked, []);
  });

  it('of a server of the developer keeps the identity', async () => {
    const { token, expiresAt, identityId } = await stage.developer('u-1');
    await left({ provider: 'developer', token, expires_at: expiresAt / 1000, identity_id: identityId });
    assert.equal(expectStep(await client.restore(), 'done').user.sub, identityId);
  });

  it('waits for the network', async () => {
    await left();
    stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    expectStep(await client.restore(), 'signIn');
    stage.intercept = (_, pass) => pass();
    expectStep(await client.restore(), 'done');
  });

  it('is signed out when the token has expired, and the page has no newer one', async () => {
    await left();
    stage.clock.advance(HOUR + 1000);
    expectStep(await client.restore(), 'signIn');
    assert.equal(stage.kept.size, 0);
  });

  it('stays signed in by a newer token of the page', async () => {
    await left();
    stage.clock.advance(HOUR + 1000);
    const page = stage.open({ identityPoolId: POOL, refreshHandlers: { google: () => stage.login(GOOGLE, 'gina') } });
    expectStep(await page.restore(), 'done');
    assert.equal((await page.getCredentials()).authenticated, true);
  });

  it('is signed out with the next sign-out', async () => {
    await left();
    await client.signOut();
    expectStep(await stage.open({ identityPoolId: POOL }).restore(), 'signIn');
    assert.equal(stage.kept.size, 0);
  });

  it('does not come back after another user', async () => {
    const both = stage.client({ authFlow: 'USER_PASSWORD_AUTH', identityPoolId: POOL });
    await left();
    expectStep(await signIn(both, 'jane'), 'done');
    assert.equal(stage.kept.get(KEY), undefined);
  });

  it('is left alone at another endpoint, and without an identity pool', async () => {
    await left();
    const identityPoolEndpoint = 'https://elsewhere.example/';
    expectStep(await stage.open({ identityPoolId: POOL, identityPoolEndpoint }).restore(), 'signIn');
    expectStep(await stage.client().restore(), 'signIn');
    await stage.client().signOut();
    assert.deepEqual([stage.asked, stage.kept.has(KEY)], [[], true]);
  });

  for (const damage of ['', '{', '[]', '{"provider":"google"}', '{"__proto__":{"provider":"google","token":"t"}}']) {
    it(`is none when the record is ${damage || 'empty'}`, async () => {
      stage.kept.set(KEY, damage);
      expectStep(await client.restore(), 'signIn');
      assert.deepEqual(stage.asked, []);
    });
  }
});
