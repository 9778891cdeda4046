import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AuthError } from '../../src/cognito/errors.js';
import { userPoolSession } from '../../src/session/user-pool-session.js';
import { KEY } from './device.js';
import { keep } from './keep.js';
import { POOL, refusal, sessionOf, tokens } from './tokens.js';

const HOUR = 3_600_000;

const turn = () => new Promise((resolve) => setImmediate(resolve));
const hasCode = (code: string) => (error: unknown) => error instanceof AuthError && error.code === code;

describe('The result of a refresh', () => {
  it('is announced once, whether it brought tokens, failed for now, or ended the session', async () => {
    const { keeper, answers, outcomes } = keep();
    await keeper.begin(sessionOf({ mark: 'first' }));
    await keeper.fresh();
    assert.deepEqual(outcomes, []);
    for (const settle of [
      () => answers.at(-1)?.resolve(tokens({ mark: 'second' })),
      () => answers.at(-1)?.reject(new AuthError('offline')),
      () => answers.at(-1)?.reject(refusal('Refresh Token has expired')),
    ]) {
      const asked = Promise.allSettled([keeper.fresh(true), keeper.fresh(true)]);
      await turn();
      settle();
      await asked;
    }
    assert.deepEqual(outcomes, ['refreshed', 'offline', 'session-expired']);
  });

  it('is not announced after a sign-out in between', async () => {
    const { keeper, answers, outcomes } = keep();
    await keeper.begin(sessionOf({ mark: 'first' }));
    const asked = Promise.allSettled([keeper.fresh(true)]);
    await turn();
    await keeper.end();
    answers[0]?.resolve(tokens({ mark: 'late' }));
    await asked;
    assert.deepEqual(outcomes, []);
  });
});

describe('A session without a refresh token', () => {
  const { accessToken, idToken } = tokens();
  let kept: ReturnType<typeof keep>;
  beforeEach(async () => {
    kept = keep();
    await kept.keeper.begin(userPoolSession({ accessToken, idToken }, POOL));
  });

  it('is used until it expires, also after a reload, without a request', async () => {
    const { keeper, clock, store, refreshed } = kept;
    clock.advance(HOUR - 1);
    assert.equal((await keeper.fresh()).accessToken, accessToken);
    await keeper.wake();
    assert.equal((await keep(store).keeper.read())?.accessToken, accessToken);
    assert.deepEqual(refreshed, []);
  });

  it('cannot be refreshed by force, and stays', async () => {
    const { keeper } = kept;
    await assert.rejects(keeper.fresh(true), hasCode('unsupported'));
    assert.equal((await keeper.fresh()).accessToken, accessToken);
  });

  it('is removed when it has expired, and the page is told', async () => {
    const { keeper, clock, store, ended } = kept;
    clock.advance(HOUR);
    await assert.rejects(keeper.fresh(), hasCode('session-expired'));
    assert.deepEqual(ended, ['expired']);
    assert.equal(await store.get(KEY), undefined);
    assert.equal(await keeper.restore(), undefined);
  });
});
