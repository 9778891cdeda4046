import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keep } from './keep.js';
import { sessionOf, signInBy, tokens } from './tokens.js';

const ORIGIN = { via: 'redirect', provider: 'Google' } as const;
signInBy(ORIGIN);

describe('The session of a user who came by a redirect is kept like any other', async () => {
  await import('./keeper.node.test.js');
  await import('./keeper-refresh.node.test.js');
  await import('./keeper-among-tabs.node.test.js');
  await import('./keeper-clocks.node.test.js');

  it('and still says how they signed in, refreshed and after a reload', async () => {
    const { keeper, clock, store, answers } = keep();
    await keeper.begin(sessionOf({ mark: 'first' }));
    clock.advance(3_600_000);
    const asked = keeper.fresh();
    await new Promise((resolve) => setImmediate(resolve));
    answers[0]?.resolve(tokens({ mark: 'second' }));
    for (const session of [await asked, await keep(store).keeper.read()]) {
      assert.equal(session?.refreshToken, 'refresh second');
      assert.deepEqual({ via: session.via, provider: session.provider }, ORIGIN);
    }
  });
});
