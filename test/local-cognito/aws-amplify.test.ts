import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger } from 'aws-amplify/utils';
import type { KeyValueStorageInterface } from 'aws-amplify/utils';
import { post, refused as refusedByHttp } from './support/protocol.js';
import { HOUR, MFA_POOL, MINUTE, PASSWORD, POOL, TOMS_KEY, setStage } from './support/stage.js';
import type { AppClient } from './support/stage.js';

const NEW_PASSWORD = 'Battery-Staple-8';

/** The token storage of one browser. */
class MemoryStorage implements KeyValueStorageInterface {
  readonly #items = new Map<string, string>();
  readonly setItem = async (key: string, value: string): Promise<void> => void this.#items.set(key, value);
  readonly getItem = async (key: string): Promise<string | null> => this.#items.get(key) ?? null;
  readonly removeItem = async (key: string): Promise<void> => void this.#items.delete(key);
  readonly clear = async (): Promise<void> => this.#items.clear();

  /** The refresh token, which Amplify's API does not expose. */
  get refreshToken(): string | undefined {
    return [...this.#items].find(([key]) => key.endsWith('.refreshToken'))?.[1];
  }
}

// Registered before the stage's own hook: it revokes the tokens at the Cognito that issued them.
afterEach(() => auth.signOut());
const stage = setStage();
let browser: MemoryStorage;

// Amplify warns about every endpoint outside AWS.
ConsoleLogger.LOG_LEVEL = 'ERROR';

/** Amplify has one configuration and one signed-in user for the whole process: here, in a new browser. */
function configure({ userPoolId, clientId }: AppClient = POOL): void {
  const userPoolEndpoint = stage.cognito.endpoint;
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } } });
  openBrowser();
}

function openBrowser(storage = new MemoryStorage()): void {
  browser = storage;
  cognitoUserPoolsTokenProvider.setKeyValueStorage(browser);
}

beforeEach(() => configure());

const signIn = (username: string, password = PASSWORD) => auth.signIn({ username, password });

/** Signs in and returns Amplify's next step. */
const stepOf = async (username: string, password = PASSWORD): Promise<string> =>
  (await signIn(username, password)).nextStep.signInStep;

async function confirms(challengeResponse: string): Promise<string> {
  const { nextStep } = await auth.confirmSignIn({ challengeResponse });
  return nextStep.signInStep;
}

const refused = (work: Promise<unknown>, name: string) =>
  assert.rejects(work, (error) => error instanceof auth.AuthError && error.name === name);

/** A wrong code. */
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** The operations that Amplify requested. */
const operations = (): readonly string[] => stage.cognito.received.map(({ operation }) => operation);

