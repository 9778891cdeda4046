import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { UserPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { openIdentityStage, POOL, WITHOUT_GUESTS } from './identity-stage.js';
import type { Stage } from './stage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let stage: Stage;
let client: ReturnType<Stage['client']>;
const open = (config: Partial<UserPoolConfig> = {}) =>
  stage.client({ authFlow: 'USER_PASSWORD_AUTH', identityPoolId: POOL, ...config });
beforeEach(async () => {
  stage = await openIdentityStage();
  client = open();
});
afterEach(() => stage.close());

const askedFor = (operation: string): number => stage.asked.filter((each) => each === operation).length;
const renewals = (): number => askedFor('GetCredentialsForIdentity');
/** The role of credentials, which the local Cognito knows. */
const roleOf = (accessKeyId: string) => stage.cognito.store.identityPools.credentials.find(accessKeyId)?.role;

/** Holds the next credentials back, on the way from the service. */
function holdCredentials() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  stage.intercept = async (request, pass) => {
    const answer = await pass();
    if (!request.headers.get('x-amz-target')?.endsWith('.GetCredentialsForIdentity')) return answer;
    isHeld = true;
    await held;
    return answer;
  };
  return { arrived: () => until(() => isHeld, { what: 'The credentials are held back.' }), release };
}

describe('AWS credentials', () => {
  it('are those of the signed-in user, for an hour', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { expiration, ...credentials } = await client.getCredentials();
    assert.equal(credentials.authenticated, true);
    assert.match(credentials.identityId, /^us-east-1:[\da-f-]{36}$/);
    assert.equal(roleOf(credentials.accessKeyId), 'LocalUserRole');
    assert.ok(expiration instanceof Date);
    assert.ok(Math.abs(expiration.getTime() - stage.clock.now() - HOUR) <= 1000);
    const elsewhere = open({ identityPoolId: WITHOUT_GUESTS });
    assert.notEqual((await elsewhere.getCredentials()).identityId, credentials.identityId);
  });

  it('are returned from memory until 6 minutes before they expire, and then renewed', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const first = await client.getCredentials();
    stage.clock.advance(53 * MINUTE);
    assert.equal((await client.getCredentials()).accessKeyId, first.accessKeyId);
    stage.clock.advance(1.5 * MINUTE);
    const second = await client.getCredentials();
    assert.notEqual(second.accessKeyId, first.accessKeyId);
    assert.equal(second.identityId, first.identityId);
    assert.equal(askedFor('GetId'), 1);
    assert.equal(renewals(), 2);
    assert.notEqual((await client.getCredentials({ forceRefresh: true })).accessKeyId, second.accessKeyId);
  });

  it('are asked for once by 50 calls at the same time', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const all = await Promise.all(Array.from({ length: 50 }, () => client.getCredentials()));
    assert.equal(new Set(all.map(({ accessKeyId }) => accessKeyId)).size, 1);
    assert.equal(askedFor('GetId'), 1);
    assert.equal(renewals(), 1);
    stage.clock.advance(HOUR);
    await Promise.all(Array.from({ length: 50 }, () => client.getCredentials()));
    assert.equal(renewals(), 2);
  });

  it('do not need `this`, nor options', async () => {
    const { getCredentials } = client;
    assert.equal((await getCredentials()).authenticated, false);
    await expectError(getCredentials({ signal: AbortSignal.abort() }), 'cancelled');
  });

  it('are never written to the store', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { accessKeyId, secretAccessKey, sessionToken } = await client.getCredentials();
    const kept = JSON.stringify([...stage.kept]);
    for (const secret of [accessKeyId, secretAccessKey, sessionToken]) assert.ok(!kept.includes(secret));
  });

  it('fail with `configuration` where there is no identity pool, and nothing is requested', async () => {
    const error = await expectError(stage.client().getCredentials(), 'configuration');
    assert.equal(error.detail, 'identityPoolId');
    assert.deepEqual(stage.asked, []);
  });
});

describe('A user who signs out', () => {
  it('leaves no credentials: the next are those of a guest', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const janes = await client.getCredentials();
    await client.signOut();
    const guests = await client.getCredentials();
    assert.equal(guests.authenticated, false);
    assert.notEqual(guests.identityId, janes.identityId);
  });

  it('gets new credentials after the next sign-in', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const before = await client.getCredentials();
    await client.signOut();
    expectStep(await signIn(client, 'jane'), 'done');
    const after = await client.getCredentials();
    assert.notEqual(after.accessKeyId, before.accessKeyId);
    assert.equal(after.identityId, before.identityId);
  });

  it('while credentials are on their way, gets none', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { arrived, release } = holdCredentials();
    const asking = client.getCredentials();
    await arrived();
    await client.signOut();
    release();
    await expectError(asking, 'session-expired');
    assert.equal((await client.getCredentials()).authenticated, false);
  });

  it('in another tab leaves no credentials here', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    await client.getCredentials();
    await open().signOut();
    assert.equal((await client.getCredentials()).authenticated, false);
  });
});

