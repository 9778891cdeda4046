import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SEED } from '../../../demo/cognito/index.js';
import type { AuthClient, SessionChange } from '../../../src/client/auth-client.js';
import { Secret } from '../../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD } from '../../contracts/client.contract.js';
import { Stage } from '../stage.js';

const [POOL = assert.fail()] = SEED;
const JOE = { username: 'joe', password: PASSWORD, attributes: { email: 'joe@example.com' }, note: '' };

let stage: Stage;
let client: AuthClient & { readonly changes: SessionChange[] };
beforeEach(async () => {
  stage = await Stage.open([{ ...POOL, users: [...POOL.users, JOE] }]);
  client = stage.client();
});
afterEach(() => stage.close());

const signIn = async (username: string, page: AuthClient = client) =>
  void expectStep(await page.signIn({ username, password: new Secret(PASSWORD) }), 'done');

describe('The account of a user', () => {
  it('is missing while no user is signed in', async () => {
    await expectError(client.account(), 'session-expired');
    assert.deepEqual(stage.asked, []);
  });

  it('sends requests with tokens that do not expire soon', async () => {
    await signIn('jane');
    const account = await client.account();
    stage.clock.advance(3_600_000);
    await account.passkeys();
    assert.deepEqual(stage.asked.slice(-2), ['GetTokensFromRefreshToken', 'ListWebAuthnCredentials']);
  });

  it('is never that of another user who has signed in since', async () => {
    await signIn('jane');
    const account = await client.account();
    await client.signOut({});
    await expectError(account.passkeys(), 'session-expired');
    await signIn('joe');
    const asked = stage.asked.length;
    await expectError(account.passkeys(), 'session-expired');
    assert.equal(stage.asked.length, asked);
    await signIn('jane');
    assert.deepEqual(await account.passkeys(), []);
  });

  it('repeats a request with new tokens when Cognito has revoked the old ones', async () => {
    await signIn('jane');
    const account = await client.account();
    let isRefused = false;
    stage.intercept = async (_, pass) => {
      if (isRefused || !/Passkeys|Credentials/.test(stage.asked.at(-1) ?? '')) return pass();
      isRefused = true;
      return refused('NotAuthorizedException', 'Access Token has been revoked');
    };
    assert.deepEqual(await account.passkeys(), []);
    assert.deepEqual(stage.asked.slice(-3), [
      'ListWebAuthnCredentials',
      'GetTokensFromRefreshToken',
      'ListWebAuthnCredentials',
    ]);
  });

  it('ends with the session, as soon as Cognito has ended it', async () => {
    await signIn('jane');
    const account = await client.account();
    const elsewhere = stage.client({ storage: 'memory' });
    await signIn('jane', elsewhere);
    await elsewhere.signOut({ global: true });
    await expectError(account.passkeys(), 'session-expired');
    assert.deepEqual(client.changes.at(-1), { name: 'ended', reason: 'revoked' });
    assert.equal(stage.kept.size, 0);
  });

  it('reports a configuration error when the tokens lack the scope', async () => {
    await signIn('jane');
    const account = await client.account();
    stage.intercept = () =>
      Promise.resolve(refused('NotAuthorizedException', 'Access Token does not have required scopes'));
    await expectError(account.passkeys(), 'configuration');
    assert.deepEqual(
      client.changes.map(({ name }) => name),
      ['started'],
    );
  });

  for (const missing of ['User pool client abc123 does not exist.', 'User pool us-east-1_Example1 does not exist.']) {
    it(`does not take an account for deleted when the pool or the app client is missing: ${missing}`, async () => {
      await signIn('jane');
      const account = await client.account();
      stage.intercept = () => Promise.resolve(refused('ResourceNotFoundException', missing));
      await expectError(account.deletePasskey({ credentialId: 'passkey' }), 'configuration');
      await expectError(account.forgetDevice({ deviceKey: 'us-east-1_device' }), 'configuration');
      await expectError(account.revokeSession({ sessionId: 'session' }), 'configuration');
    });
  }

  it('sends no request for an aborted signal', async () => {
    await signIn('jane');
    const account = await client.account();
    const controller = new AbortController();
    stage.intercept = () => {
      controller.abort();
      return new Promise(() => undefined);
    };
    await expectError(account.passkeys({ signal: controller.signal }), 'cancelled');
  });
});

const refused = (__type: string, message: string): Response =>
  new Response(JSON.stringify({ __type, message }), { status: 400 });
