import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { ScreenName } from '../../src/auth-state.js';
import { createAuth } from '../../src/auth.js';
import { Secret } from '../../src/cognito/secret.js';
import type { AuthConfig, ForeignConfig } from '../../src/config/config.js';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { signByPasskey } from '../../src/cognito/passkeys/get-passkey.js';
import { exclusive } from '../../src/session/lock.js';
import type { Locks } from '../../src/session/lock.js';
import { userPoolSession } from '../../src/session/user-pool-session.js';
import { inherit } from '../../src/kit/context/settings.js';
import { fields } from '../../src/kit/form/fields.js';
import { merge } from '../../src/kit/form/merge-fields.js';
import { fakeClient, ticket, user } from '../../src/testing/fake-client.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { tokens } from '../session/tokens.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { until } from '../support/until.js';
import { refusal, Stage } from './stage.js';

const polluted: string[] = [];

/** Adds keys to every object, as a careless merge of JSON does. */
function pollute(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    polluted.push(name);
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  }
}

afterEach(() => {
  for (const name of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, name);
});

/** The first request of a client. */
interface FirstRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: string;
}

/** What a client with this configuration sends first when a user signs in. */
function firstRequest(config: object, call = (client: AuthClient) => signIn(client, 'jane')): Promise<FirstRequest> {
  return new Promise((resolve, reject) => {
    const record = (url: unknown, init: RequestInit = {}) => {
      resolve({ url: String(url), init, body: typeof init.body === 'string' ? init.body : '' });
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    // A configuration of either kind, with a replaced `fetch`.
    const given = { storage: 'memory', environment: { fetch: record }, ...config } as unknown as
      AuthConfig | ForeignConfig;
    call(createAuthClient(given)).catch(reject);
  });
}

/** Is shown by the chart, so that has begun. */
const PROMPT: Step = { name: 'passkeyPrompt', user: user(), ticket: ticket() };

const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };
const EVIL = 'https://evil.example';

describe('A key that a script has added to every object', () => {
  it('is no endpoint and no flow: the password is neither sent nor sent elsewhere', async () => {
    pollute({ userPoolEndpoint: EVIL, authFlow: 'USER_PASSWORD_AUTH' });
    const { url, body } = await firstRequest(POOL);
    assert.match(url, /^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com/);
    assert.ok(!body.includes(PASSWORD));
  });

  it('is no part of a configuration that was written for another library', async () => {
    const hostile = { endpoint: EVIL, authenticationFlowType: 'USER_PASSWORD_AUTH' };
    pollute({ Cognito: hostile, oauth: { options: hostile } });
    const { userPoolId } = POOL;
    const { url, body } = await firstRequest({ Auth: { userPoolId, userPoolWebClientId: 'abc123' } });
    assert.match(url, /^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com/);
    assert.ok(!body.includes(PASSWORD));
  });

  it('is no option of a request', async () => {
    pollute({ mode: 'no-cors', integrity: 'sha256-x', referrer: '/polluted' });
    const { init } = await firstRequest(POOL);
    assert.deepEqual([init.mode, init.integrity, init.referrer], [undefined, undefined, undefined]);
  });

  it('is no Session and no preference of a sign-in', async () => {
    pollute({ session: 'polluted', preferred: 'email' });
    const { body } = await firstRequest({ ...POOL, authFlow: 'USER_AUTH' }, (client) =>
      client.signIn({ username: 'jane' }),
    );
    assert.doesNotMatch(body, /polluted|EMAIL_OTP/);
  });

  it('is no option of a passkey or of a lock', async () => {
    const browser = new PasskeyBrowser();
    browser.open();
    browser.react = PasskeyBrowser.refuse;
    try {
      pollute({ password: true, mediation: 'silent', steal: true, mode: 'shared' });
      const options: LockOptions[] = [];
      const request = (_: string, given: LockOptions, work: () => unknown) => (options.push(given), work());
      await expectError(signByPasskey('{"challenge":"AAAA"}'), 'cancelled');
      await exclusive('x', () => Promise.resolve(), new AbortController().signal, { request } as unknown as Locks);
      const [asked] = browser.requests;
      assert.ok(asked && !('password' in asked));
      assert.equal(asked.mediation, undefined);
      assert.deepEqual([options[0]?.steal, options[0]?.mode], [undefined, undefined]);
    } finally {
      browser.close();
    }
  });

  it('takes no address over from another account', async () => {
    pollute({ forceAliasCreation: true });
    const { body } = await firstRequest(POOL, (client) =>
      client.confirmSignUp({ username: 'jane', code: new Secret('123456') }),
    );
    assert.match(body, /"ForceAliasCreation":false/);
  });

  it('is no client', () => {
    pollute({ client: fakeClient() });
    assert.notEqual(createAuth(POOL).client, Reflect.get({}, 'client'));
  });

  it('is no setting, and no change of a field', () => {
    pollute({ fields: {}, hide: ['sign-up'], type: 'text', label: 'Polluted', value: 'evil@example.com' });
    pollute({ password: { type: 'text', boxed: false }, hidden: true });
    const settings = inherit({}, {});
    assert.deepEqual([settings.fields, settings.hide], [undefined, undefined]);
    const [username, password] = merge([fields.username, fields.password], {}, (name) => ({ name }));
    assert.equal(password?.type, 'password');
    assert.deepEqual([username?.type, username?.label, username?.value], [undefined, undefined, undefined]);
  });
});

