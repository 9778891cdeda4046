import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { AuthError } from '../../src/cognito/errors.js';
import type { SessionStore } from '../../src/config/config.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { until } from '../support/until.js';
import { KEY } from './device.js';
import { keep } from './keep.js';
import { refusal, sessionOf, tokens } from './tokens.js';

const HOUR = 3_600_000;

const turn = () => new Promise((resolve) => setImmediate(resolve));
const hasCode = (code: string) => (error: unknown) => error instanceof AuthError && error.code === code;

describe('Tokens that expire soon', () => {
  let kept: ReturnType<typeof keep>;
  beforeEach(async () => {
    kept = keep();
    await kept.keeper.begin(sessionOf({ mark: 'first' }));
    kept.clock.advance(HOUR - 30_000);
  });

  it('are refreshed once for all callers', async () => {
    const { keeper, refreshed, answers } = kept;
    const asked = Array.from({ length: 100 }, () => keeper.fresh());
    await turn();
    answers[0]?.resolve(tokens({ mark: 'second' }));
    const sessions = await Promise.all(asked);
    assert.equal(new Set(sessions).size, 1);
    assert.deepEqual(refreshed, ['refresh first']);
    assert.equal(sessions[0]?.refreshToken, 'refresh second');
  });

  it('keep their refresh token when the response has none', async () => {
    const { keeper, answers } = kept;
    const asked = keeper.fresh();
    await turn();
    const { accessToken, idToken } = tokens({ mark: 'second' });
    answers[0]?.resolve({ accessToken, idToken });
    const session = await asked;
    assert.equal(session.refreshToken, 'refresh first');
    assert.equal(session.gen, 2);
  });

  it('are used as long as they are valid when the refresh fails, which is not retried for 10 seconds', async () => {
    const { keeper, clock, refreshed, answers } = kept;
    const asked = keeper.fresh();
    await turn();
    answers[0]?.reject(new AuthError('offline'));
    const session = await asked;
    assert.equal(session.refreshToken, 'refresh first');
    assert.equal(await keeper.fresh(), session);
    clock.advance(9_999);
    assert.equal(await keeper.fresh(), session);
    assert.equal(refreshed.length, 1);
    clock.advance(1);
    const again = keeper.fresh();
    await turn();
    assert.equal(refreshed.length, 2);
    answers[1]?.resolve(tokens({ mark: 'second' }));
    assert.equal((await again).refreshToken, 'refresh second');
  });

  it('are refreshed at once when the page becomes visible after a failed refresh', async () => {
    const { keeper, refreshed, answers } = kept;
    const asked = keeper.fresh();
    await turn();
    answers[0]?.reject(new AuthError('offline'));
    await asked;
    const woken = keeper.wake();
    await turn();
    assert.equal(refreshed.length, 2);
    answers[1]?.resolve(tokens({ mark: 'second' }));
    await woken;
    assert.equal((await keeper.fresh()).refreshToken, 'refresh second');
  });

  it('are refreshed for a caller that forces it', async () => {
    const { keeper, answers } = kept;
    const asked = keeper.fresh(true);
    await turn();
    answers[0]?.reject(new AuthError('offline'));
    await assert.rejects(asked, hasCode('offline'));
    assert.ok(await keeper.read());
  });

  it('are kept when they have expired and the network is down, and refreshed when it is back', async () => {
    const { keeper, clock, answers, ended } = kept;
    clock.advance(HOUR);
    const asked = keeper.fresh();
    await turn();
    answers[0]?.reject(new AuthError('timeout'));
    await assert.rejects(asked, hasCode('timeout'));
    assert.deepEqual(ended, []);
    const woken = keeper.wake();
    await turn();
    answers[1]?.resolve(tokens({ mark: 'second' }));
    await woken;
    assert.equal((await keeper.fresh()).refreshToken, 'refresh second');
  });

  for (const [reason, error] of [
    ['revoked', refusal('Refresh Token has been revoked')],
    ['expired', refusal('Refresh Token has expired')],
    ['revoked', refusal('User is disabled.')],
    ['revoked', refusal('', 'RefreshTokenReuseException')],
    ['revoked', refusal('', 'UserNotFoundException')],
    ['revoked', refusal('', 'PasswordResetRequiredException')],
    ['revoked', refusal('', 'UserNotConfirmedException')],
  ] as const) {
    it(`are removed when Cognito responds with ${String(error.cause)}`, async () => {
      const { keeper, store, answers, ended, refreshed } = kept;
      const asked = Promise.allSettled([keeper.fresh(), keeper.fresh()]);
      await turn();
      answers[0]?.reject(error);
      for (const result of await asked)
        assert.ok(result.status === 'rejected' && hasCode('session-expired')(result.reason));
      assert.deepEqual(ended, [reason]);
      assert.equal(refreshed.length, 1);
      assert.equal(await store.get(KEY), undefined);
    });
  }

  it('are not replaced by those of another user, or of another pool', async () => {
    for (const wrong of [tokens({ sub: 'b-sub' }), { ...tokens(), accessToken: 'x' }]) {
      const { keeper, answers, store } = kept;
      const before = await store.get(KEY);
      const asked = keeper.fresh(true);
      await turn();
      answers.at(-1)?.resolve(wrong);
      await assert.rejects(asked, hasCode('bad-response'));
      assert.equal(await store.get(KEY), before);
    }
  });
});

