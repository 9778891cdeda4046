import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { Secret } from '../../src/cognito/secret.js';
import type { ForeignConfig } from '../../src/config/config.js';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import { merge } from '../../src/kit/form/merge-fields.js';
import type { FieldOptions } from '../../src/kit/form/fields.js';
import { inherit } from '../../src/kit/context/settings.js';
import { Text } from '../../src/text/text.js';
import { ownerOf } from '../client/account/owner.js';
import { Stage } from '../client/stage.js';
import { expectError, signIn } from '../contracts/client.contract.js';
import { trials } from '../support/trials.js';

/** Objects from JSON, with keys that every object inherits. */
const hostile = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'username', 'auth', 'Auth'),
      fc.string(),
    ),
    fc.oneof(
      fc.string(),
      fc.constant({ polluted: true }),
      fc.constant({ __proto__: null, prototype: { polluted: true } }),
      fc.jsonValue(),
    ),
  )
  .map((object) => JSON.stringify(object).replaceAll('"__proto":', '"__proto__":'));

const parsed = (json: string): unknown => JSON.parse(json);

const unchanged = () => {
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  assert.equal(Reflect.get(Object, 'polluted'), undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
};

describe('What another script has added to Object.prototype', () => {
  const POLLUTION = { ChallengeName: 'SMS_MFA', Session: 'polluted', __type: 'LimitExceededException' };
  const refusal = { status: 400, headers: { 'x-amzn-errortype': 'NotAuthorizedException' } };
  for (const [what, answer, code] of [
    ['a Session', Response.json({ ChallengeName: 'SMS_MFA' }), 'bad-response'],
    ['a challenge', Response.json({ Session: 'session' }), 'bad-response'],
    ['a refusal', Response.json({ message: 'Incorrect username or password.' }, refusal), 'credentials'],
  ] as const) {
    it(`is not ${what} of Cognito`, async () => {
      const client = createAuthClient({
        userPoolId: 'us-east-1_Example1',
        userPoolClientId: 'abc123',
        authFlow: 'USER_PASSWORD_AUTH',
        storage: 'memory',
        environment: { fetch: () => Promise.resolve(answer) },
      });
      const polluted = Object.entries(POLLUTION);
      try {
        for (const [name, value] of polluted)
          Object.defineProperty(Object.prototype, name, { value, configurable: true });
        await expectError(client.signIn({ username: 'jane', password: new Secret('Correct-Horse-7') }), code);
      } finally {
        for (const [name] of polluted) Reflect.deleteProperty(Object.prototype, name);
      }
    });
  }
});

describe('What another script has added to Object.prototype, in a response without it,', () => {
  const INHERITED = {
    AuthenticationResult: { AccessToken: 'access', IdToken: 'id' },
    AvailableChallenges: ['PASSWORD'],
    Sessions: [{ SessionId: 'polluted' }],
    CreateDate: 7,
    IsCurrentSession: true,
  };
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(async () => {
    for (const name of Object.keys(INHERITED)) Reflect.deleteProperty(Object.prototype, name);
    await stage.close();
  });

  /** Answers the requests of a client instead of Cognito, on a page with such a script. */
  function pollute(answer: object): void {
    const body = JSON.stringify(answer);
    stage.intercept = () => Promise.resolve(new Response(body));
    for (const [name, value] of Object.entries(INHERITED))
      Object.defineProperty(Object.prototype, name, { value, configurable: true });
  }

  it('is neither tokens nor a choice', async () => {
    const client = stage.client({ authFlow: 'USER_PASSWORD_AUTH' });
    await client.prepare();
    pollute({ ChallengeName: 'SELECT_CHALLENGE', Session: 'session' });
    assert.deepEqual(await signIn(client, 'jane'), { name: 'unsupported', challenge: 'SELECT_CHALLENGE' });
  });

  it('is neither a list nor a number nor a flag', async () => {
    const { account } = await ownerOf(stage, 'jane');
    pollute({ Sessions: [{ SessionId: 'session' }] });
    const [session] = await account.sessions();
    assert.deepEqual([session?.createdAt, session?.isCurrent], [NaN, false]);
    pollute({});
    assert.deepEqual(await account.sessions(), []);
  });
});

describe('What a page passes', () => {
  const numRuns = trials(200, 5_000);

  it('changes no other object, as a configuration', () => {
    fc.assert(
      fc.property(hostile, (json) => {
        for (const wrap of [(inner: unknown) => inner, (Auth: unknown) => ({ Auth }), (auth: unknown) => ({ auth })]) {
          try {
            // Any result is fine.
            createAuthClient(wrap(parsed(json)) as ForeignConfig);
          } catch (error) {
            assert.ok(error instanceof Error);
          }
        }
        unchanged();
      }),
      { numRuns },
    );
  });

  it('changes no other object, as a vocabulary', () => {
    fc.assert(
      fc.property(hostile, (json) => {
        const vocabulary = parsed(json) as Record<string, string>;
        const text = new Text('en', vocabulary).over(vocabulary);
        assert.equal(typeof text.t('sign-in.heading'), 'string');
        assert.ok(['string', 'undefined'].includes(typeof text.label('__proto__')));
        unchanged();
      }),
      { numRuns },
    );
  });

  it('changes no other object, as fields and settings', () => {
    fc.assert(
      fc.property(hostile, (json) => {
        const changes = parsed(json) as Record<string, FieldOptions>;
        const merged = merge([{ name: 'username' }], changes, (name) => ({ name }));
        for (const field of merged) assert.equal(Object.getPrototypeOf(field), null);
        inherit({}, parsed(json) as object);
        unchanged();
      }),
      { numRuns },
    );
  });
});
