import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AuthError } from '../../src/cognito/errors.js';
import { until } from '../support/until.js';
import { Device, KEY } from './device.js';
import type { Tab } from './device.js';
import { refusal, sessionOf, tokens } from './tokens.js';

const HOUR = 3_600_000;
const turn = () => new Promise((resolve) => setImmediate(resolve));
const isSignedOut = (error: unknown) => error instanceof AuthError && error.code === 'session-expired';

let device: Device;
beforeEach(() => {
  device = new Device();
});

/** Opens tabs of Alice's whose tokens have expired. */
async function tabsOfAlice(count: number, sharing = {}): Promise<[Tab, Tab, ...Tab[]]> {
  const opened = () => device.open(sharing);
  const tabs: [Tab, Tab, ...Tab[]] = [opened(), opened(), ...Array.from({ length: count - 2 }, opened)];
  await tabs[0].keeper.begin(sessionOf({ sub: 'alice', mark: 'first' }));
  for (const { keeper } of tabs) await keeper.read();
  device.clock.advance(HOUR);
  for (const { started } of tabs) started.length = 0;
  return tabs;
}
const asked = (tabs: readonly Tab[]) => tabs.flatMap((tab) => tab.asked);

describe('Tabs that wake together with expired tokens', () => {
  it('refresh once, and all have the new tokens', async () => {
    const tabs = await tabsOfAlice(20);
    const woken = Promise.all(tabs.map(({ keeper }) => keeper.fresh()));
    await until(() => asked(tabs).length > 0);
    asked(tabs)[0]!.answer(tokens({ sub: 'alice', mark: 'second' }));
    const sessions = await woken;
    assert.equal(asked(tabs).length, 1);
    assert.deepEqual(new Set(sessions.map(({ refreshToken }) => refreshToken)), new Set(['refresh second']));
    assert.ok(tabs.every(({ ended, started }) => ended.length + started.length === 0));
  });

  it('refresh once when the store shows late what another tab wrote', async () => {
    const tabs = await tabsOfAlice(2);
    device.isPrompt = false;
    const woken = Promise.all(tabs.map(({ keeper }) => keeper.fresh()));
    await until(() => asked(tabs).length > 0);
    tabs[0].asked[0]!.answer(tokens({ sub: 'alice', mark: 'second' }));
    await until(() => device.values.get(KEY)!.includes('refresh second'));
    await turn();
    tabs[1].catchUp();
    assert.equal((await woken)[1]!.refreshToken, 'refresh second');
    assert.equal(asked(tabs).length, 1);
  });

  it('each refresh where there are neither locks nor a database: the control', async () => {
    const tabs = await tabsOfAlice(10, Device.POOR);
    const woken = Promise.all(tabs.map(({ keeper }) => keeper.fresh()));
    await until(() => asked(tabs).length === 10);
    for (const { answer } of asked(tabs)) answer(tokens({ sub: 'alice', mark: 'second' }));
    await woken;
  });

  it('are signed out together, by one response', async () => {
    const tabs = await tabsOfAlice(5);
    const woken = Promise.allSettled(tabs.map(({ keeper }) => keeper.fresh()));
    await until(() => asked(tabs).length > 0);
    asked(tabs)[0]!.refuse(refusal('Refresh Token has been revoked'));
    for (const result of await woken) assert.ok(result.status === 'rejected' && isSignedOut(result.reason));
    assert.equal(asked(tabs).length, 1);
    assert.deepEqual(tabs.map(({ ended }) => ended.join()).sort(), [...Array<string>(4).fill('other-tab'), 'revoked']);
  });

  it('do not wait for ever for one that holds the lock and is frozen', async () => {
    const [frozen, awake] = await tabsOfAlice(2);
    void frozen.keeper.fresh();
    await until(() => frozen.asked.length === 1);
    const woken = awake.keeper.fresh();
    await turn();
    assert.equal(awake.asked.length, 0);
    device.clock.advance(10_000);
    await until(() => awake.asked.length === 1);
    awake.asked[0]!.answer(tokens({ sub: 'alice', mark: 'second' }));
    assert.equal((await woken).refreshToken, 'refresh second');
    // The frozen tab gets a response that is no longer needed.
    frozen.asked[0]!.refuse(refusal('', 'RefreshTokenReuseException'));
    assert.equal((await frozen.keeper.fresh()).refreshToken, 'refresh second');
    assert.deepEqual(frozen.ended, []);
  });
});

