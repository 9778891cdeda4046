import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CacheClass } from '../../src/compat/index.js';
import type { CacheConfig } from '../../src/compat/index.js';
import { TestStorage } from './compat-stage.js';

let storage: TestStorage;
beforeEach(() => (storage = new TestStorage()));

const open = (config: CacheConfig = {}) => new CacheClass({ storage, ...config });

describe('Cache of the guides', () => {
  it('keeps what JSON can hold, over a reload', () => {
    open().setItem('cart', { items: [1, 2] });
    assert.deepEqual(open().getItem('cart'), { items: [1, 2] });
    assert.deepEqual(open().getAllKeys(), ['cart']);
  });

  it('answers null for what is missing, removed, damaged or expired', () => {
    const cache = open();
    cache.setItem('old', 1, { expires: Date.now() - 1 });
    cache.setItem('gone', 1);
    cache.removeItem('gone');
    cache.setItem('damaged', 1);
    storage.setItem('aws-amplify-cachedamaged', '{');
    assert.deepEqual(
      ['old', 'gone', 'damaged', 'never'].map((key) => cache.getItem<unknown>(key)),
      [null, null, null, null],
    );
  });

  it('keeps what a callback brings for a missing item', () => {
    const cache = open();
    assert.equal(cache.getItem('rate', { callback: () => 7 }), 7);
    assert.equal(cache.getItem('rate', { callback: () => 8 }), 7);
  });

  it('lets the least important item give way, and then the least recently used', (test) => {
    test.mock.timers.enable({ apis: ['Date'], now: 1_000 });
    const cache = open({ capacityInBytes: 400 });
    const text = 'x'.repeat(50);
    for (const [key, priority] of [
      ['kept', 1],
      ['first', 3],
      ['second', 3],
    ] as const) {
      cache.setItem(key, text, { priority });
      test.mock.timers.tick(1);
    }
    cache.getItem('first');
    cache.setItem('new', text, { priority: 2 });
    assert.deepEqual(cache.getAllKeys().sort(), ['first', 'kept', 'new']);
    assert.ok(cache.getCacheCurSize() <= 400, String(cache.getCacheCurSize()));
  });

  it('refuses an item that is too large, a priority out of range, and no value, and says so', (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const cache = open({ itemMaxSize: 100 });
    cache.setItem('large', 'x'.repeat(200));
    cache.setItem('odd', 1, { priority: 9 });
    cache.setItem('none', undefined);
    assert.deepEqual(cache.getAllKeys(), []);
    assert.equal(warn.mock.callCount(), 2);
  });

  it('is cleared without another cache in the same store', () => {
    const [cache, other] = [open(), open().createInstance({ keyPrefix: 'other', storage })];
    cache.setItem('a', 1);
    other.setItem('b', 2);
    cache.clear();
    assert.deepEqual([cache.getAllKeys(), other.getItem('b')], [[], 2]);
    assert.throws(() => cache.createInstance({}), { message: /keyPrefix/ });
  });
});
