import { expect, waitUntil } from '@open-wc/testing';
import { countedGeneration } from '../../src/session/generation.js';
import type { Generation } from '../../src/session/generation.js';

/** Two tabs with the same generation. */
function tabs(): [Generation, Generation] {
  const key = crypto.randomUUID();
  return [countedGeneration(key), countedGeneration(key)];
}

/** Begins a transaction that blocks all others. Returns the function that ends it. */
async function occupy(): Promise<() => void> {
  const opening = indexedDB.open('auth-elements', 1);
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const counts = opening.result.transaction('generations', 'readwrite').objectStore('generations');
  let isOver = false;
  // A transaction stays open while it has requests.
  const goOn = () => {
    if (!isOver) counts.get('anything').onsuccess = goOn;
    else opening.result.close();
  };
  goOn();
  return () => (isOver = true);
}

describe('The generation of a session', () => {
  it('is the same for all tabs, and separate for each client', async () => {
    const [here, there] = tabs();
    expect(await there.latest()).to.equal(0);
    await here.advance(0, () => undefined);
    expect(await there.latest()).to.equal(1);
    expect(await tabs()[0].latest()).to.equal(0);
  });

  it('lets only one of the tabs with the same generation write', async () => {
    const key = crypto.randomUUID();
    const written: number[] = [];
    const isWritten = await Promise.all(
      Array.from({ length: 10 }, (_, tab) => countedGeneration(key).advance(0, () => written.push(tab))),
    );
    expect(written).to.have.length(1);
    expect(isWritten.filter(Boolean)).to.have.length(1);
  });

  it('grows with every forced write, beyond the known one', async () => {
    const [here, there] = tabs();
    const numbers: number[] = [];
    await here.advance(4, (generation) => numbers.push(generation));
    await there.advance(0, (generation) => numbers.push(generation), true);
    expect(numbers).to.deep.equal([5, 6]);
    expect(await here.advance(5, () => numbers.push(0))).to.equal(false);
    expect(await here.latest()).to.equal(6);
    expect(numbers).to.deep.equal([5, 6]);
  });

  for (const count of [1e308, Infinity, NaN, 0.5, -1, Number.MAX_SAFE_INTEGER, '7']) {
    it(`starts anew after ${count}, which is no count`, async () => {
      const key = crypto.randomUUID();
      await countedGeneration(key).latest();
      const opening = indexedDB.open('auth-elements', 1);
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const putting = opening.result.transaction('generations', 'readwrite').objectStore('generations').put(count, key);
      await new Promise((resolve) => (putting.onsuccess = resolve));
      opening.result.close();
      expect(await countedGeneration(key).latest()).to.equal(0);
      const numbers: number[] = [];
      expect(await countedGeneration(key).advance(4, (number) => numbers.push(number))).to.equal(true);
      expect(numbers).to.deep.equal([5]);
      expect(await countedGeneration(key).latest()).to.equal(5);
    });
  }

  it('does not let two tabs write at a time', async () => {
    const key = crypto.randomUUID();
    const add = () => localStorage.setItem(key, String(Number(localStorage.getItem(key)) + 1));
    await Promise.all(Array.from({ length: 20 }, () => countedGeneration(key).advance(0, add, true)));
    expect(localStorage.getItem(key)).to.equal('20');
    expect(await countedGeneration(key).latest()).to.equal(20);
    localStorage.removeItem(key);
  });
});

describe('Where the database', () => {
  const hanging = (): IDBFactory => Object.create(indexedDB, { open: { value: () => ({}) } }) as IDBFactory;
  const blocked = (): IDBFactory => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const [title, open] of Object.entries({ hanging, blocked })) {
    it(`is ${title}, everything is written, once`, async () => {
      const generation = countedGeneration('a key', open, 20);
      const numbers: number[] = [];
      expect(await generation.latest()).to.equal(0);
      expect(await generation.advance(7, (number) => numbers.push(number))).to.equal(true);
      expect(await generation.advance(7, (number) => numbers.push(number))).to.equal(true);
      expect(numbers).to.deep.equal([8, 8]);
    });
  }

  it('is hanging, only the first operation waits for it', async () => {
    let opened = 0;
    const open = () => {
      opened += 1;
      return hanging();
    };
    const generation = countedGeneration('a key', open, 20);
    await generation.latest();
    await generation.advance(0, () => undefined);
    await generation.latest();
    expect(opened).to.equal(1);
  });

  it('answers again after it was hanging, writes are counted again', async () => {
    const key = crypto.randomUUID();
    await countedGeneration(key).latest();
    const generation = countedGeneration(key, undefined, 20);
    const release = await occupy();
    await generation.advance(0, () => undefined);
    release();
    await waitUntil(async () => {
      await generation.advance(0, () => undefined);
      return (await countedGeneration(key).latest()) > 0;
    });
  });

  it('answers too late, nothing more is written', async () => {
    const key = crypto.randomUUID();
    const numbers: number[] = [];
    expect(await countedGeneration(key).latest()).to.equal(0);
    const release = await occupy();
    expect(await countedGeneration(key, undefined, 20).advance(7, (number) => numbers.push(number))).to.equal(true);
    expect(numbers).to.deep.equal([8]);
    release();
    // Its transaction comes after the one that was too late.
    expect(await countedGeneration(key).latest()).to.equal(0);
    expect(numbers).to.deep.equal([8]);
  });

  it('works or not, a failed write is reported', async () => {
    const fail = () => Promise.reject(new Error('No.'));
    for (const generation of [countedGeneration('a key', blocked), countedGeneration(crypto.randomUUID())]) {
      const error: unknown = await generation.advance(0, fail).catch((cause: unknown) => cause);
      expect(error).to.be.an('error').with.property('message', 'No.');
    }
  });
});
