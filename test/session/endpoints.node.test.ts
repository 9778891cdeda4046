import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthClient } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { closeSessionStorage, openSessionStorage } from '../client/session-storage.js';
import { refusal, Stage } from '../client/stage.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { tokens } from './tokens.js';

const HOUR = 3_600_000;
const ELSEWHERE = 'https://evil.example/';

/** Dora's browser is a remembered device; Cleo has a choice of factors. */
const DORA = { userPoolId: 'us-east-1_Example6', userPoolClientId: 'pqr678' } as const;
const CLEO = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;

describe('What is stored for a pool and its client at one endpoint', () => {
  let stage: Stage;
  /** What was sent to the other endpoint. */
  let sent: string[];
  beforeEach(async () => {
    stage = await Stage.open();
    sent = [];
    stage.intercept = async (request, pass) => {
      if (request.url !== ELSEWHERE) return pass();
      sent.push(await request.text());
      return refusal('NotAuthorizedException', 'Incorrect username or password.');
    };
    openSessionStorage();
  });
  afterEach(async () => {
    closeSessionStorage();
    await stage.close();
  });

  /** A client of the same pool and store, with another endpoint. */
  const elsewhere = (config: Partial<UserPoolConfig> = {}): AuthClient =>
    stage.client({ ...config, userPoolEndpoint: ELSEWHERE });

  it('is no session at another one, for any call', async () => {
    await signIn(stage.client(), 'jane');
    stage.clock.advance(HOUR);
    const other = elsewhere();
    expectStep(await other.restore(), 'signIn');
    await expectError(other.getTokens({ forceRefresh: true }), 'session-expired');
    await expectError(other.account(), 'session-expired');
    for (const global of [false, true]) expectStep(await other.signOut({ global }), 'signIn');
    assert.deepEqual(sent, []);
    assert.ok((await stage.client().getTokens()).accessToken, 'the session is still there');
  });

  it('is restored at the same one', async () => {
    const here = { userPoolEndpoint: stage.cognito.endpoint };
    await signIn(stage.client(here), 'jane');
    expectStep(await stage.client(here).restore(), 'done');
    expectStep(await stage.client().restore(), 'signIn');
  });

  it('is no session of another library either', async () => {
    const { accessToken, idToken, refreshToken } = tokens({ mark: 'theirs' });
    const prefix = 'CognitoIdentityServiceProvider.abc123.';
    stage.kept.set(`${prefix}LastAuthUser`, 'jane');
    for (const [name, value] of Object.entries({ accessToken, idToken, refreshToken }))
      stage.kept.set(`${prefix}jane.${name}`, value);
    expectStep(await elsewhere().restore(), 'signIn');
    assert.deepEqual(sent, []);
    assert.equal(stage.kept.size, 4);
  });

  it('sends no device key there', async () => {
    const authFlow = 'USER_PASSWORD_AUTH';
    const client = stage.client({ ...DORA, authFlow });
    const { ticket } = expectStep(await signIn(client, 'dora'), 'confirmSignIn');
    const code = () => new Secret(stage.cognito.outbox.latest('dora@example.com').code);
    const step = await client.answer({ ticket, answer: code() });
    if (step.name === 'rememberDevice') await client.answer({ ticket: step.ticket, choice: 'yes' });
    await client.signOut({});
    const [device = ''] = /us-east-1_[\da-f-]{36}/.exec([...stage.kept.values()].join()) ?? [];
    assert.notEqual(device, '');
    await expectError(signIn(elsewhere({ ...DORA, authFlow }), 'dora'), 'credentials');
    assert.equal(sent.length, 1);
    assert.doesNotMatch(sent.join(), new RegExp(device));
  });

  it('offers no passkey there, and so sends no user name', async () => {
    const key = `auth-elements.${CLEO.userPoolId}.passkeys`;
    stage.kept.set(key, '{"username":"cleo"}');
    await expectError(elsewhere(CLEO).offerPasskey(), 'passkey-unavailable');
    assert.deepEqual(sent, []);
  });

  it('resumes no step there after a reload', async () => {
    const config = { ...CLEO, resume: true };
    expectStep(await stage.client(config).signIn({ username: 'cleo' }), 'selectFactor');
    expectStep(await elsewhere(config).restore(), 'signIn');
    expectStep(await stage.client(config).restore(), 'selectFactor');
  });
});
