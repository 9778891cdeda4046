import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HubClass } from '../../src/compat/index.js';
import type { HubCapsule } from '../../src/compat/index.js';

const LIBRARY = Symbol.for('amplify_default');

let hub: HubClass;
beforeEach(() => (hub = new HubClass('test')));

/** Adds a listener, and returns what it gets. */
function heard(channel: string | RegExp): HubCapsule[] {
  const all: HubCapsule[] = [];
  hub.listen(channel, (capsule) => all.push(capsule));
  return all;
}

describe('Hub of the guides', () => {
  it('sends a message to the listeners of its channel before it returns', () => {
    const [auth, other] = [heard('auth'), heard('other')];
    hub.dispatch('auth', { event: 'signIn', data: 1, message: 'In' }, 'Auth', LIBRARY);
    assert.deepEqual(auth, [
      { channel: 'auth', payload: { event: 'signIn', data: 1, message: 'In' }, source: 'Auth', patternInfo: [] },
    ]);
    assert.deepEqual(other, []);
  });

  it('finds messages of all channels by a regular expression, and tells what its groups matched', () => {
    const all = heard(/user (\w+) has/);
    hub.dispatch('app', { event: 'a', message: 'A user jane has come' });
    hub.dispatch('app', { event: 'b' });
    assert.deepEqual(
      all.map(({ patternInfo }) => patternInfo),
      [['jane']],
    );
  });

  it('takes a listener as an object, and removes both kinds', () => {
    const got: string[] = [];
    const old = { onHubCapsule: ({ payload }: HubCapsule) => void got.push(`old ${payload.event}`) };
    const stop = hub.listen('app', ({ payload }) => got.push(payload.event));
    hub.listen('app', old, 'MyListener');
    hub.dispatch('app', { event: 'one' });
    hub.remove('app', old);
    stop();
    hub.dispatch('app', { event: 'two' });
    assert.deepEqual(got, ['one', 'old one']);
  });

  it('reports a listener that throws, and calls the others, also those that remove themselves', (test) => {
    const error = test.mock.method(console, 'error', () => undefined);
    const got: string[] = [];
    const stop = hub.listen('app', () => {
      stop();
      got.push('first');
    });
    hub.listen('app', () => {
      throw new Error('Broken');
    });
    hub.listen('app', () => got.push('last'));
    hub.dispatch('app', { event: 'one' });
    hub.dispatch('app', { event: 'two' });
    assert.deepEqual(got, ['first', 'last', 'last']);
    assert.equal(error.mock.callCount(), 2);
  });

  it('refuses what is no listener', () => {
    for (const listener of [undefined, null, {}, 'text']) {
      assert.throws(() => Reflect.apply(hub.listen, hub, ['app', listener]), {
        message: 'No callback supplied to Hub',
      });
    }
  });

  it('warns once of a message over a channel of the library', (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    hub.dispatch('auth', { event: 'mine' });
    hub.dispatch('auth', { event: 'mine' });
    hub.dispatch('auth', { event: 'theirs' }, 'Auth', LIBRARY);
    assert.equal(warn.mock.callCount(), 1);
    assert.match(String(warn.mock.calls[0]?.arguments[0]), /channel auth/);
  });
});
