import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { exclusive } from '../../src/session/lock.js';
import type { Locks } from '../../src/session/lock.js';
import { lockManager } from './lock-manager.js';

const NAME = 'a lock';
const never = () => new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Exclusive work', () => {
  let locks: Locks;
  let present: number;
  let most: number;
  beforeEach(() => {
    [locks, present, most] = [lockManager(), 0, 0];
  });
  const work = async () => {
    present += 1;
    most = Math.max(most, present);
    await turn();
    present -= 1;
    return 'done';
  };

  it('is done by one tab at a time', async () => {
    const tabs = Array.from({ length: 10 }, () => exclusive(NAME, work, never(), locks));
    assert.deepEqual(new Set(await Promise.all(tabs)), new Set(['done']));
    assert.equal(most, 1);
  });

  it('is done without locks too', async () => {
    const tabs = Array.from({ length: 10 }, () => exclusive(NAME, work, never()));
    assert.deepEqual(new Set(await Promise.all(tabs)), new Set(['done']));
    assert.equal(most, 10);
  });

  it('is done when locks are blocked too', async () => {
    const blocked: Locks = { request: () => Promise.reject(new DOMException('Denied.', 'SecurityError')) };
    assert.equal(await exclusive(NAME, work, never(), blocked), 'done');
  });

  it('waits for a tab that never ends no longer than the signal allows', async () => {
    void locks.request(NAME, {}, () => new Promise(() => undefined));
    const limit = new AbortController();
    const waiting = exclusive(NAME, work, limit.signal, locks);
    await turn();
    assert.equal(most, 0);
    limit.abort();
    assert.equal(await waiting, 'done');
  });

  it('rejects with its error, is not done a second time, and lets the next one begin', async () => {
    let count = 0;
    const failing = async () => {
      count += 1;
      throw new Error('No.');
    };
    await assert.rejects(exclusive(NAME, failing, never(), locks), { message: 'No.' });
    assert.equal(count, 1);
    assert.equal(await exclusive(NAME, work, never(), locks), 'done');
  });
});
