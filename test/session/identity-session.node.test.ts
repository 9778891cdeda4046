import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { AuthError } from '../../src/cognito/errors.js';
import { eitherKind } from '../../src/session/either-kind.js';
import { identityKind } from '../../src/session/identity-kind.js';
import { attributesOfIdentity, identitySession, readIdentitySession } from '../../src/session/identity-session.js';
import type { IdentitySession } from '../../src/session/identity-session.js';
import { memoryStore } from '../../src/session/memory-store.js';
import type { RenewalMode } from '../../src/session/session-kind.js';
import { SessionKeeper } from '../../src/session/session-keeper.js';
import { parseSession } from '../../src/session/session.js';
import { SharedRecord } from '../../src/session/shared-record.js';
import { ALONE } from '../../src/session/tabs.js';
import { userPoolKind } from '../../src/session/user-pool-kind.js';
import { TestClock } from '../client/test-clock.js';
import { KEY } from './device.js';
import { POOL, sessionOf } from './tokens.js';

const HOUR = 3_600_000;
const [SUB, PLACE] = [
  'us-east-1:11111111-2222-4333-8444-555555555555',
  'us-east-1:7d4c0b6e-0000-4000-8000-000000000000',
];
const KEPT = { v: 1, gen: 3, receivedAt: 5_000 } as const;

const gina = (changes: Partial<IdentitySession> = {}): IdentitySession =>
  identitySession({
    ...{ sub: SUB, pool: PLACE, provider: 'accounts.google.com', token: 'first', lifetime: HOUR },
    user: { name: 'Gina', email: 'gina@example.com', age: 33 },
    ...changes,
  });

const parse = (text: string, pool: string | undefined = PLACE) =>
  parseSession(text, (record) => readIdentitySession(record, pool));

describe('A session of an identity pool', () => {
  it('is read as it was written, with what brings the next token', () => {
    for (const session of [gina(), gina({ refreshToken: 'next' })])
      assert.deepEqual(parse(JSON.stringify({ ...session, ...KEPT })), { ...session, ...KEPT });
  });

  it('names its user by what is known, and else by the identity', () => {
    for (const [user, username] of [
      [{ username: 'g1', name: 'Gina', email: 'g@example.com' }, 'g1'],
      [{ name: 'Gina', email: 'g@example.com' }, 'Gina'],
      [{ name: '', email: 'g@example.com' }, 'g@example.com'],
      [{ name: 7 }, SUB],
    ] as const) {
      assert.equal(gina({ user }).username, username);
    }
    assert.deepEqual(attributesOfIdentity(gina()), { name: 'Gina', email: 'gina@example.com' });
  });

  it('is none of another identity pool, but one where there is no identity pool at all', () => {
    const text = JSON.stringify({ ...gina(), ...KEPT });
    assert.equal(parse(text, `${PLACE}.https://elsewhere.example/`), undefined);
    assert.equal(parseSession(text, (record) => readIdentitySession(record, undefined))?.sub, SUB);
  });

  it('is whole or none, with any value at any key', () => {
    const damage = fc.oneof(fc.constantFrom(null, undefined, NaN, -1, 0, '', '__proto__', [], {}), fc.jsonValue());
    const keys = ['sub', 'pool', 'provider', 'token', 'lifetime', 'user', 'refreshToken'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...keys), damage, (key, value) => {
        const session = parse(JSON.stringify({ ...gina(), ...KEPT, [key]: value }));
        if (!session) return;
        for (const name of ['sub', 'pool', 'provider', 'token', 'username'] as const)
          assert.ok(typeof session[name] === 'string' && session[name] !== '');
        assert.ok(session.lifetime > 0);
        assert.equal(typeof session.user, 'object');
        assert.notEqual(session.refreshToken, '');
      }),
      { numRuns: 500 },
    );
  });
});

describe('A keeper of both kinds', () => {
  const store = memoryStore();
  let clock: TestClock;
  let mode: RenewalMode;
  /** What happened, in order. */
  let told: string[];
  let refresh: () => Promise<IdentitySession>;
  let keeper: ReturnType<typeof open>;
  beforeEach(async () => {
    await store.remove(KEY);
    [clock, mode, told] = [new TestClock(), 'on-demand', []];
    refresh = async () => gina({ token: 'second' });
    keeper = open();
  });

  function open() {
    const identity = identityKind(PLACE, {
      renewal: () => mode,
      refresh: (session) => {
        told.push(`refresh ${session.token}`);
        return refresh();
      },
    });
    const userPool = userPoolKind(POOL, store, {
      refresh: () => Promise.reject(new Error('No user pool is asked.')),
      revoke: (token) => void told.push(`revoke ${token}`),
    });
    return new SessionKeeper({
      kind: eitherKind({ userPool, identity }),
      record: new SharedRecord(store, KEY, ALONE, clock.environment),
      events: { ended: (reason) => void told.push(reason), started: ({ sub }) => void told.push(`started ${sub}`) },
      environment: clock.environment,
    });
  }

  it('asks nobody for a newer token before one is wanted', async () => {
    await keeper.begin(gina());
    clock.advance(HOUR);
    const page = open();
    assert.equal((await page.restore())?.sub, SUB);
    await page.wake();
    assert.deepEqual(told, []);
    const session = await page.fresh();
    assert.deepEqual(
      [session.kind, 'token' in session && session.token, told],
      ['identity', 'second', ['refresh first']],
    );
  });

  it('ends a session that nobody can renew with its token, as a reload finds', async () => {
    await keeper.begin(gina());
    mode = 'never';
    assert.equal((await open().restore())?.sub, SUB);
    clock.advance(HOUR);
    assert.equal(await open().restore(), undefined);
    assert.deepEqual(told, ['expired']);
  });

  it('keeps the session after a failure that may pass, and ends it when there is no token', async () => {
    await keeper.begin(gina());
    clock.advance(HOUR);
    for (const code of ['offline', 'timeout', 'bad-response', 'service'] as const) {
      refresh = () => Promise.reject(new AuthError(code));
      await assert.rejects(keeper.fresh(), { code });
      assert.ok(await keeper.read());
    }
    refresh = () => Promise.reject(new AuthError('session-expired'));
    await assert.rejects(keeper.fresh(), { code: 'session-expired' });
    assert.equal(await keeper.read(), undefined);
    assert.equal(told.at(-1), 'expired');
  });

  it('does not take the session of another identity for a newer one', async () => {
    await keeper.begin(gina());
    refresh = async () => gina({ sub: `${SUB}6` });
    await assert.rejects(keeper.fresh(true), { code: 'bad-response' });
    assert.equal((await keeper.read())?.sub, SUB);
  });

  it('replaces a user of one kind by one of the other, in other tabs too', async () => {
    const other = open();
    await keeper.begin(sessionOf({ mark: 'pool' }));
    assert.equal((await other.read())?.sub, 'a-sub');
    await keeper.begin(gina());
    assert.equal((await other.read())?.kind, 'identity');
    await keeper.begin(sessionOf({ mark: 'again' }));
    assert.equal((await other.read())?.sub, 'a-sub');
    assert.deepEqual(told, ['revoke refresh pool', 'other-tab', `started ${SUB}`, 'other-tab', 'started a-sub']);
    await keeper.end();
    assert.equal(await other.read(), undefined);
  });
});