describe('A refresh token that another tab has used', () => {
  it('is no reason to sign out when its new tokens appear in the store', async () => {
    const [late, first] = await tabsOfAlice(2, Device.POOR);
    const woken = Promise.all([late.keeper.fresh(), first.keeper.fresh()]);
    await until(() => late.asked.length + first.asked.length === 2);
    device.isPrompt = false;
    first.asked[0]!.answer(tokens({ sub: 'alice', mark: 'second' }));
    await until(() => device.values.get(KEY)!.includes('refresh second'));
    late.asked[0]!.refuse(refusal('', 'RefreshTokenReuseException'));
    await turn();
    late.catchUp();
    assert.equal((await woken)[0].refreshToken, 'refresh second');
    assert.deepEqual(late.ended, []);
  });
});

describe('A sign-out in another tab', () => {
  it('is announced once, as soon as a tab reads the store', async () => {
    const [here, there] = await tabsOfAlice(2);
    await there.keeper.end();
    await here.keeper.read();
    await here.keeper.read();
    assert.deepEqual([here.ended, here.started, there.ended], [['other-tab'], [], []]);
  });

  for (const isPrompt of [true, false]) {
    it(`is not undone by a late refresh, when the store is ${isPrompt ? 'prompt' : 'slow'}`, async () => {
      const [here, there] = await tabsOfAlice(2);
      const refused = assert.rejects(here.keeper.fresh(), isSignedOut);
      await until(() => here.asked.length === 1);
      device.isPrompt = isPrompt;
      await there.keeper.end();
      const written: string[] = [];
      const set = device.values.set.bind(device.values);
      device.values.set = (key, value) => {
        written.push(value);
        return set(key, value);
      };
      here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'late' }));
      await turn();
      here.catchUp();
      await refused;
      assert.deepEqual(written, []);
      assert.deepEqual(here.revoked, ['refresh late']);
      assert.deepEqual(here.ended, ['other-tab']);
    });
  }

  it('is not undone where there are neither locks nor a database', async () => {
    const [here, there] = await tabsOfAlice(2, Device.POOR);
    const refused = assert.rejects(here.keeper.fresh(), isSignedOut);
    await until(() => here.asked.length === 1);
    await there.keeper.end();
    here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'late' }));
    await refused;
    assert.equal(device.values.size, 0);
    assert.deepEqual(here.revoked, ['refresh late']);
  });

  it('that the store never shows restores no tokens, not even expired ones', async () => {
    const [here, there] = await tabsOfAlice(2);
    const refused = assert.rejects(here.keeper.fresh(), isSignedOut);
    await until(() => here.asked.length === 1);
    device.isPrompt = false;
    await there.keeper.end();
    here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'late' }));
    await refused;
    assert.equal(device.values.size, 0);
  });

  it('in the tab that is writing new tokens is announced once, and leaves nothing', async () => {
    const [here] = await tabsOfAlice(2);
    const refused = assert.rejects(here.keeper.fresh(), isSignedOut);
    await until(() => here.asked.length === 1);
    let out: Promise<unknown> | undefined;
    device.beforeCount = () => {
      out ??= here.keeper.end();
      return turn();
    };
    here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'late' }));
    await refused;
    await out;
    assert.equal(await here.keeper.read(), undefined);
    assert.equal(device.values.size, 0);
    assert.deepEqual([here.ended, here.revoked], [[], ['refresh late']]);
  });

  it('waits for no database', async () => {
    const [, there] = await tabsOfAlice(2);
    device.beforeCount = () => new Promise(() => undefined);
    void there.keeper.end();
    await until(() => device.values.size === 0);
  });

  it('waits for no refresh', async () => {
    const [here, there] = await tabsOfAlice(2);
    void here.keeper.fresh().catch(() => undefined);
    await until(() => here.asked.length === 1);
    await there.keeper.end();
    assert.equal(device.values.size, 0);
  });

  it('removes what a refresh writes at the same time, even if it cannot see it', async () => {
    const [here, there] = await tabsOfAlice(2);
    const refreshed = here.keeper.fresh();
    await until(() => here.asked.length === 1);
    device.isPrompt = false;
    // The refresh ends before the sign-out is counted.
    device.beforeCount = (isForced) => {
      if (!isForced) return Promise.resolve();
      here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'late' }));
      return refreshed;
    };
    await there.keeper.end();
    assert.equal(device.values.size, 0);
    here.catchUp();
    assert.equal(await here.keeper.read(), undefined);
    assert.deepEqual([here.ended, here.revoked], [['other-tab'], ['refresh late']]);
  });

  it('revokes the tokens that another tab has got since, too', async () => {
    const [here, there] = await tabsOfAlice(2);
    const refreshed = here.keeper.fresh();
    await until(() => here.asked.length === 1);
    here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'second' }));
    await refreshed;
    assert.equal((await there.keeper.end())?.refreshToken, 'refresh second');
    assert.equal(device.values.size, 0);
  });

  it('does not sign out another user who signed in just before', async () => {
    const [here, there] = await tabsOfAlice(2);
    await there.keeper.end();
    await there.keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    assert.equal((await here.keeper.end())?.refreshToken, 'refresh first');
    assert.equal((await here.keeper.read())?.sub, 'bob');
    assert.deepEqual(here.started, ['bob']);
  });
});

