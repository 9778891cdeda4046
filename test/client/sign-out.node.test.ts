import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fieldsOf, parseJson, textOf } from '../../src/cognito/json.js';
import type { SessionStore } from '../../src/config/config.js';
import { POOLS } from '../support/tabs.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

/** An app client with rotation of refresh tokens. */
const ROTATING = { userPoolId: 'us-east-1_strict', userPoolClientId: 'strict' };

const HOUR = 3_600_000;

describe('A sign-out', () => {
  let stage: Stage;
  /** What Cognito was asked to revoke. */
  let bodies: Promise<string>[];
  beforeEach(async () => {
    stage = await Stage.open(POOLS);
    bodies = [];
    stage.intercept = (request, pass) => {
      if (stage.asked.at(-1) === 'RevokeToken') bodies.push(request.text());
      return pass();
    };
  });
  afterEach(() => stage.close());

  const client = (store: Partial<SessionStore> = {}) =>
    stage.client({
      ...ROTATING,
      storage: {
        get: (key) => stage.kept.get(key),
        set: (key, value) => void stage.kept.set(key, value),
        remove: (key) => void stage.kept.delete(key),
        ...store,
      },
    });
  const revokedTokens = async () =>
    (await Promise.all(bodies)).map((body) => textOf(fieldsOf(parseJson(body)), 'Token'));
  const keptToken = () => textOf(fieldsOf(parseJson(stage.kept.get('auth-elements.strict') ?? '')), 'refreshToken');

  for (const [global, operation] of [
    [false, 'RevokeToken'],
    [true, 'GlobalSignOut'],
  ] as const) {
    it(`sends its request before it waits for anything, since the page may close: ${operation}`, async () => {
      const slow = client({ remove: () => new Promise(() => undefined) });
      await signIn(slow, 'alice');
      void slow.signOut({ global });
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(stage.asked.at(-1), operation);
      assert.deepEqual(
        slow.changes.map(({ name }) => name),
        ['started'],
        'not over while the record is there',
      );
    });

    it(`is announced when the request was sent and the record deleted: ${operation}`, async () => {
      const page = client();
      await signIn(page, 'alice');
      let then: object | undefined;
      page.watch(({ name }) => (then = { name, asked: stage.asked.at(-1), kept: keptToken() }));
      await page.signOut({ global });
      assert.deepEqual(then, { name: 'ended', asked: operation, kept: undefined });
    });
  }

  it('revokes the tokens of this page, and those that another tab has got meanwhile', async () => {
    const here = client();
    await signIn(here, 'alice');
    const known = keptToken();
    await client().getTokens({ forceRefresh: true });
    const latest = keptToken();
    assert.notEqual(latest, known);
    await here.signOut({});
    assert.deepEqual(await revokedTokens(), [known, latest]);
    assert.equal(stage.kept.size, 0);
  });

  it('revokes once what was not replaced', async () => {
    const here = client();
    await signIn(here, 'alice');
    const known = keptToken();
    await here.signOut({});
    assert.deepEqual(await revokedTokens(), [known]);
  });

  it('everywhere, with expired tokens, uses the latest that any tab has got', async () => {
    const [here, elsewhere] = [client(), client()];
    await signIn(here, 'alice');
    await elsewhere.getTokens({ forceRefresh: true });
    stage.clock.advance(HOUR);
    const other = stage.client({ ...ROTATING, storage: 'memory' });
    await signIn(other, 'alice');
    expectStep(await here.signOut({ global: true }), 'signIn');
    await expectError(other.getTokens({ forceRefresh: true }), 'session-expired');
  });
});
