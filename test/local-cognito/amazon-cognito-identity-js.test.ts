/* eslint-disable @typescript-eslint/no-deprecated -- The whole library is, and its users are many. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
} from 'amazon-cognito-identity-js';
import type { CognitoUserSession, IAuthenticationCallback, ISignUpResult, UserData } from 'amazon-cognito-identity-js';
import { MemoryStorage } from './support/memory-storage.js';
import { MFA_POOL, MINUTE, PASSWORD, POOL, setStage, TOMS_KEY } from './support/stage.js';

const stage = setStage();

/** How a request of a sign-in ended: with a session, or with the next challenge. */
type Outcome =
  | { readonly step: 'done'; readonly session: CognitoUserSession }
  | { readonly step: string; readonly parameters: Readonly<Record<string, string>> };

/** A user in a browser with a storage of its own. */
function person(username: string, { userPoolId, clientId } = POOL) {
  const Storage = new MemoryStorage();
  const endpoint = stage.cognito.endpoint;
  const Pool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, endpoint, Storage });
  return new CognitoUser({ Username: username, Pool, Storage });
}

/** Resolves with the callback that the library calls. */
const outcome = (act: (callbacks: Required<IAuthenticationCallback>) => void): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const asked = (step: string, parameters: unknown): void =>
      resolve({ step, parameters: parameters as Readonly<Record<string, string>> });
    act({
      onSuccess: (session) => resolve({ step: 'done', session }),
      onFailure: reject,
      newPasswordRequired: (userAttributes) => asked('NEW_PASSWORD_REQUIRED', userAttributes),
      mfaRequired: asked,
      totpRequired: asked,
      mfaSetup: asked,
      selectMFAType: asked,
      customChallenge: (parameters) => asked('CUSTOM_CHALLENGE', parameters),
    });
  });

/** Resolves with a callback in Node's style. */
const called = <T>(act: (callback: (error?: Error | null, result?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => act((error, result) => (error ? reject(error) : resolve(result as T))));

const signIn = (user: CognitoUser, password = PASSWORD): Promise<Outcome> =>
  outcome((callbacks) =>
    user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password: password }), callbacks),
  );

async function signedIn(username: string): Promise<CognitoUser> {
  const user = person(username);
  await sessionOf(signIn(user));
  return user;
}

async function sessionOf(result: Promise<Outcome>): Promise<CognitoUserSession> {
  const ended = await result;
  assert.ok('session' in ended, `Asked for ${ended.step}`);
  return ended.session;
}

const attributesOf = async (user: CognitoUser): Promise<Record<string, string>> => {
  const list = await called<{ Name: string; Value: string }[]>((done) =>
    user.getUserAttributes((error, result) => done(error, result)),
  );
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
};

const refusal = (name: string, message?: string | RegExp) => (error: Error) => {
  assert.equal(error.name, name);
  if (message instanceof RegExp) assert.match(error.message, message);
  else if (message !== undefined) assert.equal(error.message, message);
  return true;
};

/** A wrong code. */
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Sets up an authenticator app by its code. Returns the key. */
async function setUpTotp(user: CognitoUser): Promise<string> {
  const secret = await new Promise<string>((associateSecretCode, onFailure) =>
    user.associateSoftwareToken({ associateSecretCode, onFailure }),
  );
  await new Promise((onSuccess, onFailure) =>
    user.verifySoftwareToken(stage.totp(secret), 'Phone', { onSuccess, onFailure }),
  );
  return secret;
}

describe('signing up', () => {
  const signUp = (username: string, email: string) => {
    const { endpoint } = stage.cognito;
    const pool = new CognitoUserPool({ UserPoolId: POOL.userPoolId, ClientId: POOL.clientId, endpoint });
    const attribute = new CognitoUserAttribute({ Name: 'email', Value: email });
    return called<ISignUpResult>((done) => pool.signUp(username, PASSWORD, [attribute], [], done));
  };

  it('ends with an account that can be signed in to after the code', async () => {
    const result = await signUp('nora', 'nora@example.com');
    assert.equal(result.userConfirmed, false);
    assert.deepEqual(result.codeDeliveryDetails, {
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: 'n***@e***',
    });
    const nora = person('nora');
    await assert.rejects(signIn(nora), refusal('UserNotConfirmedException', 'User is not confirmed.'));
    const code = stage.codeFor('nora@example.com');
    assert.equal(await called((done) => nora.confirmRegistration(code, true, done)), 'SUCCESS');
    const session = await sessionOf(signIn(nora));
    assert.equal(session.getIdToken().decodePayload()['sub'], result.userSub);
    assert.equal((await attributesOf(nora))['email_verified'], 'true');
  });

  it('sends another code on request, and the first one stops working', async () => {
    await signUp('nora', 'nora@example.com');
    const nora = person('nora');
    const first = stage.codeFor('nora@example.com');
    await called((done) => nora.resendConfirmationCode(done));
    const second = stage.codeFor('nora@example.com');
    await assert.rejects(
      called((done) => nora.confirmRegistration(first, true, done)),
      refusal('CodeMismatchException', 'Invalid verification code provided, please try again.'),
    );
    assert.equal(await called((done) => nora.confirmRegistration(second, true, done)), 'SUCCESS');
  });
});

