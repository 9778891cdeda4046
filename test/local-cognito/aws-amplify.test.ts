import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { ConsoleLogger } from 'aws-amplify/utils';
import { HOUR, MFA_POOL, MINUTE, PASSWORD, POOL, TOM_SECRET, setStage } from './support/stage.js';
import type { AppClient } from './support/stage.js';

const NEW_PASSWORD = 'Battery-Staple-8';

const stage = setStage();
// It warns of every endpoint that is not one of AWS.
ConsoleLogger.LOG_LEVEL = 'ERROR';

/** Amplify has one configuration for the whole process, and one person signed in. */
function configure({ userPoolId, clientId }: AppClient = POOL): void {
  const userPoolEndpoint = stage.cognito.endpoint;
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } } });
}

beforeEach(() => configure());
afterEach(() => auth.signOut());

const signIn = (username: string, password = PASSWORD) => auth.signIn({ username, password });

/** Signs in and says what Amplify would ask next. */
const stepOf = async (username: string, password = PASSWORD): Promise<string> =>
  (await signIn(username, password)).nextStep.signInStep;

async function confirms(challengeResponse: string): Promise<string> {
  const { nextStep } = await auth.confirmSignIn({ challengeResponse });
  return nextStep.signInStep;
}

const refused = (work: Promise<unknown>, name: string) =>
  assert.rejects(work, (error) => error instanceof auth.AuthError && error.name === name);

/** The claims of the ID token. */
const claims = async (options?: auth.FetchAuthSessionOptions) =>
  (await auth.fetchAuthSession(options)).tokens?.idToken?.payload ?? {};

describe('aws-amplify', () => {
  it('signs in by SRP, and reads who that is', async () => {
    assert.equal(await stepOf('jane'), 'DONE');
    assert.equal((await auth.getCurrentUser()).username, 'jane');
    assert.equal((await claims())['email'], 'jane@example.com');
    assert.equal((await auth.fetchUserAttributes()).given_name, 'Jane');
  });

  it('signs in by the address, and by a password that travels', async () => {
    const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const;
    const { nextStep } = await auth.signIn({ username: 'jane@example.com', password: PASSWORD, options });
    assert.equal(nextStep.signInStep, 'DONE');
    assert.equal((await auth.getCurrentUser()).username, 'jane');
  });

  it('is refused with a wrong password, and for nobody', async () => {
    await refused(signIn('jane', 'wrong-Password-1'), 'NotAuthorizedException');
    await refused(signIn('nobody'), 'NotAuthorizedException');
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
    assert.notEqual(stage.codeFor(email), first);
    await refused(auth.confirmSignUp({ username: 'ann', confirmationCode: '000000' }), 'CodeMismatchException');
    await auth.confirmSignUp({ username: 'ann', confirmationCode: stage.codeFor(email) });
    assert.equal(await stepOf('ann'), 'DONE');
  });

  it('resets a password', async () => {
    const { nextStep } = await auth.resetPassword({ username: 'jane' });
    assert.equal(nextStep.resetPasswordStep, 'CONFIRM_RESET_PASSWORD_WITH_CODE');
    const confirmationCode = stage.codeFor('jane@example.com');
    await auth.confirmResetPassword({ username: 'jane', confirmationCode, newPassword: NEW_PASSWORD });
    await refused(signIn('jane'), 'NotAuthorizedException');
    assert.equal(await stepOf('jane', NEW_PASSWORD), 'DONE');
  });

  it('replaces a temporary password', async () => {
    assert.equal(await stepOf('newbie', 'Temporary-7'), 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
    assert.equal(await confirms(NEW_PASSWORD), 'DONE');
  });

  it('takes the code of an authenticator app, after a wrong one', async () => {
    assert.equal(await stepOf('tom'), 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
    await refused(confirms('000000'), 'CodeMismatchException');
    assert.equal(await confirms(stage.totp(TOM_SECRET)), 'DONE');
  });

  it('takes the code of a text message', async () => {
    assert.equal(await stepOf('sue'), 'CONFIRM_SIGN_IN_WITH_SMS_CODE');
    assert.equal(await confirms(stage.codeFor('+15555550100')), 'DONE');
  });

  it('sets up an authenticator app that sign-in demands', async () => {
    configure(MFA_POOL);
    const { nextStep } = await signIn('max@example.com');
    assert.equal(nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP');
    assert.ok('totpSetupDetails' in nextStep);
    assert.equal(await confirms(stage.totp(nextStep.totpSetupDetails.sharedSecret)), 'DONE');
  });

  it('sets up an authenticator app for somebody who is signed in, and is asked for it from then on', async () => {
    await signIn('jane');
    const { sharedSecret } = await auth.setUpTOTP();
    await auth.verifyTOTPSetup({ code: stage.totp(sharedSecret) });
    await auth.updateMFAPreference({ totp: 'PREFERRED' });
    assert.deepEqual(await auth.fetchMFAPreference(), { enabled: ['TOTP'], preferred: 'TOTP' });
    await auth.signOut();
    assert.equal(await stepOf('jane'), 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  });

  it('refreshes its tokens', async () => {
    await signIn('jane');
    const before = await claims();
    stage.pass(MINUTE);
    const after = await claims({ forceRefresh: true });
    assert.ok(Number(after.iat) > Number(before.iat));
    assert.equal(after.sub, before.sub);
  });

  it('refreshes its tokens again and again where they rotate', async () => {
    configure(MFA_POOL);
    const { nextStep } = await signIn('max@example.com');
    assert.ok('totpSetupDetails' in nextStep);
    await confirms(stage.totp(nextStep.totpSetupDetails.sharedSecret));
    for (let time = Number((await claims()).iat), round = 0; round < 3; round += 1) {
      stage.pass(HOUR);
      const { iat } = await claims({ forceRefresh: true });
      assert.ok(Number(iat) > time);
      time = Number(iat);
    }
  });

  it('changes a password', async () => {
    await signIn('jane');
    await auth.updatePassword({ oldPassword: PASSWORD, newPassword: NEW_PASSWORD });
    await auth.signOut();
    assert.equal(await stepOf('jane', NEW_PASSWORD), 'DONE');
  });

  it('changes an address, and verifies it by a code', async () => {
    await signIn('jane');
    const changed = await auth.updateUserAttributes({ userAttributes: { email: 'j2@example.com' } });
    assert.equal(changed.email.nextStep.updateAttributeStep, 'CONFIRM_ATTRIBUTE_WITH_CODE');
    const confirmationCode = stage.codeFor('j2@example.com');
    await auth.confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
    const { email, email_verified } = await auth.fetchUserAttributes();
    assert.deepEqual([email, email_verified], ['j2@example.com', 'true']);
  });

  it('signs out everywhere', async () => {
    await signIn('jane');
    const { tokens } = await auth.fetchAuthSession();
    await auth.signOut({ global: true });
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
    };
    const body = JSON.stringify({ AccessToken: tokens?.accessToken.toString() });
    const answer = await fetch(stage.cognito.endpoint, { method: 'POST', headers, body });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /NotAuthorizedException/);
  });

  it('deletes an account', async () => {
    await signIn('jane');
    await auth.deleteUser();
    await refused(signIn('jane'), 'NotAuthorizedException');
  });
});