/** Sets up an authenticator app during the sign-in, as the pool requires. */
async function signInWithNewApp(): Promise<void> {
  configure(MFA_POOL);
  const { nextStep } = await signIn('max@example.com');
  assert.equal(nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP');
  assert.ok('totpSetupDetails' in nextStep);
  assert.equal(await confirms(stage.totp(nextStep.totpSetupDetails.sharedSecret)), 'DONE');
}

const accessToken = async (): Promise<string | undefined> =>
  (await auth.fetchAuthSession()).tokens?.accessToken.toString();

/** The claims of the ID token. */
const claims = async (options?: auth.FetchAuthSessionOptions) =>
  (await auth.fetchAuthSession(options)).tokens?.idToken?.payload ?? {};

describe('aws-amplify', () => {
  it('signs in by SRP, and reads the user', async () => {
    assert.equal(await stepOf('jane'), 'DONE');
    assert.deepEqual(operations(), ['InitiateAuth', 'RespondToAuthChallenge']);
    const { username, userId } = await auth.getCurrentUser();
    const { sub, email, aud, token_use } = await claims();
    assert.equal(username, 'jane');
    assert.deepEqual([sub, email, aud, token_use], [userId, 'jane@example.com', POOL.clientId, 'id']);
    assert.equal((await auth.fetchUserAttributes()).given_name, 'Jane');
  });

  it('signs in by the address, and by a password in plain text', async () => {
    const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const;
    const { nextStep } = await auth.signIn({ username: 'jane@example.com', password: PASSWORD, options });
    assert.equal(nextStep.signInStep, 'DONE');
    assert.deepEqual(operations(), ['InitiateAuth']);
    assert.equal((await auth.getCurrentUser()).username, 'jane');
  });

  it('is refused with a wrong password, and for an unknown user', async () => {
    await refused(signIn('jane', 'wrong-Password-1'), 'NotAuthorizedException');
    await refused(signIn('unknown'), 'NotAuthorizedException');
  });

  it('creates an account, asks for another code, confirms and signs in', async () => {
    const email = 'ann@example.com';
    const options = { userAttributes: { email } };
    const { nextStep } = await auth.signUp({ username: 'ann', password: PASSWORD, options });
    assert.equal(nextStep.signUpStep, 'CONFIRM_SIGN_UP');
    assert.equal(await stepOf('ann'), 'CONFIRM_SIGN_UP');
    const first = stage.codeFor(email);
    stage.pass(MINUTE);
    assert.equal((await auth.resendSignUpCode({ username: 'ann' })).destination, 'a***@e***');
    const second = stage.codeFor(email);
    await refused(auth.confirmSignUp({ username: 'ann', confirmationCode: first }), 'CodeMismatchException');
    const confirmed = await auth.confirmSignUp({ username: 'ann', confirmationCode: second });
    assert.equal(confirmed.isSignUpComplete, true);
    assert.equal(await stepOf('ann'), 'DONE');
  });

  it('resets a password', async () => {
    const { nextStep } = await auth.resetPassword({ username: 'jane' });
    assert.equal(nextStep.resetPasswordStep, 'CONFIRM_RESET_PASSWORD_WITH_CODE');
    const confirm = (confirmationCode: string) =>
      auth.confirmResetPassword({ username: 'jane', confirmationCode, newPassword: NEW_PASSWORD });
    const code = stage.codeFor('jane@example.com');
    await refused(confirm(wrong(code)), 'CodeMismatchException');
    await confirm(code);
    await refused(signIn('jane'), 'NotAuthorizedException');
    assert.equal(await stepOf('jane', NEW_PASSWORD), 'DONE');
  });

  it('replaces a temporary password', async () => {
    assert.equal(await stepOf('newbie', 'Temporary-7'), 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
    await refused(confirms('short'), 'InvalidPasswordException');
    assert.equal(await confirms(NEW_PASSWORD), 'DONE');
    await auth.signOut();
    assert.equal(await stepOf('newbie', NEW_PASSWORD), 'DONE');
  });

  it('accepts the code of an authenticator app, after a wrong one', async () => {
    assert.equal(await stepOf('tom'), 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
    await refused(confirms(wrong(stage.totp(TOMS_KEY))), 'CodeMismatchException');
    assert.equal(await confirms(stage.totp(TOMS_KEY)), 'DONE');
  });

  it('accepts the code of a text message', async () => {
    assert.equal(await stepOf('sue'), 'CONFIRM_SIGN_IN_WITH_SMS_CODE');
    const code = stage.codeFor('+15555550100');
    await refused(confirms(wrong(code)), 'CodeMismatchException');
    assert.equal(await confirms(code), 'DONE');
  });

  it('sets up an authenticator app that the sign-in requires, and is asked for its code the next time', async () => {
    await signInWithNewApp();
    assert.equal((await auth.fetchMFAPreference()).preferred, 'TOTP');
    await auth.signOut();
    assert.equal(await stepOf('max@example.com'), 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  });

  it('sets up an authenticator app for a signed-in user, and is asked for its code from then on', async () => {
    await signIn('jane');
    const { sharedSecret } = await auth.setUpTOTP();
    await auth.verifyTOTPSetup({ code: stage.totp(sharedSecret) });
    await auth.updateMFAPreference({ totp: 'PREFERRED' });
    assert.deepEqual(await auth.fetchMFAPreference(), { enabled: ['TOTP'], preferred: 'TOTP' });
    await auth.signOut();
    assert.equal(await stepOf('jane'), 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
    // A code can be used once, and the one of this half minute has been.
    stage.pass(MINUTE);
    assert.equal(await confirms(stage.totp(sharedSecret)), 'DONE');
  });

  it('refreshes its tokens with the same refresh token', async () => {
    await signIn('jane');
    const [before, { refreshToken }] = [await claims(), browser];
    stage.pass(MINUTE);
    const after = await claims({ forceRefresh: true });
    assert.ok(Number(after.iat) > Number(before.iat));
    assert.deepEqual([after.sub, after['origin_jti']], [before.sub, before['origin_jti']]);
    assert.ok(refreshToken);
    assert.equal(browser.refreshToken, refreshToken);
  });

  it('refreshes its tokens again and again with rotation of refresh tokens', async () => {
    await signInWithNewApp();
    const seen = new Set([browser.refreshToken]);
    for (let time = Number((await claims()).iat), round = 1; round <= 3; round += 1) {
      stage.pass(HOUR);
      const { iat } = await claims({ forceRefresh: true });
      assert.ok(Number(iat) > time);
      time = Number(iat);
      assert.equal(seen.add(browser.refreshToken).size, round + 1);
    }
  });

  it('changes a password', async () => {
    await signIn('jane');
    const change = (oldPassword: string) => auth.updatePassword({ oldPassword, newPassword: NEW_PASSWORD });
    await refused(change('wrong-Password-1'), 'NotAuthorizedException');
    await change(PASSWORD);
    await auth.signOut();
    await refused(signIn('jane'), 'NotAuthorizedException');
    assert.equal(await stepOf('jane', NEW_PASSWORD), 'DONE');
  });

  it('changes an address, and verifies it by a code', async () => {
    await signIn('jane');
    const changed = await auth.updateUserAttributes({ userAttributes: { email: 'j2@example.com' } });
    assert.equal(changed.email.nextStep.updateAttributeStep, 'CONFIRM_ATTRIBUTE_WITH_CODE');
    const email = async () => {
      const attributes = await auth.fetchUserAttributes();
      return [attributes.email, attributes.email_verified];
    };
    assert.deepEqual(await email(), ['j2@example.com', 'false']);
    const confirmationCode = stage.codeFor('j2@example.com');
    await auth.confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
    assert.deepEqual(await email(), ['j2@example.com', 'true']);
  });

  it('signs out here, which revokes the tokens of this browser only', async () => {
    await signIn('jane');
    const [here, AccessToken] = [browser, await accessToken()];
    openBrowser();
    await signIn('jane');
    const there = browser;
    openBrowser(here);
    await auth.signOut();
    await refusedByHttp(post(stage.cognito.endpoint, 'GetUser', { AccessToken }), 'NotAuthorizedException');
    openBrowser(there);
    assert.equal((await auth.fetchUserAttributes()).given_name, 'Jane');
  });

  it('signs out everywhere, and neither the tokens here nor those of another browser work from then on', async () => {
    await signIn('jane');
    const [here, AccessToken] = [browser, await accessToken()];
    openBrowser();
    await signIn('jane');
    const there = browser;
    openBrowser(here);
    await auth.signOut({ global: true });
    assert.equal(here.refreshToken, undefined);
    await refusedByHttp(post(stage.cognito.endpoint, 'GetUser', { AccessToken }), 'NotAuthorizedException');
    openBrowser(there);
    await refused(auth.fetchUserAttributes(), 'NotAuthorizedException');
    assert.equal((await auth.fetchAuthSession({ forceRefresh: true })).tokens, undefined);
  });

  it('deletes an account', async () => {
    await signIn('jane');
    await auth.deleteUser();
    assert.equal(browser.refreshToken, undefined);
    await refused(signIn('jane'), 'NotAuthorizedException');
  });
});
