import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { closeSessionStorage, openSessionStorage } from '../client/session-storage.js';
import { Stage } from '../client/stage.js';
import { Secret } from '../../src/cognito/secret.js';
import type { SessionStore } from '../../src/config/config.js';
import { Devices } from '../../src/session/devices.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { PasskeyMemory } from '../../src/session/passkey-memory.js';
import { ReminderSnooze } from '../../src/session/reminder-snooze.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { sessionOf } from './tokens.js';

const KEY = 'auth-elements.abc123.asked';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  openSessionStorage();
});
afterEach(async () => {
  closeSessionStorage();
  await stage.close();
});

/** Stores a challenge, as before a reload, with this progress. */
function store(progress: string, expiresAt = String(stage.clock.now() + 60_000)): void {
  const challenge = '{"name":"SMS_MFA","userId":"sue","parameters":{},"available":[]}';
  const pending = `{"challenge":${challenge},"progress":{"session":"session",${progress}}}`;
  sessionStorage.setItem(KEY, `{"name":"challenge","username":"sue","expiresAt":${expiresAt},"challenge":${pending}}`);
}

const history = (flow: string, credentials: string, answers: string) =>
  `"history":{"flow":${flow},"credentials":${credentials},"answers":${answers}}`;

describe('A challenge that was stored with values of the wrong type', () => {
  for (const progress of [
    history('"toString"', '{"username":"sue"}', '[]'),
    history('"USER_AUTH"', '7', '[]'),
    history('"USER_AUTH"', '{"username":7}', '[]'),
    history('"USER_AUTH"', '{"username":"sue","password":"x"}', '7'),
    history('"USER_AUTH"', '{"username":"sue","preferred":7}', '[7]'),
    history('"USER_AUTH"', '{"username":"sue"}', '[["SELECT_MFA_TYPE",{"choice":7}]]'),
    history('"USER_AUTH"', '{"username":"sue"}', '[["NEW_PASSWORD_REQUIRED",{"attributes":{"a":7}}]]'),
    '"history":[]',
    '"history":7',
  ]) {
    it(`cannot be repeated: ${progress}`, async () => {
      store(progress);
      const client = stage.client({ resume: true });
      const { canStartAgain, ticket } = expectStep(await client.restore(), 'confirmSignIn');
      assert.equal(canStartAgain, undefined);
      await expectError(client.startAgain({ ticket }), 'challenge-expired');
      assert.deepEqual(stage.asked, []);
    });
  }

  it('has no other challenge that follows, and no signature of a passkey', async () => {
    const next =
      '{"challenge":{"name":"CUSTOM_CHALLENGE","userId":"x","parameters":{"question":"PIN?"}},"progress":{}}';
    store(`"next":${next},"credential":7`);
    const client = stage.client({ resume: true });
    const { ticket } = expectStep(await client.restore(), 'confirmSignIn');
    await expectError(client.answer({ ticket }), 'challenge-expired');
    assert.deepEqual(stage.asked, ['RespondToAuthChallenge']);
  });

  it('does not wait for ever', async () => {
    store('"spent":false', '1e999');
    assert.deepEqual(await stage.client({ resume: true }).restore(), { name: 'signIn' });
  });
});

/** Can be read as JSON, but not be written. */
const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

describe('A record of this browser that another script has damaged', () => {
  const place = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };
  const session = { ...sessionOf(), v: 1, gen: 0, receivedAt: 0 } as const;
  const device = { key: 'key', groupKey: 'group', password: new Secret('password') };

  for (const [title, text] of [
    ['names that are no text', '{"b":{"names":[{"toString":null,"valueOf":null}]},"later":7,"username":[]}'],
    ['lists within lists', `{"b":{"names":${DEEP}},"later":${DEEP},"username":${DEEP}}`],
    ['keys of every object', '{"__proto__":{"names":["jane"],"username":"jane"},"later":{"__proto__":{"a-sub":1}}}'],
  ] as const) {
    it(`is replaced or used as far as it is right: ${title}`, async () => {
      const store = memoryStore();
      for (const name of ['devices', 'passkeys', 'later.x'])
        await store.set(`auth-elements.us-east-1_Example1.${name}`, text);
      const devices = new Devices(place, store);
      assert.equal(await devices.find('jane'), undefined);
      await devices.keep(session, 'jane', device);
      assert.equal((await devices.find('jane'))?.key, 'key');
      await devices.forget('key');
      assert.equal(await devices.find('jane'), undefined);
      const passkeys = new PasskeyMemory(place, store);
      assert.equal(await passkeys.username(), undefined);
      assert.equal(await passkeys.mayAsk('a-sub', 'jane', 0), true);
      await passkeys.askLater('a-sub', 1);
      assert.equal(await passkeys.mayAsk('a-sub', 'jane', 0), false);
      await passkeys.remember('jane');
      assert.equal(await passkeys.username(), 'jane');
      const snooze = new ReminderSnooze(place, store, 'x');
      await snooze.until('a-sub', 1);
      assert.equal(await snooze.mayAsk('a-sub', 0), false);
    });
  }
});

describe('A store of the page that answers with something other than text', () => {
  const values: readonly (readonly [string, unknown])[] = [
    ['a number', 7],
    ['an object', {}],
    ['null', null],
    ['a symbol', Symbol('x')],
    ['an object without a prototype', Object.create(null)],
    ['a list', ['{}']],
  ];
  for (const [title, value] of values) {
    for (const [list, keys] of [
      ['keys of that kind', () => [value]],
      ['a promise of keys', () => Promise.resolve([])],
    ] as const) {
      it(`holds no session, and keeps no user from signing in and out: ${title}, ${list}`, async () => {
        // What the type of a store forbids.
        const storage = { get: () => value, set: () => undefined, remove: () => undefined, keys } as unknown;
        const client = stage.client({ storage: storage as SessionStore });
        assert.deepEqual(await client.restore(), { name: 'signIn' });
        expectStep(await signIn(client, 'jane'), 'done');
        await client.getTokens();
        assert.deepEqual(await client.signOut(), { name: 'signIn' });
        assert.deepEqual(await client.restore(), { name: 'signIn' });
      });
    }
  }
});
