import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inspect, promisify } from 'node:util';
import {
  AuthenticationDetails,
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { PASSWORD } from '../../demo/cognito/index.js';
import { coreOf } from '../../src/compat/auth-class.js';
import { Hub } from '../../src/compat/index.js';
import type { CompatUser } from '../../src/compat/index.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { accessClaims, idClaims, jwt } from '../session/tokens.js';
import { until } from '../support/until.js';
import { CompatStage } from './compat-stage.js';

let stage: CompatStage;
beforeEach(async () => (stage = await CompatStage.open()));
afterEach(() => stage.close());

const asked = (operation: string): number =>
  stage.cognito.received.filter((request) => request.operation === operation).length;

/** The name of the user who is signed in, on this page and after a reload. */
async function isSignedIn(username: string): Promise<void> {
  for (const Auth of [stage.Auth, stage.page()]) {
    assert.equal((await Auth.currentAuthenticatedUser({ bypassCache: true })).getUsername(), username);
  }
}

describe('A sign-in while another one is busy', () => {
  /** Resolves when a sign-in has asked Cognito once. */
  const isBusy = () => until(() => asked('InitiateAuth') > 0);

  it('wins as a call, over the form: the tokens of the form are revoked', async () => {
    const form = coreOf(stage.Auth)!
      .client.signIn({ username: 'jane', password: new Secret(PASSWORD) })
      .catch((error: unknown) => error);
    await isBusy();
    await stage.Auth.signIn('vera', PASSWORD);
    assert.equal(((await form) as { readonly code?: string }).code, 'cancelled');
    await until(() => asked('RevokeToken') === 1);
    await isSignedIn('vera');
  });

  it('wins as a form, over the call: the tokens of the call are revoked', async () => {
    const call = assert.rejects(stage.Auth.signIn('vera', PASSWORD), { code: 'cancelled' });
    await isBusy();
    const step = await coreOf(stage.Auth)!.client.signIn({ username: 'jane', password: new Secret(PASSWORD) });
    assert.equal(step.name, 'done');
    await call;
    await until(() => asked('RevokeToken') === 1);
    await isSignedIn('jane');
  });
});

describe('A callback that is missing', () => {
  it('is told to `onFailure`, where the user is asked something', async () => {
    const user = await stage.Auth.createCognitoUser('sue');
    const details = new AuthenticationDetails({ Username: 'sue', Password: PASSWORD });
    const told = new Promise<Error>((resolve, reject) =>
      user.authenticateUser(details, { onSuccess: reject, onFailure: resolve }),
    );
    assert.equal((await told).message, 'SMS_MFA follows, and no function was given for it.');
  });

  it('of Hub is refused', () => {
    assert.throws(() => Hub.listen('auth', undefined as never), { message: 'No callback supplied to Hub' });
  });
});

describe('setSignInUserSession', () => {
  /** A session of these claims, which no user pool has signed. */
  const sessionOf = (claims: object, refreshToken: string, ClockDrift?: number) => {
    const data = {
      IdToken: new CognitoIdToken({ IdToken: jwt({ ...idClaims(), ...claims }) }),
      AccessToken: new CognitoAccessToken({ AccessToken: jwt({ ...accessClaims(), ...claims }) }),
      RefreshToken: new CognitoRefreshToken({ RefreshToken: refreshToken }),
      // Missing in the types.
      ClockDrift,
    };
    return new CognitoUserSession(data);
  };

  const signIn = async () => {
    const user = await stage.Auth.signIn('jane', PASSWORD);
    return { user, session: user.getSignInUserSession()! };
  };

  it('refuses a session of another app client, says so, and leaves that of before', async (t) => {
    const report = t.mock.method(console, 'error', () => undefined);
    const { user, session } = await signIn();
    user.setSignInUserSession(sessionOf({ client_id: 'other', aud: 'other' }, 'other'));
    await isSignedIn('jane');
    assert.equal(user.getSignInUserSession(), session);
    const [said, reason] = report.mock.calls[0]!.arguments as [string, unknown];
    assert.equal(said, 'auth-elements: The session that was set is not one of this user pool.');
    assert.ok(reason instanceof AuthError && reason.code === 'bad-response');
    assert.equal(report.mock.callCount(), 1);
  });

  it('takes an expired session, and refreshes it', async () => {
    const { user, session } = await signIn();
    const { sub } = session.getIdToken().decodePayload() as { readonly sub: string };
    const left = { sub, username: 'jane', iat: 1_000_000, exp: 1_003_600 };
    user.setSignInUserSession(sessionOf(left, session.getRefreshToken().getToken(), 0));
    assert.equal(user.getSignInUserSession()?.isValid(), false);
    assert.equal((await stage.Auth.currentAuthenticatedUser()).attributes?.['email'], 'jane@example.com');
    assert.ok((await stage.Auth.currentSession()).isValid());
  });

  it('takes a forged session for display, and Cognito refuses all that is asked with it', async () => {
    const { user } = await signIn();
    const now = Math.floor(Date.now() / 1000);
    user.setSignInUserSession(sessionOf({ username: 'admin', iat: now, exp: now + 3600 }, 'none'));
    const session = await stage.Auth.currentSession();
    assert.equal(session.getAccessToken().decodePayload()['username'], 'admin');
    await assert.rejects(stage.Auth.userAttributes(await stage.Auth.createCognitoUser('admin')), {
      code: 'NotAuthorizedException',
    });
  });
});

describe('A copy of a user object', () => {
  const COPIES: Readonly<Record<string, (user: CompatUser) => CompatUser>> = {
    structuredClone: (user) => structuredClone(user),
    spread: (user) => ({ ...user }),
    JSON: (user) => JSON.parse(JSON.stringify(user)) as CompatUser,
  };
  for (const [name, copied] of Object.entries(COPIES)) {
    it(`by ${name} has no password and no code, and calls refuse it`, async () => {
      const user = await stage.Auth.signIn('sue', PASSWORD);
      const code = stage.code('+15555550100');
      const before = copied(user);
      await stage.Auth.confirmSignIn(user, code);
      const copies = [before, copied(user)];
      for (const copy of copies) {
        assert.equal(Reflect.get(copy, 'username'), 'sue');
        const text = inspect(copy, { depth: Infinity, showHidden: true, maxStringLength: null });
        assert.ok(!text.includes(PASSWORD));
        assert.doesNotMatch(text, new RegExp(`\\b${code}\\b`));
        await assert.rejects(stage.Auth.userAttributes(copy), {
          name: 'AuthError',
          message: 'The user must be an object that Auth has answered with',
        });
      }
    });
  }
});

describe('A page where amazon-cognito-identity-js is missing', () => {
  /** As Node finds it where it is not installed. */
  const HOOK = `
    export async function resolve(name, context, next) {
      return next(name, name === 'amazon-cognito-identity-js' ? { ...context, parentURL: 'file:///' } : context);
    }`;
  const dataOf = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const REGISTER = `import { register } from 'node:module'; register(${JSON.stringify(dataOf(HOOK))});`;

  it('is told of it by a `configuration` error that names the package', async () => {
    const source = new URL('../../src/compat/index.ts', import.meta.url);
    const page = `
      const { AuthClass } = await import(${JSON.stringify(source)});
      const Auth = new AuthClass({ userPoolId: 'us-east-1_Example1', userPoolWebClientId: 'abc123' });
      const { code, message } = await Auth.signIn('jane', 'password').catch((error) => error);
      console.log(JSON.stringify({ code, message }));`;
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [
      ...['--import', 'tsx', '--import', dataOf(REGISTER), '--input-type=module', '--eval', page],
    ]);
    assert.deepEqual(JSON.parse(stdout), {
      code: 'configuration',
      message: 'The package amazon-cognito-identity-js is missing.',
    });
  });
});
