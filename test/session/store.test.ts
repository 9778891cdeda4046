import { expect } from '@open-wc/testing';
import type { SessionStore } from '../../src/config/config.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { resilientStore, storeOf } from '../../src/session/store.js';
import { storeContract } from '../contracts/store.contract.js';

const KEY = 'auth-elements.test';

for (const storage of ['local', 'session', 'memory'] as const) {
  describe(`The store "${storage}"`, () => storeContract(() => storeOf({ storage })));
}

describe('A store of the page', () => {
  describe('that works', () => storeContract(() => storeOf({ storage: memoryStore() })));

  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const broken: Readonly<Record<string, () => SessionStore>> = {
    'that is blocked': () => ({ get: blocked, set: blocked, remove: blocked, keys: blocked }),
    'that fails later': () => ({
      get: () => Promise.reject(new Error('x')),
      set: () => Promise.reject(new Error('x')),
      remove: () => Promise.reject(new Error('x')),
    }),
    'that only pretends to write': () => ({ ...memoryStore(), set: () => undefined }),
  };
  for (const [title, open] of Object.entries(broken)) {
    it(`${title} is replaced by memory, and the page is told`, async () => {
      let losses = 0;
      const store = resilientStore(open(), () => (losses += 1));
      await store.set(KEY, 'x');
      expect(await store.get(KEY)).to.equal('x');
      expect(losses).to.equal(1);
      expect([...(store.keys?.() ?? [])]).to.deep.equal([]);
      await store.remove(KEY);
      expect(await store.get(KEY)).to.equal(undefined);
    });
  }
});

describe('A localStorage that shows late what another tab wrote', () => {
  const { prototype } = Storage;
  const { setItem, removeItem } = prototype;
  afterEach(() => Object.assign(prototype, { setItem, removeItem }));

  it('removes it nevertheless, though removing an invisible item has no effect', async () => {
    localStorage.setItem(KEY, 'written in another tab');
    let isSeen = false;
    prototype.setItem = function (key, value) {
      isSeen = true;
      setItem.call(this, key, value);
    };
    prototype.removeItem = function (key) {
      if (isSeen) removeItem.call(this, key);
    };
    await storeOf({ storage: 'local' }).remove(KEY);
    expect(localStorage.getItem(KEY)).to.equal(null);
  });
});

describe('A localStorage that is full to the last byte', () => {
  // Short keys: they take room themselves.
  const PIECES = Array.from({ length: 24 }, (_, index) => ({ key: `${index}`, size: 2 ** (23 - index) }));
  const empty = () => PIECES.forEach(({ key }) => localStorage.removeItem(key));
  beforeEach(() => localStorage.setItem(KEY, 'an old session'));
  afterEach(() => {
    empty();
    localStorage.removeItem(KEY);
  });

  /** Fills the rest, in ever smaller pieces. */
  function fill(): void {
    for (const { key, size } of PIECES) {
      try {
        localStorage.setItem(key, 'x'.repeat(size));
      } catch {
        // This piece is too large.
      }
    }
  }

  it('has the new session in memory, and not the old one on the disk', async () => {
    fill();
    let losses = 0;
    const store = storeOf({ storage: 'local' }, () => (losses += 1));
    await store.set(KEY, 'a new session that is longer');
    expect(await store.get(KEY)).to.equal('a new session that is longer');
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect(losses).to.equal(1);
    expect(await storeOf({ storage: 'local' }).get(KEY)).to.equal(undefined);
  });

  it('stores sessions again when there is room', async () => {
    fill();
    const store = storeOf({ storage: 'local' });
    await store.set(KEY, 'a new session that is longer');
    empty();
    await store.set(KEY, 'the next session');
    expect(localStorage.getItem(KEY)).to.equal('the next session');
    expect(await store.get(KEY)).to.equal('the next session');
  });
});
