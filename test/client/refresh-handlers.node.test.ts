import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import type { IdentityPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { POOL } from './identity-stage.js';
import { HOUR, openProviderStage } from './provider-stage.js';
import type { ProviderStage } from './provider-stage.js';
import type { StageClient } from './stage.js';

const [GOOGLE, FACEBOOK] = ['accounts.google.com', 'graph.facebook.com'];

let stage: ProviderStage;
/** How often the page was asked for a token. */
let asked: number;
beforeEach(async () => {
  stage = await openProviderStage();
  asked = 0;
});
afterEach(() => stage.close());

const open = (config: Partial<IdentityPoolConfig>): StageClient => stage.open({ identityPoolId: POOL, ...config });

/** What a page without types may answer. */
type Answer = () => unknown;

/** A page that brings newer tokens, counted. */
const withHandler = (answer: Answer, name = 'google'): StageClient => {
  const handler = async (): Promise<never> => {
    asked += 1;
    // Whatever the page answers: it may use no types.
    return (await answer()) as never;
  };
  return open({ refreshHandlers: { [name]: handler } });
};

/** The user has signed in, and the token has expired. */
async function signedInLongAgo(client: StageClient, key = GOOGLE, sub = 'gina'): Promise<void> {
  expectStep(await client.federate({ provider: key, login: await stage.login(key, sub) }), 'done');
  stage.clock.advance(HOUR + 1000);
}

describe('A page that brings newer tokens', () => {
  for (const [name, key] of [
    ['google', GOOGLE],
    [GOOGLE, GOOGLE],
    ['https://accounts.google.com', GOOGLE],
    ['facebook', FACEBOOK],
  ] as const) {
    it(`is asked by the name ${name} when credentials are wanted, and not before`, async () => {
      const client = withHandler(() => stage.login(key, 'gina'), name);
      await signedInLongAgo(client, key);
      const page = withHandler(() => stage.login(key, 'gina'), name);
      const { user } = expectStep(await page.restore(), 'done');
      assert.equal(asked, 0);
      assert.equal((await page.getCredentials()).identityId, user.sub);
      assert.equal(asked, 1);
      assert.deepEqual(
        client.changes.map((change) => change.name),
        ['started'],
      );
      assert.ok((await client.identity())!.expiresAt > stage.clock.now());
    });
  }

  it('is asked once by 50 callers, and not as long as the token is good', async () => {
    const client = withHandler(() => stage.login(GOOGLE, 'gina'));
    await signedInLongAgo(client);
    await Promise.all(Array.from({ length: 50 }, () => client.getCredentials()));
    await client.getCredentials({ forceRefresh: true });
    assert.equal(asked, 1);
  });

  it('is not asked for tokens of a user pool', async () => {
    const client = withHandler(() => stage.login(GOOGLE, 'gina'));
    await signedInLongAgo(client);
    await expectError(client.getTokens({ forceRefresh: true }), 'unsupported');
    await expectError(client.setUpTotp(), 'unsupported');
    assert.equal(asked, 0);
  });

  it('may box the token, and say more about the user', async () => {
    const client = withHandler(async () => {
      const { token, expiresAt } = await stage.login(GOOGLE, 'gina');
      return { token: new Secret(String(token)), expiresAt: expiresAt / 1000, user: { name: 'Gina' } };
    });
    await signedInLongAgo(client);
    await client.getCredentials();
    assert.deepEqual((await client.identity())?.user, { name: 'Gina' });
  });

  it('is asked again when the pool says that the token has expired', async () => {
    const client = withHandler(() => stage.login(GOOGLE, 'gina', 2 * HOUR));
    const { token } = await stage.login(GOOGLE, 'gina');
    // The page was wrong about the time.
    const login = { token, expiresAt: stage.clock.now() + 5 * HOUR };
    expectStep(await client.federate({ provider: 'google', login }), 'done');
    stage.clock.advance(HOUR + 1000);
    assert.equal((await client.getCredentials()).authenticated, true);
    assert.equal(asked, 1);
  });

  it('does not bring back an identity that is gone: the session ends, and the next is of another one', async () => {
    for (const [name, token] of [
      ['google', () => stage.login(GOOGLE, 'gina')],
      ['developer', () => stage.developer('u-1')],
    ] as const) {
      const client = withHandler(token, name);
      await client.federate({ provider: name, login: await token() });
      stage.cognito.store.identityPools.all[0]!.identities.clear();
      stage.clock.advance(HOUR + 1000);
      await expectError(client.getCredentials(), 'session-expired');
      assert.deepEqual(client.changes.at(-1), { name: 'ended', reason: 'expired' });
      expectStep(await client.federate({ provider: name, login: await token() }), 'done');
      assert.equal((await client.getCredentials()).authenticated, true);
      await client.signOut();
    }
  });

  it('brings tokens of a server of the developer', async () => {
    const client = withHandler(() => stage.developer('u-1'), 'developer');
    const login = await stage.developer('u-1');
    expectStep(await client.federate({ provider: 'developer', login }), 'done');
    stage.clock.advance(HOUR + 1000);
    assert.equal((await client.getCredentials()).identityId, login.identityId);
  });
});

const FAILURES: readonly [what: string, answer: Answer, code: AuthErrorCode, isOver: boolean][] = [
  ['fails', () => Promise.reject(new Error('Not signed in.')), 'session-expired', true],
  [
    'throws',
    () => {
      throw new Error('Not signed in.');
    },
    'session-expired',
    true,
  ],
  ['is offline', () => Promise.reject(new TypeError('Failed to fetch')), 'offline', false],
  ['is offline, in the words of the seeds', () => Promise.reject(new Error('Network Error')), 'offline', false],
  ['answers nothing', () => undefined, 'bad-response', false],
  ['answers text', () => 'token', 'bad-response', false],
  ['answers no time', () => ({ token: 'x' }), 'bad-response', false],
  ['answers no token', () => ({ token: '', expiresAt: Date.now() }), 'bad-response', false],
  ['answers the token of another user', () => stage.login(GOOGLE, 'greg'), 'bad-response', false],
  ['answers a token that has expired', () => stage.login(GOOGLE, 'gina', -HOUR), 'session-expired', true],
];

describe('A page that brings no newer token', () => {
  for (const [what, answer, code, isOver] of FAILURES) {
    it(`as it ${what}: ${code}, and the user is ${isOver ? 'signed out' : 'still signed in'}`, async () => {
      const client = withHandler(answer);
      await signedInLongAgo(client);
      await expectError(client.getCredentials(), code);
      assert.deepEqual(client.changes.slice(1), isOver ? [{ name: 'ended', reason: 'expired' }] : []);
      assert.equal((await client.identity()) === undefined, isOver);
      if (isOver) return;
      assert.equal(stage.kept.size, 1);
    });
  }

  it('as it never answers: `timeout`, and the user is still signed in', async () => {
    const client = withHandler(() => new Promise(() => undefined));
    await signedInLongAgo(client);
    const asking = expectError(client.getCredentials(), 'timeout');
    await until(() => asked === 1, { what: 'The page is asked.' });
    stage.clock.advance(10_000);
    await asking;
    assert.ok(await client.identity());
  });

  it('leaves the credentials that are still valid', async () => {
    const client = withHandler(() => Promise.reject(new TypeError('Failed to fetch')));
    const login = await stage.login(GOOGLE, 'gina', 10 * 60_000);
    expectStep(await client.federate({ provider: 'google', login }), 'done');
    const { accessKeyId } = await client.getCredentials();
    stage.clock.advance(55 * 60_000);
    assert.equal((await client.getCredentials()).accessKeyId, accessKeyId);
    assert.equal(asked, 1);
  });

  it('of a provider of access tokens, but one of another user, hands out nothing', async () => {
    const client = withHandler(() => stage.login(FACEBOOK, 'greg'), 'facebook');
    await signedInLongAgo(client, FACEBOOK);
    const { identityId } = (await client.identity())!;
    await expectError(client.getCredentials(), 'bad-response');
    assert.equal((await client.identity())?.identityId, identityId);
  });
});
