import { expect } from '@open-wc/testing';
import type { SessionStore } from '../../src/config/config.js';

/** The contract of every store of the session. */
export function storeContract(open: () => SessionStore): void {
  const keys = (store: SessionStore) => [...(store.keys?.() ?? [])].filter((key) => key.startsWith('contract.'));
  let store: SessionStore;
  beforeEach(async () => {
    store = open();
    for (const key of keys(store)) await store.remove(key);
  });

  it('returns what was written', async () => {
    const text = 'żółw 🐎 {"a":1}\u0000';
    await store.set('contract.a', text);
    expect(await store.get('contract.a')).to.equal(text);
  });

  it('has nothing under a key that was not written', async () => {
    expect((await store.get('contract.nothing')) ?? undefined).to.equal(undefined);
  });

  it('replaces as a whole', async () => {
    await store.set('contract.a', 'a long text');
    await store.set('contract.a', 'short');
    expect(await store.get('contract.a')).to.equal('short');
  });

  it('deletes what is removed, and nothing else', async () => {
    await store.set('contract.a', '1');
    await store.set('contract.b', '2');
    await store.remove('contract.a');
    await store.remove('contract.nothing');
    expect((await store.get('contract.a')) ?? undefined).to.equal(undefined);
    expect(await store.get('contract.b')).to.equal('2');
    expect(keys(store)).to.deep.equal(['contract.b']);
  });
}