describe('Bob, who signs in in another tab', () => {
  it('is announced to the tabs of Alice, and to those without a user', async () => {
    const [alice, bob] = await tabsOfAlice(2);
    const empty = device.open();
    await bob.keeper.end();
    await empty.keeper.read();
    await bob.keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    for (const { keeper } of [alice, empty]) assert.equal((await keeper.read())?.sub, 'bob');
    assert.deepEqual([alice.ended, alice.started], [['other-tab'], ['bob']]);
    assert.deepEqual([empty.ended, empty.started], [[], ['bob']]);
  });

  it('is not announced to a tab that is opened later, which restores his session', async () => {
    const [tab] = await tabsOfAlice(2);
    const later = device.open();
    assert.equal((await later.keeper.read())?.sub, 'alice');
    assert.deepEqual([later.started, tab.started], [[], []]);
  });

  for (const isPrompt of [true, false]) {
    for (const outcome of ['tokens', 'refusal'] as const) {
      it(`is the user of a tab whose refresh of Alice's brings ${outcome}, with a ${isPrompt ? 'prompt' : 'slow'} store`, async () => {
        const [here, there] = await tabsOfAlice(2);
        const refreshed = here.keeper.fresh();
        await until(() => here.asked.length === 1);
        device.isPrompt = isPrompt;
        await there.keeper.end();
        await there.keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
        const record = device.values.get(KEY);
        if (outcome === 'tokens') here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'late' }));
        else here.asked[0]!.refuse(refusal('Refresh Token has been revoked'));
        await turn();
        assert.equal(device.values.get(KEY), record);
        here.catchUp();
        assert.equal((await refreshed).sub, 'bob');
        assert.equal(device.values.get(KEY), record);
        assert.deepEqual([here.ended, here.started], [['other-tab'], ['bob']]);
        assert.deepEqual(here.revoked, outcome === 'tokens' ? ['refresh late'] : []);
      });
    }
  }
});

describe('Tabs with the same generation and sessions of their own', () => {
  it('refresh their own tokens', async () => {
    const [here, there] = await tabsOfAlice(2);
    device.isPrompt = false;
    await there.keeper.begin(sessionOf({ sub: 'bob', mark: 'bob' }));
    const refreshed = here.keeper.fresh();
    await until(() => here.asked.length === 1);
    here.asked[0]!.answer(tokens({ sub: 'alice', mark: 'second' }));
    assert.equal((await refreshed).refreshToken, 'refresh second');
    assert.equal((await here.keeper.read())?.sub, 'alice');
  });
});
