import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SharedRecord } from '../../src/session/shared-record.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { ALONE } from '../../src/session/tabs.js';
import { TestClock } from '../client/test-clock.js';

it('A damaged record is not removed when it has been mended since', async () => {
  const store = memoryStore();
  const record = new SharedRecord(store, 'key', ALONE, new TestClock().environment);
  await store.set('key', 'good');
  await record.discard('bad');
  assert.equal(await record.get(), 'good');
  await record.discard('good');
  assert.equal(await record.get(), undefined);
});

it('Operations on a record come one after the other, however slow the store', async () => {
  const store = memoryStore();
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  const set = async (key: string, value: string) => {
    await held;
    await store.set(key, value);
  };
  const record = new SharedRecord({ ...store, set }, 'key', ALONE, new TestClock().environment);
  const written = record.set(0, () => 'late');
  const removed = record.remove(1, () => true);
  const found = record.get();
  release();
  await Promise.all([written, removed]);
  assert.equal(await found, undefined);
  assert.equal(await store.get('key'), undefined);
});