describe('The next user', () => {
  it('does not get the credentials of the one before', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const janes = await client.getCredentials();
    // Without a sign-out in between, in another tab.
    expectStep(await signIn(open(), 'kim'), 'done');
    const kims = await client.getCredentials();
    assert.notEqual(kims.identityId, janes.identityId);
    assert.equal(kims.authenticated, true);
  });

  it('does not get those that were asked for by the one before', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { arrived, release } = holdCredentials();
    const asking = client.getCredentials();
    await arrived();
    expectStep(await signIn(client, 'kim'), 'done');
    release();
    await expectError(asking, 'session-expired');
    const [identity] = [...stage.cognito.store.identityPools.all[0]!.identities.values()];
    assert.notEqual((await client.getCredentials()).identityId, identity?.id);
  });
});

describe('A guest', () => {
  it('keeps the identity over a reload', async () => {
    const { identityId, accessKeyId, authenticated } = await client.getCredentials();
    assert.equal(authenticated, false);
    assert.equal(roleOf(accessKeyId), 'LocalGuestRole');
    assert.equal((await open().getCredentials()).identityId, identityId);
    assert.equal(askedFor('GetId'), 1);
  });

  for (const [version, key] of [
    ['5', `CognitoIdentityId-${POOL}`],
    ['6', `com.amplify.Cognito.${POOL}.identityId`],
  ] as const) {
    it(`keeps the identity that aws-amplify ${version} has stored`, async () => {
      const { identityId } = await client.getCredentials();
      stage.kept.clear();
      stage.kept.set(key, identityId);
      assert.equal((await open().getCredentials()).identityId, identityId);
    });
  }

  it('who signs in keeps the identity as a user, and it is kept for no other guest', async () => {
    const { identityId } = await client.getCredentials();
    expectStep(await signIn(client, 'jane'), 'done');
    const janes = await client.getCredentials();
    assert.deepEqual([janes.identityId, janes.authenticated], [identityId, true]);
    assert.ok(![...stage.kept].some((entry) => entry.join().includes(identityId)));
    await client.signOut();
    assert.notEqual((await client.getCredentials()).identityId, identityId);
  });

  it('who signs in while credentials are on their way gets those of the user', async () => {
    let isSigningIn = false;
    stage.intercept = async (_, pass) => {
      const answer = await pass();
      if (!isSigningIn && askedFor('GetId') > 0) {
        isSigningIn = true;
        expectStep(await signIn(client, 'jane'), 'done');
      }
      return answer;
    };
    const { authenticated, identityId } = await client.getCredentials();
    assert.equal(authenticated, true);
    assert.equal((await client.getCredentials()).identityId, identityId);
  });

  it('who is a known user gets the identity of that user', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { identityId } = await client.getCredentials();
    await client.signOut();
    assert.notEqual((await client.getCredentials()).identityId, identityId);
    expectStep(await signIn(client, 'jane'), 'done');
    assert.equal((await client.getCredentials()).identityId, identityId);
    assert.equal((await client.getCredentials({ forceRefresh: true })).identityId, identityId);
  });

  it('is refused without a request, where guests are not allowed', async () => {
    await expectError(open({ allowGuests: false }).getCredentials(), 'session-expired');
    assert.deepEqual(stage.asked, []);
  });

  it('is refused by a pool without guests as a matter of configuration', async () => {
    await expectError(open({ identityPoolId: WITHOUT_GUESTS }).getCredentials(), 'configuration');
  });

  it('of one endpoint is not asked for at another', async () => {
    const { identityId } = await client.getCredentials();
    stage.kept.set(`CognitoIdentityId-${POOL}`, identityId);
    const elsewhere = open({ identityPoolEndpoint: stage.cognito.identityEndpoint });
    assert.notEqual((await elsewhere.getCredentials()).identityId, identityId);
  });
});

describe('A device with a wrong clock', () => {
  for (const skew of [-DAY, -30 * MINUTE, 30 * MINUTE, DAY]) {
    it(`${skew / MINUTE} minutes off, gets credentials that expire by its own clock`, async () => {
      stage.clock.skew = skew;
      expectStep(await signIn(client, 'jane'), 'done');
      const { accessKeyId, expiration } = await client.getCredentials();
      const left = expiration.getTime() - (stage.clock.now() + skew);
      assert.ok(left > 10 * MINUTE && left <= HOUR, `${left / MINUTE} minutes`);
      stage.clock.advance(2 * MINUTE);
      assert.equal((await client.getCredentials()).accessKeyId, accessKeyId);
      stage.clock.advance(58 * MINUTE);
      assert.notEqual((await client.getCredentials()).accessKeyId, accessKeyId);
    });
  }

  it('that is set back meanwhile, gets credentials that expire by the clock of now', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const before = await client.getCredentials();
    stage.clock.skew = -DAY;
    stage.clock.advance(10 * MINUTE);
    const after = await client.getCredentials();
    assert.equal(after.accessKeyId, before.accessKeyId);
    const left = after.expiration.getTime() - (stage.clock.now() - DAY);
    assert.ok(Math.abs(left - 50 * MINUTE) <= 1000, `${left / MINUTE} minutes`);
  });
});
