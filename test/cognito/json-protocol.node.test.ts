import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AuthError } from '../../src/cognito/errors.js';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import type { OperationName } from '../../src/cognito/operations.js';
import { createJsonProtocol } from '../../src/cognito/json-protocol.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { TestClock } from '../client/test-clock.js';
import { until } from '../support/until.js';

const CONFIG: UserPoolConfig = { userPoolId: 'eu-west-1_Example1', userPoolClientId: 'abc123' };

/** A connection whose requests a test answers, and the requests that were sent. */
function connect(answer: (request: Request) => Response | Promise<Response>, config: Partial<UserPoolConfig> = {}) {
  const clock = new TestClock();
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    return answer(request);
  };
  const environment = { ...clock.environment, fetch };
  return { clock, requests, connection: createJsonProtocol({ ...CONFIG, ...config }, environment) };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** Never answers, and aborts as `fetch` does. */
const hang = (request: Request) =>
  new Promise<Response>((_, reject) => {
    request.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

const rejects = (promise: Promise<unknown>, code: AuthErrorCode) =>
  assert.rejects(promise, (error) => error instanceof AuthError && (assert.equal(error.code, code), true));

describe('A request', () => {
  it('is one POST in the JSON protocol, without cookies, cache, referrer or redirect', async () => {
    const { connection, requests } = connect(() => json({}));
    await connection({ clientMetadata: { a: '2', b: '3' } })('SignUp', { Username: 'jane' });
    const [request] = requests;
    assert.equal(request?.url, 'https://cognito-idp.eu-west-1.amazonaws.com/');
    assert.equal(request.headers.get('x-amz-target'), 'AWSCognitoIdentityProviderService.SignUp');
    assert.equal(request.headers.get('content-type'), 'application/x-amz-json-1.1');
    assert.equal(request.headers.get('authorization'), null);
    const { method, credentials, cache, redirect, referrerPolicy } = request;
    assert.deepEqual(
      { method, credentials, cache, redirect, referrerPolicy },
      { method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer' },
    );
    const body: unknown = await request.json();
    assert.deepEqual(body, { ClientId: 'abc123', ClientMetadata: { a: '2', b: '3' }, Username: 'jane' });
  });

  it('has the metadata of the call, else of the configuration', async () => {
    const { connection, requests } = connect(() => json({}), { clientMetadata: { a: '1', c: '4' } });
    await connection({ clientMetadata: { a: '2' } })('ForgotPassword', {});
    await connection()('RevokeToken', {});
    const bodies = await Promise.all(requests.map((request) => request.json()));
    assert.deepEqual(bodies, [{ ClientId: 'abc123', ClientMetadata: { a: '2', c: '4' } }, { ClientId: 'abc123' }]);
  });

  it('may have an empty response from Cognito', async () => {
    const { connection } = connect(() => new Response('', { headers: { 'x-amzn-requestid': '1' } }));
    assert.deepEqual(await connection()('DeleteUser', {}), {});
  });

  it('may have an empty response from a proxy that shows no headers, where there is nothing to answer', async () => {
    const { connection } = connect(() => new Response(''));
    for (const name of ['DeleteUser', 'ForgetDevice', 'RevokeToken', 'ChangePassword'] as const)
      assert.deepEqual(await connection()(name, {}), {});
    await rejects(connection()('GetUser', {}), 'bad-response');
  });

  it('times out after ten seconds', async () => {
    const { connection, clock, requests } = connect(hang);
    const answer = connection()('SignUp', {});
    await until(() => requests.length > 0);
    clock.advance(9_999);
    assert.equal(requests[0]?.signal.aborted, false);
    clock.advance(1);
    await rejects(answer, 'timeout');
    assert.equal(requests[0].signal.aborted, true);
  });

  it('times out after the time that the page sets', async () => {
    const { connection, clock } = connect(hang, { timeout: 2_000 });
    const answer = connection()('SignUp', {});
    clock.advance(2_000);
    await rejects(answer, 'timeout');
  });

  it('ends when its caller aborts, and is not sent after that', async () => {
    const { connection, requests } = connect(hang);
    const controller = new AbortController();
    const post = connection({ signal: controller.signal });
    const answer = post('SignUp', {});
    controller.abort();
    await rejects(answer, 'cancelled');
    await rejects(post('InitiateAuth:USER_SRP_AUTH', {}), 'cancelled');
    assert.equal(requests.length, 1);
  });

  /** How often each operation is sent while the network is down, or Cognito throttles. */
  const TRIES: Record<OperationName, number> = {
    'InitiateAuth:USER_SRP_AUTH': 3,
    'InitiateAuth:USER_PASSWORD_AUTH': 1,
    'InitiateAuth:USER_AUTH': 1,
    'InitiateAuth:CUSTOM_AUTH': 1,
    'InitiateAuth:REFRESH_TOKEN_AUTH': 2,
    RespondToAuthChallenge: 1,
    GetTokensFromRefreshToken: 2,
    RevokeToken: 3,
    GlobalSignOut: 3,
    SignUp: 1,
    ConfirmSignUp: 1,
    ResendConfirmationCode: 1,
    ForgotPassword: 1,
    ConfirmForgotPassword: 1,
    AssociateSoftwareToken: 1,
    VerifySoftwareToken: 1,
    SetUserMFAPreference: 3,
    SetUserSettings: 3,
    ConfirmDevice: 2,
    UpdateDeviceStatus: 3,
    GetDevice: 3,
    ListDevices: 3,
    ForgetDevice: 1,
    ListUserSessions: 3,
    RevokeUserSession: 1,
    DeleteUser: 1,
    GetUser: 3,
    GetUserAuthFactors: 3,
    ChangePassword: 1,
    UpdateUserAttributes: 1,
    DeleteUserAttributes: 3,
    GetUserAttributeVerificationCode: 1,
    VerifyUserAttribute: 1,
    ListWebAuthnCredentials: 3,
    StartWebAuthnRegistration: 3,
    CompleteWebAuthnRegistration: 1,
    DeleteWebAuthnCredential: 1,
  };
  for (const [operation, tries] of Object.entries(TRIES)) {
    it(`is sent ${tries} times at most: ${operation}`, async () => {
      // `Object.keys` loses the type of the keys.
      const name = operation as OperationName;
      const offline = connect(() => Promise.reject(new TypeError('Failed to fetch')));
      await rejects(offline.connection()(name, {}), 'offline');
      assert.equal(offline.requests.length, tries);
      const busy = connect(() => json({ __type: 'TooManyRequestsException', message: 'Rate exceeded' }, 400));
      await rejects(busy.connection()(name, {}), 'too-many-requests');
      assert.equal(busy.requests.length, tries);
      const refused = connect(() => json({ __type: 'NotAuthorizedException', message: 'No.' }, 400));
      await rejects(refused.connection()(name, {}), 'rejected');
      assert.equal(refused.requests.length, 1);
    });
  }

  it('ends when its caller aborts between two tries', async () => {
    const caller = new AbortController();
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    // Pending until it is aborted.
    const sleep = (_: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    const connection = createJsonProtocol(CONFIG, { ...new TestClock().environment, fetch, sleep });
    const answer = connection({ signal: caller.signal })('InitiateAuth:USER_SRP_AUTH', {});
    await new Promise(setImmediate);
    caller.abort();
    await rejects(answer, 'cancelled');
  });

  it('is not retried when the first try took long: an action ends within 15 seconds', async () => {
    const { connection, clock, requests } = connect((request) => {
      clock.advance(5_001);
      return Promise.reject(new TypeError(request.url));
    });
    await rejects(connection()('InitiateAuth:USER_SRP_AUTH', {}), 'offline');
    assert.equal(requests.length, 1);
  });

  it('is one of at most eight for each action', async () => {
    const { connection, requests } = connect(() => json({}));
    const post = connection();
    for (let request = 0; request < 8; request += 1) await post('SignUp', {});
    await rejects(post('SignUp', {}), 'service');
    assert.equal(requests.length, 8);
    await connection()('SignUp', {});
  });
});

describe('An answer', () => {
  const hostile: readonly (readonly [string, () => Response, AuthErrorCode])[] = [
    ['the HTML of a proxy that failed', () => new Response('<h1>502</h1>', { status: 502 }), 'bad-response'],
    ['the HTML of a captive portal', () => new Response('<h1>Welcome</h1>'), 'bad-response'],
    ['an end too early', () => new Response('{"AuthenticationResult":{"Acc'), 'bad-response'],
    ['nothing', () => new Response(''), 'bad-response'],
    ['no content', () => new Response(null, { status: 204 }), 'bad-response'],
    ['null', () => json(null), 'bad-response'],
    ['a number', () => json(7), 'bad-response'],
    ['too many bytes', () => json({ x: 'x'.repeat(1_000_000) }), 'bad-response'],
    ['an unknown exception', () => json({ __type: 'x#NewException', message: 'm' }, 400), 'unknown'],
    ['an unknown exception with status 500', () => json({ __type: 'New' }, 500), 'service'],
    ['too many requests, in HTML', () => new Response('<p>', { status: 429 }), 'too-many-requests'],
  ];
  for (const [title, answer, code] of hostile) {
    it(`that has ${title} is ${code}`, () => rejects(connect(answer).connection()('SignUp', {}), code));
  }

  it('has its exception in the body or in a header', async () => {
    const headers = { 'x-amzn-errortype': 'CodeMismatchException:http://internal.amazon.com/' };
    const { connection } = connect(() => new Response('{"message":"m"}', { status: 400, headers }));
    await rejects(connection()('ConfirmSignUp', {}), 'wrong-code');
  });

  it('does not expose a password or a code that Cognito repeats', async () => {
    const message =
      "2 validation errors detected: Value 'Geheim-7' at 'password' failed to satisfy constraint: Member must not be " +
      "empty; Value 'Geheim\n-8' at 'confirmationCode' failed to satisfy constraint: Member must not be empty";
    const { connection } = connect(() => json({ __type: 'InvalidParameterException', message }, 400));
    const error: unknown = await connection()('SignUp', {}).catch((cause: unknown) => cause);
    assert.ok(error instanceof AuthError && error.cause instanceof Error);
    assert.doesNotMatch(error.cause.message, /Geheim/);
    assert.match(error.cause.message, /password.*confirmationCode/);
  });

  for (const [title, message] of [
    ['a message of 700 kB', 'expired '.repeat(90_000)],
    ['a value that never ends', "Value '".repeat(90_000)],
    ['a name that never ends', `${':'.repeat(700_000)}\n`],
  ] as const) {
    it(`that has ${title} is cut before anything reads it`, async () => {
      for (const type of ['NotAuthorizedException', 'InvalidParameterException', 'UserLambdaValidationException']) {
        const name = title.includes('name') ? message : type;
        const { connection } = connect(() => json({ __type: name, message }, 400));
        const error: unknown = await connection()('SignUp', {}).catch((cause: unknown) => cause);
        assert.ok(error instanceof AuthError && error.cause instanceof Error);
        assert.ok(error.cause.message.length <= 2_000 && error.cause.name.length <= 200);
      }
    });
  }

  it('does not bring back a secret that Cognito repeats without an end', async () => {
    const message = `1 validation error detected: Value 'Geheim${'m'.repeat(5_000)}`;
    const { connection } = connect(() => json({ __type: 'InvalidParameterException', message }, 400));
    const error: unknown = await connection()('SignUp', {}).catch((cause: unknown) => cause);
    assert.ok(error instanceof AuthError && error.cause instanceof Error);
    assert.doesNotMatch(error.cause.message, /Geheim/);
  });

  it('of any bytes leads to an object or an AuthError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json()),
        fc.integer({ min: 200, max: 599 }),
        fc.string({ unit: fc.constantFrom('a', '#', ':', '_') }),
        async (body, status, type) => {
          const text = [204, 205, 304].includes(status) ? null : body;
          const answer = () => new Response(text, { status, headers: { 'x-amzn-errortype': type } });
          const result: unknown = await connect(answer)
            .connection()('SignUp', {})
            .catch((error: unknown) => error);
          assert.ok(result instanceof AuthError || (typeof result === 'object' && result !== null));
          assert.ok(status < 300 || result instanceof AuthError);
        },
      ),
      { numRuns: 500 },
    );
  });
});
