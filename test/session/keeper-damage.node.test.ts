import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { AuthError } from '../../src/cognito/errors.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { resilientStore } from '../../src/session/store.js';
import { until } from '../support/until.js';
import { KEY } from './device.js';
import { keep } from './keep.js';
import { sessionOf, tokens } from './tokens.js';

const isSignedOut = (error: unknown) => error instanceof AuthError && error.code === 'session-expired';

it('A damaged session has no user, and is removed, whatever is left of it', async () => {
  const store = memoryStore();
  await keep(store).keeper.begin(sessionOf());
  const record = (await store.get(KEY))!;
  const damage = fc.oneof(
    fc.nat(record.length - 1).map((end) => record.slice(0, end)),
    fc.json(),
    fc.string(),
    fc.constantFrom('null', '[]', '{}', '{"__proto__":{"v":1}}', '"'.repeat(5_000_000)),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (text) => {
      await store.set(KEY, text);
      const { keeper } = keep(store);
      assert.equal(await keeper.restore(), undefined);
      await assert.rejects(keeper.fresh(), isSignedOut);
      assert.ok(!(await store.get(KEY)), 'nothing is left');
      await keeper.begin(sessionOf({ mark: 'again' }));
      assert.equal((await keeper.fresh()).refreshToken, 'refresh again');
    }),
    { numRuns: 200 },
  );
});

it('A session stays usable and complete, whichever write finds the store full', async () => {
  for (let full = 1; full <= 3; full += 1) {
    const below = memoryStore();
    let writes = 0;
    const set = (key: string, value: string) => {
      writes += 1;
      if (writes === full) throw new DOMException('Full.', 'QuotaExceededError');
      return below.set(key, value);
    };
    let losses = 0;
    const { keeper, answers } = keep(resilientStore({ ...below, set }, () => (losses += 1)));
    for (const mark of ['first', 'second']) {
      await keeper.begin(sessionOf({ mark }));
      assert.equal((await keeper.fresh()).refreshToken, `refresh ${mark}`);
    }
    const asked = keeper.fresh(true);
    await until(() => answers.length > 0);
    answers[0]?.resolve(tokens({ mark: 'third' }));
    assert.equal((await asked).refreshToken, 'refresh third');
    assert.equal((await keeper.fresh()).refreshToken, 'refresh third');
    const kept = await below.get(KEY);
    assert.ok(full === 3 ? kept === undefined : kept?.includes('refresh third'));
    assert.equal(losses, 1);
    await keeper.end();
    assert.deepEqual([...(below.keys?.() ?? [])], []);
  }
});
