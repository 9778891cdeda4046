import { expect, waitUntil } from '@open-wc/testing';
import type { AuthConfig } from '../../src/config/config.js';
import { ALONE, listenToTabs, sharingOf } from '../../src/session/tabs.js';

const config: AuthConfig = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'tabs' };
const KEY = 'auth-elements.tabs';

let looks = 0;
let stop: () => void = () => undefined;
/** Listens, and counts the calls from then on. */
function listen(to = config): () => void {
  stop = listenToTabs(to, () => (looks += 1));
  looks = 0;
  return stop;
}
afterEach(() => stop());

/** The event of the browser when another page has changed localStorage. */
const changed = (key: string | null) => dispatchEvent(new StorageEvent('storage', { key }));

/** Removes a feature of the browser during a test. */
function without(name: 'BroadcastChannel', broken: unknown): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, name)!;
  before(() => void Object.defineProperty(globalThis, name, { configurable: true, value: broken }));
  after(() => void Object.defineProperty(globalThis, name, own));
}

/** Waits until all messages are delivered. */
async function silence(): Promise<void> {
  const [here, there] = [new BroadcastChannel('silence'), new BroadcastChannel('silence')];
  await new Promise((resolve) => {
    here.addEventListener('message', resolve);
    there.postMessage(null);
  });
  here.close();
  there.close();
}

describe('A tab reads the store again', () => {
  it('when another one sends a message', async () => {
    listen();
    sharingOf(config).tell();
    await waitUntil(() => looks === 1);
  });

  it('when another one sends a message, with a store of the page', async () => {
    const storage = { get: () => null, set: () => undefined, remove: () => undefined };
    listen({ ...config, storage });
    sharingOf({ ...config, storage }).tell();
    await waitUntil(() => looks === 1);
  });

  for (const [title, broken] of [
    ['missing', undefined],
    [
      'blocked',
      function () {
        throw new DOMException('Blocked.', 'SecurityError');
      },
    ],
  ] as const) {
    describe(`where channels are ${title}`, () => {
      without('BroadcastChannel', broken);

      it('when the storage has changed, or was cleared', () => {
        listen();
        sharingOf(config).tell();
        changed(KEY);
        expect(looks).to.equal(1);
        changed(null);
        expect(looks).to.equal(2);
      });
    });
  }
});

describe('A tab that has sent a message to the others', () => {
  let [opened, closed] = [0, 0];
  without(
    'BroadcastChannel',
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        opened += 1;
      }
      override close(): void {
        super.close();
        closed += 1;
      }
    },
  );

  it('leaves no channel open', () => {
    sharingOf(config).tell();
    expect(opened).to.be.greaterThan(0);
    expect(closed).to.equal(opened);
  });
});

describe('A tab does not read the store again', () => {
  it('when something else has changed', async () => {
    listen();
    changed('of the page');
    sharingOf({ ...config, userPoolClientId: 'another' }).tell();
    await silence();
    expect(looks).to.equal(0);
  });

  it('when it has no listener any more', async () => {
    listen()();
    sharingOf(config).tell();
    changed(KEY);
    await silence();
    expect(looks).to.equal(0);
  });

  for (const storage of ['session', 'memory'] as const) {
    it(`when its session is its own: ${storage}`, async () => {
      listen({ ...config, storage });
      sharingOf(config).tell();
      await silence();
      expect(looks).to.equal(0);
      expect(sharingOf({ ...config, storage })).to.equal(ALONE);
    });
  }
});