describe('A key that a script has added to every object, on a page whose user signs in,', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  it('is no flow for the sign-in after a reset', async () => {
    const client = stage.client();
    await client.forgotPassword({ username: 'jane' });
    const code = new Secret(stage.cognito.outbox.latest('jane@example.com').code);
    const bodies: Promise<string>[] = [];
    stage.intercept = (request, pass) => {
      if (stage.asked.at(-1) === 'InitiateAuth') bodies.push(request.text());
      return pass();
    };
    const password = new Secret('Battery-Staple-8');
    pollute({ authFlow: 'USER_PASSWORD_AUTH' });
    expectStep(await client.resetPassword({ username: 'jane', code, password }), 'done');
    const sent = await Promise.all(bodies);
    assert.equal(sent.length, 1);
    assert.ok(!sent.join('').includes(password.reveal()));
  });

  it('neither ends a session nor leads elsewhere when the network fails', async () => {
    const client = stage.client();
    expectStep(await signIn(client, 'jane'), 'done');
    const other = stage.client();
    stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    pollute({ session: 'revoked', next: 'resetPassword', device: 'forget', isSuccess: true, field: 'polluted' });
    await expectError(client.getTokens({ forceRefresh: true }), 'offline');
    const error = await expectError(signIn(other, 'jane'), 'offline');
    assert.equal(error.field, undefined);
    expectStep(await client.restore(), 'done');
  });

  it('gives a refusal of Cognito no other meaning', async () => {
    const client = stage.client();
    const account = await (expectStep(await signIn(client, 'jane'), 'done'), client.account());
    stage.intercept = () => Promise.resolve(refusal('InternalErrorException', 'Something went wrong.'));
    pollute({ session: 'revoked', isSuccess: true, message: 'polluted', requests: [] });
    await expectError(account.deletePasskey({ credentialId: 'x' }), 'service');
    await expectError(client.getTokens({ forceRefresh: true }), 'service');
    expectStep(await client.restore(), 'done');
  });

  it('is no tokens in place of a challenge', async () => {
    const client = stage.client();
    const attacker = tokens({ sub: 'mallory' });
    assert.ok(userPoolSession(attacker, POOL), 'the tokens would be accepted');
    pollute({ tokens: attacker });
    expectStep(await signIn(client, 'sue'), 'confirmSignIn');
  });
});

describe('A key that a script has added to every object, on a page with a form,', () => {
  /** An `Auth` at a screen, on a client that records its calls. */
  async function opened(restore: Step, screen: ScreenName) {
    const client = fakeClient({ restore, signIn: { name: 'confirmSignUp', username: 'jane' } });
    const auth = createAuth(POOL, { client });
    const reaches = (name: ScreenName) => until(() => auth.getState().screen === name);
    auth.subscribe(() => undefined);
    await reaches(screen);
    return { auth, client, reaches };
  }

  it('is no answer to it: the client is asked', async () => {
    const { auth, client, reaches } = await opened({ name: 'signIn' }, 'sign-in');
    pollute({ response: { name: 'done', user: user({ username: 'mallory' }) } });
    auth.send({ type: 'signIn.submit', username: 'jane', password: new Secret(PASSWORD) });
    await reaches('confirm-sign-up');
    assert.equal(auth.getState().user, undefined);
    assert.ok(client.calls.includes('signIn'));
    auth.stop();
  });

  it('is no answer to a sign-out either', async () => {
    const { auth, client, reaches } = await opened(PROMPT, 'passkey-prompt');
    pollute({ response: { name: 'signIn' } });
    auth.signOut();
    await reaches('sign-in');
    assert.ok(client.calls.includes('signOut'));
    auth.stop();
  });

  it('is no user name that a form begins with', async () => {
    const { auth, reaches } = await opened({ name: 'signIn' }, 'sign-in');
    pollute({ username: 'mallory' });
    auth.send({ type: 'go.signUp' });
    await reaches('sign-up');
    assert.equal(auth.getState().username, '');
    auth.stop();
  });

  it('does not hide that another tab has ended the session', async () => {
    const { auth, client, reaches } = await opened({ name: 'done', user: user() }, 'signed-in');
    pollute({ type: 'polluted' });
    client.change({ name: 'ended', reason: 'other-tab' });
    await reaches('sign-in');
    auth.stop();
  });
});
