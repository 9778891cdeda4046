import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { FederateInput } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import type { IdentityPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { POOL, WITHOUT_GUESTS } from './identity-stage.js';
import { HOUR, openProviderStage } from './provider-stage.js';
import type { ProviderStage } from './provider-stage.js';
import type { StageClient } from './stage.js';

const GOOGLE = 'accounts.google.com';
const USER = { name: 'Gina Google', email: 'gina@example.com', age: 33, verified: true };

let stage: ProviderStage;
let client: StageClient;
const open = (config: Partial<IdentityPoolConfig> = {}) => stage.open({ identityPoolId: POOL, ...config });
beforeEach(async () => {
  stage = await openProviderStage();
  client = open();
});
afterEach(() => stage.close());

const google = async (sub = 'gina', lifetime?: number): Promise<FederateInput> => ({
  provider: 'google',
  login: await stage.login(GOOGLE, sub, lifetime),
  user: USER,
});
const identities = () => stage.cognito.store.identityPools.all[0]!.identities;
const told = () => client.changes.map(({ name }) => name);

describe('A token that the page has', () => {
  it('signs its user in at the identity pool', async () => {
    const { user } = expectStep(await client.federate(await google()), 'done');
    assert.deepEqual(stage.asked, ['GetId']);
    assert.deepEqual(user, {
      username: 'Gina Google',
      sub: [...identities().keys()][0],
      attributes: { name: 'Gina Google', email: 'gina@example.com' },
      provider: GOOGLE,
    });
    assert.deepEqual(told(), ['started']);
  });

  for (const [name, key] of [
    ['google', GOOGLE],
    [GOOGLE, GOOGLE],
    ['apple', 'appleid.apple.com'],
    ['facebook', 'graph.facebook.com'],
    ['amazon', 'www.amazon.com'],
    ['login.example/tenant', 'login.example/tenant'],
    ['https://login.example/tenant/', 'login.example/tenant'],
  ] as const) {
    it(`may be one of ${name}`, async () => {
      const { user } = expectStep(
        await client.federate({ provider: name, login: await stage.login(key, 'u') }),
        'done',
      );
      assert.deepEqual([user.provider, user.username], [key, user.sub]);
      assert.equal((await client.getCredentials()).identityId, user.sub);
    });
  }

  it('may be one of a server of the developer, which knows the identity', async () => {
    const login = await stage.developer('u-1');
    const { user } = expectStep(await client.federate({ provider: 'developer', login }), 'done');
    assert.equal(user.sub, login.identityId);
    const { identityId, authenticated } = await client.getCredentials();
    assert.deepEqual([identityId, authenticated], [login.identityId, true]);
    const without = { token: login.token, expiresAt: login.expiresAt };
    const error = await expectError(client.federate({ provider: 'developer', login: without }), 'invalid-parameter');
    assert.match(error.detail ?? '', /^login\.identityId: /);
  });

  it('of a server of the developer is refused with the identity of another user', async () => {
    const [mine, theirs] = [await stage.developer('u-1'), await stage.developer('u-2')];
    const login = { ...mine, identityId: theirs.identityId };
    await expectError(client.federate({ provider: 'developer', login }), 'bad-response');
    assert.equal(await client.identity(), undefined);
  });

  it('may be boxed, and expire in seconds or milliseconds', async () => {
    const { token, expiresAt } = await stage.login(GOOGLE, 'gina');
    const login = { token: new Secret(String(token)), expiresAt: Math.floor(expiresAt / 1000) };
    expectStep(await client.federate({ provider: 'google', login }), 'done');
    const identity = await client.identity();
    assert.equal(identity?.expiresAt, login.expiresAt * 1000);
    assert.equal(identity.token.reveal(), token);
  });

  it('is good whatever the time of this device is', async () => {
    for (const skew of [24 * HOUR, -24 * HOUR]) {
      stage.clock.skew = skew;
      expectStep(await client.federate(await google()), 'done');
      expectStep(await open().restore(), 'done');
      assert.equal((await open().getCredentials()).authenticated, true);
    }
  });

  it('is not changed by keys that a script has added to every object', async () => {
    const { identityId } = await stage.developer('u-1');
    const input = await google();
    const added = { identityId, refreshToken: 'theirs' };
    for (const [key, value] of Object.entries(added))
      Object.defineProperty(Object.prototype, key, { value, configurable: true });
    try {
      const { user } = expectStep(await client.federate(input), 'done');
      assert.notEqual(user.sub, identityId);
    } finally {
      for (const key of Object.keys(added)) Reflect.deleteProperty(Object.prototype, key);
    }
    assert.doesNotMatch([...stage.kept.values()].join(), /theirs/);
  });

  it('that has expired, or is none, signs nobody in', async () => {
    const input = await google('gina', HOUR);
    stage.clock.advance(HOUR + 1000);
    await expectError(client.federate(input), 'session-expired');
    await expectError(client.federate({ provider: 'google', login: { token: 'x', expiresAt: 1 } }), 'configuration');
    expectStep(await open().restore(), 'signIn');
    assert.deepEqual([stage.kept.size, told()], [0, []]);
  });

  it('of a provider that the pool does not take is `configuration`', async () => {
    const login = await stage.login(GOOGLE, 'gina');
    await expectError(client.federate({ provider: 'another.example', login }), 'configuration');
  });

  for (const [input, detail] of [
    [{ provider: 'google', login: { expiresAt: 1 } }, /^login: an object with token/],
    [{ provider: 'google', login: { token: '', expiresAt: 1 } }, /^login: /],
    [{ provider: 'google', login: { token: 't' } }, /^login: /],
    [{ provider: 'google', login: { token: 't', expiresAt: '1' } }, /^login: /],
    [{ provider: 'google', login: { token: 't', expiresAt: 1, identityId: 7 } }, /^login: /],
    [{ provider: 'google', login: 't' }, /^login: /],
    [{ login: { token: 't', expiresAt: 1 } }, /^provider: /],
    [{ provider: 'google', login: { token: 't', expiresAt: 1 }, user: ['x'] }, /^user: /],
    [{ provider: 'google', login: { token: 't', expiresAt: 1 }, user: { big: 1n } }, /^user: /],
  ] as const) {
    it(`is refused by key: ${detail.source} ${Object.keys(input).join()}`, async () => {
      // Wrong types, as in a page without a compiler.
      const error = await expectError(client.federate(input as unknown as FederateInput), 'invalid-parameter');
      assert.match(error.detail ?? '', detail);
      assert.deepEqual(stage.asked, []);
    });
  }

  it('needs an identity pool', async () => {
    const error = await expectError(stage.client().federate(await google()), 'configuration');
    assert.equal(error.detail, 'identityPoolId');
  });

  it('of a sign-in that was overtaken signs nobody in', async () => {
    const input = await google();
    stage.intercept = async (_, pass) => {
      const answer = await pass();
      if (stage.asked.at(-1) === 'GetId') await client.signOut();
      return answer;
    };
    await expectError(client.federate(input), 'cancelled');
    expectStep(await open().restore(), 'signIn');
  });
});

describe('A user of an identity pool alone', () => {
  it('is still signed in after a reload, and in other tabs, until the sign-out', async () => {
    const { user } = expectStep(await client.federate(await google()), 'done');
    const page = open();
    assert.deepEqual(expectStep(await page.restore(), 'done').user, user);
    const identity = await page.identity();
    assert.deepEqual(
      [identity?.provider, identity?.identityId, identity?.user, JSON.stringify(identity?.token)],
      [GOOGLE, user.sub, USER, '"•••"'],
    );
    stage.asked.length = 0;
    expectStep(await client.signOut({ global: true }), 'signIn');
    assert.deepEqual([stage.asked, stage.kept.size], [[], 0]);
    assert.equal(await page.identity(), undefined);
    assert.deepEqual(told(), ['started', 'ended']);
    assert.deepEqual(page.changes, [{ name: 'ended', reason: 'other-tab' }]);
  });

  it('has no tokens of a user pool, and no account there', async () => {
    await client.federate(await google());
    await expectError(client.getTokens(), 'unsupported');
    await expectError(client.account(), 'unsupported');
    await expectError(client.setUpTotp(), 'unsupported');
  });

  it('gets credentials of the identity, which nobody else gets', async () => {
    const { user } = expectStep(await client.federate(await google()), 'done');
    const ginas = await client.getCredentials();
    assert.deepEqual([ginas.identityId, ginas.authenticated], [user.sub, true]);
    await client.federate(await google('greg'));
    const gregs = await client.getCredentials();
    assert.notEqual(gregs.identityId, ginas.identityId);
    assert.notEqual(gregs.accessKeyId, ginas.accessKeyId);
    await client.signOut();
    const guests = await client.getCredentials();
    assert.deepEqual([guests.authenticated, guests.identityId === gregs.identityId], [false, false]);
  });

  it('takes the place of a user of the user pool, whose tokens are revoked; and the other way round', async () => {
    const both = stage.client({ authFlow: 'USER_PASSWORD_AUTH', identityPoolId: POOL });
    expectStep(await signIn(both, 'jane'), 'done');
    const janes = await both.getCredentials();
    const { user } = expectStep(await both.federate(await google()), 'done');
    assert.ok(stage.asked.includes('RevokeToken'));
    const ginas = await both.getCredentials();
    assert.deepEqual([ginas.identityId, ginas.identityId === janes.identityId], [user.sub, false]);
    expectStep(await signIn(both, 'jane'), 'done');
    assert.equal(await both.identity(), undefined);
    assert.equal((await both.getCredentials()).identityId, janes.identityId);
    assert.ok((await both.getTokens()).accessToken);
  });

  it('was a guest before, and keeps the identity', async () => {
    const { identityId } = await client.getCredentials();
    const { user } = expectStep(await client.federate(await google()), 'done');
    assert.equal(user.sub, identityId);
    assert.equal((await client.getCredentials()).identityId, identityId);
    await client.signOut();
    const guest = (await client.getCredentials()).identityId;
    assert.notEqual(guest, identityId);
    // A known user does not become the guest, who becomes the user.
    assert.equal(expectStep(await client.federate(await google()), 'done').user.sub, identityId);
    assert.ok(![...stage.kept.values()].includes(guest));
  });

  it('stays a guest while the pool does not answer', async () => {
    const { identityId } = await client.getCredentials();
    stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expectError(client.federate(await google()), 'offline');
    stage.intercept = (_, pass) => pass();
    assert.equal(expectStep(await client.federate(await google()), 'done').user.sub, identityId);
  });

  it('gets another identity when that was deleted', async () => {
    const { user } = expectStep(await client.federate(await google()), 'done');
    identities().clear();
    const { identityId, authenticated } = await client.getCredentials();
    assert.deepEqual([identityId === user.sub, authenticated], [false, true]);
  });

  it('belongs to one identity pool', async () => {
    const page = (identityPoolId: string) => stage.client({ identityPoolId });
    await page(POOL).federate(await google());
    // A page that has no identity pool leaves the session alone.
    expectStep(await stage.client().restore(), 'done');
    await expectError(stage.client().getCredentials(), 'configuration');
    expectStep(await page(POOL).restore(), 'done');
    expectStep(await page(WITHOUT_GUESTS).restore(), 'signIn');
  });

  it('is signed out at the end of the token, when nobody brings another one', async () => {
    await client.federate(await google());
    await client.getCredentials();
    stage.clock.advance(HOUR);
    await expectError(client.getCredentials({ forceRefresh: true }), 'session-expired');
    assert.deepEqual(client.changes.at(-1), { name: 'ended', reason: 'expired' });
    assert.equal(stage.kept.size, 0);
  });
});

describe('Without a user pool', () => {
  it('calls for its users fail with the key that is missing', async () => {
    const [username, password] = ['jane', new Secret('Correct-Horse-7')];
    for (const call of [
      () => signIn(client, 'jane'),
      () => signIn(open({ authFlow: 'USER_PASSWORD_AUTH' }), 'jane'),
      () => client.signUp({ username, password }),
      () => client.forgotPassword({ username }),
      () => client.federate({}),
    ]) {
      assert.equal((await expectError(call(), 'configuration')).detail, 'userPoolId');
    }
    await client.prepare();
    assert.deepEqual(stage.asked, []);
  });

  it('there are credentials for guests', async () => {
    assert.equal((await client.getCredentials()).authenticated, false);
    await expectError(open({ allowGuests: false }).getCredentials(), 'session-expired');
  });
});
