import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { ConfigError } from '../../src/config/config.js';
import type { AuthConfig } from '../../src/config/config.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

describe('A client', () => {
  let stage: Stage;
  beforeEach(async () => (stage = await Stage.open()));
  afterEach(() => stage.close());

  const refused: readonly (readonly [what: string, key: string, config: unknown])[] = [
    ['without an app client', 'userPoolClientId', { userPoolId: 'us-east-1_Example1' }],
    ['with a wrong value', 'timeout', { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', timeout: -1 }],
    ['with an unknown key', 'color', { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', color: 'red' }],
    ['without a configuration', 'config', undefined],
  ];
  for (const [what, key, config] of refused) {
    it(`is refused at once ${what}, with the key in the message`, () => {
      assert.throws(
        // The types are wrong, as in a page without a compiler.
        () => createAuthClient(config as AuthConfig),
        (error) => error instanceof ConfigError && error.key === key,
      );
    });
  }

  it('fails with each call, and says once in the console why, with a wrong configuration of another library', async (context) => {
    const said = context.mock.method(console, 'error', () => undefined);
    const client = createAuthClient({ auth: { user_pool_id: 'x' }, storage: 'memory' });
    for (const call of [() => client.restore(), () => client.getTokens()]) {
      await assert.rejects(call, (error) => error instanceof AuthError && error.detail === 'auth.user_pool_id');
      await expectError(call(), 'configuration');
    }
    assert.deepEqual(
      said.mock.calls.map((call) => call.arguments),
      [['auth-elements: "auth.user_pool_id" must be like us-east-1_Example1.']],
    );
  });

  it('works with the configuration of another library', async () => {
    const client = createAuthClient({
      auth: { user_pool_id: 'us-east-1_Example1', user_pool_client_id: 'abc123' },
      userPoolEndpoint: stage.cognito.endpoint,
      storage: 'memory',
    });
    expectStep(await client.restore(), 'signIn');
    expectStep(await signIn(client, 'jane'), 'done');
  });

  it('restores a session that another library stored', async () => {
    await signIn(stage.client(), 'jane');
    const [record = ''] = stage.kept.values();
    const tokens = JSON.parse(record) as Record<string, string>;
    const prefix = 'CognitoIdentityServiceProvider.abc123';
    stage.kept.clear();
    stage.kept.set(`${prefix}.LastAuthUser`, 'jane');
    for (const name of ['accessToken', 'idToken', 'refreshToken'])
      stage.kept.set(`${prefix}.jane.${name}`, tokens[name] ?? assert.fail(name));
    assert.equal(expectStep(await stage.client().restore(), 'done').user.username, 'jane');
  });

  it('does not call a listener that has unsubscribed', async () => {
    const client = stage.client();
    const heard: string[] = [];
    const stop = client.watch(({ name }) => heard.push(name));
    const stopEarly = client.watch(() => heard.push('early'));
    stopEarly();
    await signIn(client, 'jane');
    stop();
    await client.signOut({});
    assert.deepEqual(heard, ['started']);
    assert.deepEqual(
      client.changes.map(({ name }) => name),
      ['started', 'ended'],
    );
  });

  it('shares nothing with another client in the same process', async () => {
    const [one, another] = [stage.client({ storage: 'memory' }), stage.client({ storage: 'memory' })];
    await signIn(one, 'jane');
    await expectError(another.getTokens(), 'session-expired');
    await expectError(stage.client({ storage: 'local' }).getTokens(), 'session-expired');
  });

  it('keeps the session in memory, and says so, where there is no store', async () => {
    const client = stage.client({ storage: 'local' });
    expectStep(await signIn(client, 'jane'), 'done');
    assert.deepEqual(client.changes.map(({ name }) => name).sort(), ['degraded', 'started']);
    assert.ok((await client.getTokens()).accessToken);
    await client.signOut({});
    await expectError(client.getTokens(), 'session-expired');
  });

  it('fails with "cancelled" when the signal was aborted before the call', async () => {
    const client = stage.client();
    const signal = AbortSignal.abort();
    await expectError(client.restore(undefined, signal), 'cancelled');
    await expectError(client.forgotPassword({ username: 'jane' }, signal), 'cancelled');
    await expectError(client.getTokens({ signal }), 'cancelled');
    assert.deepEqual(stage.asked, []);
  });
});
