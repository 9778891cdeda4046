import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../src/session/memory-store.js';
import { takeOver } from '../../src/session/legacy.js';
import { keep } from './keep.js';
import { POOL, tokens } from './tokens.js';

const PREFIX = 'CognitoIdentityServiceProvider.abc123.';
const MINUTE = 60_000;

/** A keeper on a device where another library has left tokens without a refresh token, some time ago. */
async function keepLeft(minutesAgo: number, isClockKnown = true) {
  const store = memoryStore();
  const kept = keep(store);
  const { accessToken, idToken } = tokens();
  const receivedAt = kept.clock.environment.now() - minutesAgo * MINUTE;
  // The tokens say when they were issued: 1 000 000 s. The library keeps by how much the clock differed then.
  const clockDrift = String(Math.floor(receivedAt / 1000) - 1_000_000);
  const left = { accessToken, idToken, refreshToken: '', ...(isClockKnown && { clockDrift }) };
  await store.set(`${PREFIX}LastAuthUser`, 'jane');
  for (const [name, value] of Object.entries(left)) await store.set(`${PREFIX}jane.${name}`, value);
  return { ...kept, accessToken };
}

describe('A session without a refresh token that another library has left', () => {
  it('is taken over, until its tokens end', async () => {
    const { keeper, clock, accessToken, refreshed } = await keepLeft(20);
    assert.equal((await keeper.restore())?.accessToken, accessToken);
    clock.advance(39 * MINUTE);
    assert.equal((await keeper.fresh()).accessToken, accessToken);
    clock.advance(2 * MINUTE);
    await assert.rejects(keeper.fresh(), { code: 'session-expired' });
    assert.deepEqual(refreshed, []);
    assert.equal(await keeper.restore(), undefined);
  });

  it('is none when its tokens have ended', async () => {
    const { keeper, store } = await keepLeft(61);
    assert.equal(await keeper.restore(), undefined);
    assert.deepEqual([...(store.keys?.() ?? [])], []);
  });

  it('is none when it is not known when its tokens came, and the clock has gone on since', async () => {
    const { keeper } = await keepLeft(20, false);
    assert.equal(await keeper.restore(), undefined);
  });
});

describe('A session of a user pool that another library has left', () => {
  for (const [key, value, via] of [
    ['amplify-signin-with-hostedUI', 'true', 'redirect'],
    ['amplify-signin-with-hostedUI', 'false', undefined],
    [`${PREFIX}oauthSignIn`, 'true,false', 'redirect'],
    [`${PREFIX}oauthSignIn`, 'false,false', undefined],
  ] as const) {
    it(`began ${via ? 'on the sign-in pages' : 'by a form'} when ${key} is ${value}`, async () => {
      const store = memoryStore();
      for (const [name, text] of Object.entries(tokens())) await store.set(`${PREFIX}jane.${name}`, text);
      await store.set(key, value);
      // A store of a page need not tell its keys.
      const silent = {
        get: (name: string) => store.get(name),
        set: (name: string, text: string) => store.set(name, text),
        remove: (name: string) => store.remove(name),
      };
      const { last } = await takeOver(silent, POOL, PREFIX, 'jane');
      assert.equal(last?.via, via);
      assert.deepEqual([...(store.keys?.() ?? [])], []);
    });
  }
});