describe('A sign-out', () => {
  it('is done at once, with a pending refresh and a hanging network', async () => {
    const { keeper, store, clock, answers, revoked } = keep();
    await keeper.begin(sessionOf({ mark: 'first' }));
    clock.advance(HOUR);
    const asked = keeper.fresh();
    await turn();
    assert.equal((await keeper.end())?.refreshToken, 'refresh first');
    assert.equal(await store.get(KEY), undefined);
    answers[0]?.resolve(tokens({ mark: 'late' }));
    await assert.rejects(asked, hasCode('session-expired'));
    assert.deepEqual(revoked, ['refresh late']);
    assert.equal(await store.get(KEY), undefined);
  });

  it('is not undone by late responses, in any order of events', async () => {
    await fc.assert(
      // The scheduler comes last: it uses the same random numbers as the values after it.
      fc.asyncProperty(
        fc.boolean(),
        fc.boolean(),
        fc.nat(12),
        fc.scheduler(),
        async (rotates, fails, turns, scheduler) => {
          const values = new Map<string, string>();
          const slowly =
            <Input extends readonly unknown[], Result>(act: (...input: Input) => Result) =>
            async (...input: Input): Promise<Result> => {
              await scheduler.schedule(Promise.resolve(), 'store');
              return act(...input);
            };
          const store: SessionStore = {
            get: slowly((key: string) => values.get(key)),
            set: slowly((key: string, value: string) => void values.set(key, value)),
            remove: slowly((key: string) => void values.delete(key)),
          };
          const late = tokens({ mark: 'late' });
          const refresh = scheduler.scheduleFunction(() =>
            fails
              ? Promise.reject(new AuthError('offline'))
              : Promise.resolve(rotates ? late : { accessToken: late.accessToken, idToken: late.idToken }),
          );
          const { keeper, clock, refreshed, revoked, ended } = keep(store, refresh);
          const begun = keeper.begin(sessionOf({ mark: 'first' }));
          await scheduler.waitFor(begun);
          clock.advance(HOUR);

          const asked = [keeper.fresh(), keeper.wake(), keeper.fresh(true)].map((promise) =>
            promise.then(
              () => undefined,
              () => undefined,
            ),
          );
          const signOut = async () => {
            for (let left = turns; left >= 0; left -= 1) await scheduler.schedule(Promise.resolve(), 'before sign-out');
            return keeper.end();
          };
          const out = signOut();
          let isOut = false;
          const seen: string[] = [];
          const set = values.set.bind(values);
          values.set = (key, value) => {
            if (isOut) seen.push(key);
            return set(key, value);
          };
          void out.then(() => (isOut = true));
          await scheduler.waitFor(Promise.all([out, ...asked]));
          await scheduler.waitIdle();

          assert.equal(values.size, 0);
          assert.deepEqual(seen, []);
          assert.equal(await scheduler.waitFor(keeper.read()), undefined);
          assert.deepEqual(ended, []);
          // Each refresh either ended before the sign-out, or was revoked.
          const signedOut = await out;
          const issued = fails || refreshed.length === 0 ? [] : [rotates ? 'refresh late' : 'refresh first'];
          assert.ok(issued.every((token) => signedOut?.refreshToken === token || revoked.includes(token)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('right after a sign-in that replaces another user leaves no session', async () => {
    const store = memoryStore();
    await keep(store).keeper.begin(sessionOf({ sub: 'alice', mark: 'alice' }));
    const { keeper } = keep(store);
    await keeper.read();
    const begun = keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    assert.equal((await keeper.end())?.refreshToken, 'refresh bob');
    await begun;
    assert.equal(await store.get(KEY), undefined);
    assert.equal(await keep(store).keeper.read(), undefined);
  });

  it('ends a stored session too, before it was read', async () => {
    const store = memoryStore();
    await keep(store).keeper.begin(sessionOf({ mark: 'first' }));
    const { keeper } = keep(store);
    assert.equal((await keeper.end())?.refreshToken, 'refresh first');
    assert.equal(await store.get(KEY), undefined);
    assert.equal(await keeper.read(), undefined);
  });
});

describe('Another user who signs in', () => {
  it('does not get the tokens of the previous one, nor loses their own to an error of those', async () => {
    for (const answer of ['late tokens', 'refusal'] as const) {
      const { keeper, clock, answers, ended } = keep();
      await keeper.begin(sessionOf({ sub: 'alice', mark: 'alice' }));
      clock.advance(HOUR);
      const asked = keeper.fresh().catch(() => undefined);
      await turn();
      await keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
      if (answer === 'refusal') answers[0]?.reject(refusal('Refresh Token has been revoked'));
      else answers[0]?.resolve(tokens({ sub: 'alice', mark: 'late' }));
      await asked;
      assert.equal((await keeper.read())?.sub, 'bob');
      assert.deepEqual(ended, []);
    }
  });

  it('in another page of the same store is the user of this page from then on', async () => {
    const store = memoryStore();
    const [here, there] = [keep(store), keep(store)];
    await here.keeper.begin(sessionOf({ sub: 'alice', mark: 'alice' }));
    here.clock.advance(HOUR);
    const asked = here.keeper.fresh();
    await turn();
    await there.keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    here.answers[0]?.reject(refusal('Refresh Token has been revoked'));
    assert.equal((await asked).sub, 'bob');
    assert.equal((await there.keeper.read())?.sub, 'bob');
    assert.deepEqual([here.ended, here.started], [['other-tab'], ['bob']]);
  });
});

describe('Another user’s session that a page finds in its store', () => {
  it('is refreshed in time although the refresh of the previous one has just failed', async () => {
    const store = memoryStore();
    const [here, there] = [keep(store), keep(store)];
    await here.keeper.begin(sessionOf({ sub: 'alice', mark: 'alice' }));
    here.clock.advance(HOUR - 30_000);
    const asked = here.keeper.fresh();
    await turn();
    here.answers[0]?.reject(new AuthError('offline'));
    await asked;
    await there.keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    const theirs = here.keeper.fresh();
    await turn();
    assert.deepEqual(here.refreshed, ['refresh alice', 'refresh bob']);
    here.answers[1]?.resolve(tokens({ sub: 'bob', mark: 'fresh' }));
    assert.equal((await theirs).refreshToken, 'refresh fresh');
  });
});

describe('What is stored', () => {
  it('is removed when it is damaged', async () => {
    const { keeper, store } = keep();
    await store.set(KEY, '{"v":1,"accessToken":null}');
    assert.equal(await keeper.restore(), undefined);
    assert.equal(await store.get(KEY), undefined);
  });

  it('ends when the store is cleared', async () => {
    const { keeper, store, ended } = keep();
    await keeper.begin(sessionOf());
    await store.remove(KEY);
    await assert.rejects(keeper.fresh(), hasCode('session-expired'));
    assert.deepEqual(ended, ['other-tab']);
    await keeper.begin(sessionOf({ mark: 'again' }));
    assert.equal((await keeper.fresh()).refreshToken, 'refresh again');
  });

  it('is one record', async () => {
    const { keeper, store } = keep();
    await keeper.begin(sessionOf());
    assert.deepEqual([...(store.keys?.() ?? [])], [KEY]);
  });

  it('is restored over a network that is down', async () => {
    const store = memoryStore();
    await keep(store).keeper.begin(sessionOf());
    const { keeper, clock, answers } = keep(store);
    clock.advance(2 * HOUR);
    const restored = keeper.restore();
    await turn();
    answers[0]?.reject(new AuthError('offline'));
    assert.equal((await restored)?.sub, 'a-sub');
  });
});

describe('A session that another library stored', () => {
  const prefix = 'CognitoIdentityServiceProvider.abc123.';
  const { accessToken, idToken, refreshToken } = tokens({ mark: 'theirs' });
  const theirs: Readonly<Record<string, string>> = {
    [`${prefix}LastAuthUser`]: 'jane',
    [`${prefix}jane.accessToken`]: accessToken,
    [`${prefix}jane.idToken`]: idToken,
    [`${prefix}jane.refreshToken`]: refreshToken,
    [`${prefix}jane.clockDrift`]: '-350',
    [`${prefix}jane.userData`]: '{"UserAttributes":[]}',
    [`${prefix}jane.deviceKey`]: 'us-east-1_device',
    [`${prefix}Jane@example.com.refreshToken`]: 'an old one',
    'CognitoIdentityServiceProvider.another.LastAuthUser': 'max',
    'of the page': 'x',
  };

  it('is taken over, refreshed, and leaves nothing behind but devices', async () => {
    const store = memoryStore();
    for (const [key, value] of Object.entries(theirs)) await store.set(key, value);
    const { keeper, answers, refreshed } = keep(store);
    const restored = keeper.restore();
    await until(() => answers.length > 0);
    answers[0]?.resolve(tokens({ mark: 'ours' }));
    assert.equal((await restored)?.refreshToken, 'refresh ours');
    assert.deepEqual(refreshed, ['refresh theirs']);
    assert.deepEqual(
      [...(store.keys?.() ?? [])].sort(),
      [`${prefix}jane.deviceKey`, 'CognitoIdentityServiceProvider.another.LastAuthUser', KEY, 'of the page'].sort(),
    );
  });

  it('does not replace that of a user who signs in meanwhile', async () => {
    const memory = memoryStore();
    for (const [key, value] of Object.entries(theirs)) await memory.set(key, value);
    let read = () => undefined as void;
    const isRead = new Promise<void>((resolve) => (read = resolve));
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const store: SessionStore = {
      ...memory,
      async get(key) {
        const value = await memory.get(key);
        if (!key.endsWith('.LastAuthUser')) return value;
        read();
        await held;
        return value;
      },
    };
    const { keeper, refreshed } = keep(store);
    const restored = keeper.restore();
    await isRead;
    await keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    release();
    await restored;
    assert.equal((await keeper.read())?.sub, 'bob');
    assert.deepEqual(refreshed, []);
  });

  it('is removed when it is not complete', async () => {
    const store = memoryStore();
    await store.set(`${prefix}LastAuthUser`, 'jane');
    await store.set(`${prefix}jane.accessToken`, '');
    assert.equal(await keep(store).keeper.restore(), undefined);
    assert.deepEqual([...(store.keys?.() ?? [])], []);
  });
});