describe('signing in', () => {
  for (const flow of ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH']) {
    it(`works by ${flow}, with the user name and with the email address`, async () => {
      for (const name of ['jane', 'jane@example.com', 'JANE']) {
        const jane = person(name);
        jane.setAuthenticationFlowType(flow);
        const session = await sessionOf(signIn(jane));
        assert.equal(session.isValid(), true);
        assert.equal(session.getAccessToken().decodePayload()['username'], 'jane');
      }
    });

    it(`is refused by ${flow} with a wrong password`, async () => {
      const jane = person('jane');
      jane.setAuthenticationFlowType(flow);
      await assert.rejects(
        signIn(jane, 'Wrong-Horse-7'),
        refusal('NotAuthorizedException', 'Incorrect username or password.'),
      );
    });
  }

  it('asks for the code of an authenticator app, and asks again after a wrong one', async () => {
    const tom = person('tom');
    const asked = await signIn(tom);
    assert.equal(asked.step, 'SOFTWARE_TOKEN_MFA');
    const send = (code: string) => outcome((callbacks) => tom.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA'));
    await assert.rejects(send(wrong(stage.totp(TOMS_KEY))), refusal('CodeMismatchException'));
    await sessionOf(send(stage.totp(TOMS_KEY)));
  });

  it('asks for the code of a text message', async () => {
    const sue = person('sue');
    const asked = await signIn(sue);
    assert.deepEqual(asked, {
      step: 'SMS_MFA',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*******0100' },
    });
    const send = (code: string) => outcome((callbacks) => sue.sendMFACode(code, callbacks));
    const code = stage.codeFor('+15555550100');
    await assert.rejects(send(wrong(code)), refusal('CodeMismatchException'));
    await sessionOf(send(code));
  });

  it('asks for a new password after a temporary one', async () => {
    const newbie = person('newbie');
    const asked = await signIn(newbie, 'Temporary-7');
    assert.deepEqual(asked, {
      step: 'NEW_PASSWORD_REQUIRED',
      parameters: { email: 'newbie@example.com', email_verified: 'true' },
    });
    const choose = (password: string) =>
      outcome((callbacks) => newbie.completeNewPasswordChallenge(password, { given_name: 'New' }, callbacks));
    await assert.rejects(choose('short'), refusal('InvalidPasswordException', /Password not long enough$/));
    await sessionOf(choose('Lasting-Horse-8'));
    assert.equal((await attributesOf(newbie))['given_name'], 'New');
    await sessionOf(signIn(person('newbie'), 'Lasting-Horse-8'));
  });

  it('lets a user with two second factors choose', async () => {
    const sue = person('sue');
    await signIn(sue);
    const texted = stage.codeFor('+15555550100');
    await sessionOf(outcome((callbacks) => sue.sendMFACode(texted, callbacks)));
    const secret = await setUpTotp(sue);
    const neither = { PreferredMfa: false, Enabled: true };
    await called((done) => sue.setUserMfaPreference(neither, neither, done));

    const again = person('sue');
    const asked = await signIn(again);
    assert.deepEqual(asked, {
      step: 'SELECT_MFA_TYPE',
      parameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' },
    });
    const chosen = await outcome((callbacks) => again.sendMFASelectionAnswer('SOFTWARE_TOKEN_MFA', callbacks));
    assert.equal(chosen.step, 'SOFTWARE_TOKEN_MFA');
    stage.pass(MINUTE);
    await sessionOf(outcome((callbacks) => again.sendMFACode(stage.totp(secret), callbacks, 'SOFTWARE_TOKEN_MFA')));
  });

  it('sets up an authenticator app where a second factor is required', async () => {
    const max = person('max@example.com', MFA_POOL);
    const asked = await signIn(max);
    assert.deepEqual(asked, { step: 'MFA_SETUP', parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' } });
    const secret = await setUpTotp(max);
    assert.equal(max.getSignInUserSession()?.isValid(), true);

    stage.pass(MINUTE);
    const again = person('max@example.com', MFA_POOL);
    assert.equal((await signIn(again)).step, 'SOFTWARE_TOKEN_MFA');
    await sessionOf(outcome((callbacks) => again.sendMFACode(stage.totp(secret), callbacks, 'SOFTWARE_TOKEN_MFA')));
  });
});

describe('a forgotten password', () => {
  it('is replaced with the code that was sent, and the old one stops working', async () => {
    const jane = person('jane');
    const sent = await new Promise<{ CodeDeliveryDetails: unknown }>((resolve, reject) =>
      jane.forgotPassword({ onSuccess: reject, onFailure: reject, inputVerificationCode: resolve }),
    );
    assert.deepEqual(sent.CodeDeliveryDetails, {
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: 'j***@e***',
    });
    const confirm = (code: string) =>
      new Promise((onSuccess, onFailure) => jane.confirmPassword(code, 'Found-Horse-8', { onSuccess, onFailure }));
    const code = stage.codeFor('jane@example.com');
    await assert.rejects(confirm(wrong(code)), refusal('CodeMismatchException'));
    assert.equal(await confirm(code), 'SUCCESS');
    await assert.rejects(signIn(person('jane')), refusal('NotAuthorizedException'));
    await sessionOf(signIn(person('jane'), 'Found-Horse-8'));
  });
});

describe('a signed-in user', () => {
  it('changes the password', async () => {
    const jane = await signedIn('jane');
    await assert.rejects(
      called((done) => jane.changePassword('Wrong-Horse-7', 'Other-Horse-8', done)),
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await called((done) => jane.changePassword(PASSWORD, 'Other-Horse-8', done));
    await sessionOf(signIn(person('jane'), 'Other-Horse-8'));
  });

  it('reads and changes attributes, and proves a new address', async () => {
    const jane = await signedIn('jane');
    const { sub = '', ...attributes } = await attributesOf(jane);
    assert.match(sub, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    assert.deepEqual(attributes, { email: 'jane@example.com', email_verified: 'true', given_name: 'Jane' });
    const changes = [
      { Name: 'email', Value: 'doe@example.com' },
      { Name: 'given_name', Value: 'J.' },
    ];
    await called((done) => jane.updateAttributes(changes, done));
    const { email, email_verified, given_name } = await attributesOf(jane);
    assert.deepEqual(
      { email, email_verified, given_name },
      { email: 'doe@example.com', email_verified: 'false', given_name: 'J.' },
    );

    const verify = (code: string) =>
      new Promise((onSuccess, onFailure) => jane.verifyAttribute('email', code, { onSuccess, onFailure }));
    const first = stage.codeFor('doe@example.com');
    await new Promise((resolve, reject) =>
      jane.getAttributeVerificationCode('email', {
        onSuccess: reject,
        onFailure: reject,
        inputVerificationCode: resolve,
      }),
    );
    const second = stage.codeFor('doe@example.com');
    await assert.rejects(verify(first), refusal('CodeMismatchException'));
    await verify(second);
    assert.equal((await attributesOf(jane))['email_verified'], 'true');
  });

  it('turns a second factor on, prefers it, and turns it off', async () => {
    const jane = await signedIn('jane');
    await setUpTotp(jane);
    await called((done) => jane.setUserMfaPreference(null, { PreferredMfa: true, Enabled: true }, done));
    const on = await called<UserData>((done) => jane.getUserData(done, { bypassCache: true }));
    assert.equal(on.PreferredMfaSetting, 'SOFTWARE_TOKEN_MFA');
    assert.deepEqual(on.UserMFASettingList, ['SOFTWARE_TOKEN_MFA']);
    assert.equal((await signIn(person('jane'))).step, 'SOFTWARE_TOKEN_MFA');

    await called((done) => jane.setUserMfaPreference(null, { PreferredMfa: false, Enabled: false }, done));
    const off = await called<UserData>((done) => jane.getUserData(done, { bypassCache: true }));
    assert.equal(off.PreferredMfaSetting, undefined);
    await sessionOf(signIn(person('jane')));
  });

  it('refreshes the tokens of the same sign-in', async () => {
    const jane = await signedIn('jane');
    const before = jane.getSignInUserSession();
    stage.pass(10 * MINUTE);
    const RefreshToken = before?.getRefreshToken().getToken() ?? '';
    const after = await called<CognitoUserSession>((done) =>
      jane.refreshSession(new CognitoRefreshToken({ RefreshToken }), done),
    );
    const [old, renewed] = [before, after].map((session) => session?.getAccessToken().decodePayload() ?? {});
    assert.equal(renewed?.['origin_jti'], old?.['origin_jti']);
    assert.equal(renewed?.['auth_time'], old?.['auth_time']);
    assert.notEqual(renewed?.['jti'], old?.['jti']);
    assert.equal(after.getRefreshToken().getToken(), RefreshToken);
  });

  it('signs out everywhere, and no token of any browser works any more', async () => {
    const [here, there] = [await signedIn('jane'), await signedIn('jane')];
    await new Promise((onSuccess, onFailure) => here.globalSignOut({ onSuccess, onFailure }));
    await assert.rejects(attributesOf(there), refusal('NotAuthorizedException', 'Access Token has been revoked'));
  });

  it('signs out here, which revokes the tokens of this browser only', async () => {
    const [here, there] = [await signedIn('jane'), await signedIn('jane')];
    const session = here.getSignInUserSession();
    await new Promise<void>((resolve) => here.signOut(resolve));
    assert.equal(stage.cognito.received.at(-1)?.operation, 'RevokeToken');
    if (session) here.setSignInUserSession(session);
    await assert.rejects(attributesOf(here), refusal('NotAuthorizedException', 'Access Token has been revoked'));
    assert.equal((await attributesOf(there))['given_name'], 'Jane');
  });

  it('deletes the account, and cannot sign in any more', async () => {
    const jane = await signedIn('jane');
    assert.equal(await called((done) => jane.deleteUser(done)), 'SUCCESS');
    await assert.rejects(signIn(person('jane')), refusal('NotAuthorizedException', 'Incorrect username or password.'));
  });
});
