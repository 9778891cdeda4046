import { expect, waitUntil } from '@open-wc/testing';
import type { SessionChange } from '../../src/client/auth-client.js';
import { lazyClient } from '../../src/client/lazy-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { fakeClient, user } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';

/** A client that is not loaded yet, its listener, and the changes of another tab. */
function idle(script: FakeScript = { restore: { name: 'done', user: user() } }) {
  const client = fakeClient(script);
  const heard: string[] = [];
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const page = { created: 0, isKept: false, arrive };
  const lazy = lazyClient({
    create: async () => {
      page.created += 1;
      await arrived;
      return client;
    },
    mayRestore: async () => page.isKept,
  });
  const stop = lazy.watch(({ name }) => void heard.push(name));
  const signInElsewhere = () => {
    page.isKept = true;
    dispatchEvent(new StorageEvent('storage', { key: 'anything' }));
  };
  return { client, lazy, heard, page, stop, signInElsewhere };
}

describe('A page whose client is not loaded yet', () => {
  it('is told once of a sign-in in another tab, and from then on by the client', async () => {
    const { client, heard, page, stop, signInElsewhere } = idle();
    signInElsewhere();
    await waitUntil(() => page.created === 1);
    signInElsewhere();
    page.arrive();
    await waitUntil(() => heard.length > 0);
    signInElsewhere();
    client.change({ name: 'ended', reason: 'other-tab' });
    expect(heard).to.deep.equal(['started', 'ended']);
    expect(page.created).to.equal(1);
    stop();
    client.change({ name: 'ended', reason: 'other-tab' });
    expect(heard).to.have.length(2);
  });

  it('loads nothing for other stored items', async () => {
    const { lazy, page, stop } = idle();
    dispatchEvent(new StorageEvent('storage', { key: 'of the page' }));
    expect((await lazy.restore()).name).to.equal('signIn');
    expect(page.created).to.equal(0);
    stop();
  });

  it('is told of no sign-in when the session cannot be restored', async () => {
    for (const restore of [{ name: 'signIn' } as const, new AuthError('offline')]) {
      const { client, heard, page, stop, signInElsewhere } = idle({ restore });
      signInElsewhere();
      page.arrive();
      await waitUntil(() => page.created === 1 && client.calls.includes('restore'));
      await client.prepare();
      expect(heard).to.deep.equal([]);
      stop();
    }
  });

  it('is told nothing after it has unsubscribed', async () => {
    const { lazy, heard, page, stop, signInElsewhere } = idle();
    stop();
    signInElsewhere();
    page.arrive();
    await lazy.prepare();
    expect(heard).to.deep.equal([]);
    expect(page.created).to.equal(1);
  });

  it('tells a listener that was added twice until it is removed twice', async () => {
    const { client, lazy, page, stop } = idle();
    const heard: string[] = [];
    const listener = ({ name }: SessionChange) => void heard.push(name);
    const stops = [lazy.watch(listener), lazy.watch(listener)];
    page.arrive();
    await lazy.prepare();
    stops[0]?.();
    client.change({ name: 'degraded' });
    expect(heard).to.deep.equal(['degraded']);
    stops[1]?.();
    client.change({ name: 'degraded' });
    expect(heard).to.have.length(1);
    stop();
  });
});

describe('A client that could not be loaded', () => {
  it('is loaded by the next call', async () => {
    const ready = fakeClient();
    let isOnline = false;
    const client = lazyClient({
      create: () => (isOnline ? Promise.resolve(ready) : Promise.reject(new TypeError('Failed to fetch'))),
      mayRestore: () => Promise.resolve(true),
    });
    const error: unknown = await client.restore().catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(AuthError).with.property('code', 'offline');
    isOnline = true;
    expect((await client.restore()).name).to.equal('signIn');
    expect(ready.calls).to.deep.equal(['restore']);
  });
});
