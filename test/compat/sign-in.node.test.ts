import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CognitoUser, CognitoUserSession } from 'amazon-cognito-identity-js';
import { PASSWORD, TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import { CompatStage } from './compat-stage.js';

let stage: CompatStage;
beforeEach(async () => (stage = await CompatStage.open()));
afterEach(() => stage.close());

describe('Auth.signIn of the guides', () => {
  it('answers with a CognitoUser with attributes and a session', async () => {
    const user = await stage.Auth.signIn('jane', PASSWORD);
    assert.equal(user instanceof CognitoUser, true);
    assert.equal(user.getUsername(), 'jane');
    assert.equal(user.challengeName, undefined);
    assert.equal(user.attributes?.['email'], 'jane@example.com');
    assert.equal(user.preferredMFA, 'NOMFA');
    const session = user.getSignInUserSession();
    assert.ok(session instanceof CognitoUserSession && session.isValid());
    assert.notEqual(session.getRefreshToken().getToken(), '');
    assert.deepEqual(stage.events, ['configured', 'signIn']);
    assert.equal(stage.told[1]?.data, user);
    assert.equal(stage.told[1].message, 'A user jane has been signed in');
  });

  it('rejects with the exception of Cognito', async () => {
    await assert.rejects(stage.Auth.signIn('jane', 'Wrong-Horse-9'), {
      name: 'NotAuthorizedException',
      code: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    await assert.rejects(stage.Auth.signIn('una', PASSWORD), {
      code: 'UserNotConfirmedException',
      message: 'User is not confirmed.',
    });
    await assert.rejects(stage.Auth.signIn('rita', PASSWORD), { code: 'PasswordResetRequiredException' });
    assert.deepEqual(stage.events, ['configured', 'signIn_failure', 'signIn_failure', 'signIn_failure']);
  });

  it('asks for the code of a text message, and takes it with any spelling of the type', async () => {
    const user = await stage.Auth.signIn('sue', PASSWORD);
    assert.equal(user.challengeName, 'SMS_MFA');
    assert.deepEqual(Object.keys(user.challengeParam), ['CODE_DELIVERY_DELIVERY_MEDIUM', 'CODE_DELIVERY_DESTINATION']);
    await assert.rejects(stage.Auth.confirmSignIn(user, '000000', 'TOTP'), { code: 'CodeMismatchException' });
    const same = await stage.Auth.confirmSignIn(user, stage.code('+15555550100'), 'TOTP');
    assert.equal(same, user);
    assert.equal(user.challengeName, undefined);
    assert.equal(user.attributes?.['given_name'], 'Sue');
  });

  it('continues with a Session that the app has kept over a reload', async () => {
    const choice = { userPoolId: 'us-east-1_Example3', userPoolWebClientId: 'ghi789' };
    for (const [username, mfaType, code, pool] of [
      ['sue', 'SMS', () => stage.code('+15555550100'), {}],
      ['sue', 'SMS_MFA', () => stage.code('+15555550100'), {}],
      ['tom', 'TOTP', () => totpCode(TOMS_KEY, Date.now()), {}],
      ['dave', 'EMAIL', () => stage.code('dave@example.com'), choice],
    ] as const) {
      const { Session } = await stage.page(pool).signIn(username, PASSWORD);
      const Auth = stage.page(pool);
      const user = await Auth.createCognitoUser(username);
      user.Session = Session;
      await Auth.confirmSignIn(user, code(), mfaType);
      assert.equal((await Auth.currentAuthenticatedUser()).getUsername(), username);
    }
  });

  it('takes one of two answers at the same time', async () => {
    const user = await stage.Auth.signIn('tom', PASSWORD);
    assert.equal(user.challengeName, 'SOFTWARE_TOKEN_MFA');
    const code = totpCode(TOMS_KEY, Date.now());
    const [first, second] = await Promise.allSettled([
      stage.Auth.confirmSignIn(user, code, 'SOFTWARE_TOKEN_MFA'),
      stage.Auth.confirmSignIn(user, code, 'SOFTWARE_TOKEN_MFA'),
    ]);
    assert.equal(first.status, 'fulfilled');
    assert.equal(
      second.status === 'rejected' && String(second.reason),
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    );
  });

  it('replaces a temporary password, with the attributes that the pool requires', async () => {
    const user = await stage.Auth.signIn('newbie', 'Temporary-7');
    assert.equal(user.challengeName, 'NEW_PASSWORD_REQUIRED');
    const { userAttributes } = user.challengeParam;
    assert.equal(userAttributes['email'], 'newbie@example.com');
    await stage.Auth.completeNewPassword(user, 'Correct-Horse-10', {});
    assert.equal(user.attributes?.['email'], 'newbie@example.com');
    await stage.Auth.signOut();
    await stage.Auth.signIn({ username: 'newbie', password: 'Correct-Horse-10' });
  });

  it('refuses a wrong call before anything is requested', async () => {
    await assert.rejects(stage.Auth.signIn('', PASSWORD), {
      name: 'AuthError',
      message: 'Username cannot be empty',
    });
    await assert.rejects(Reflect.apply(stage.Auth.signIn, stage.Auth, [{ password: PASSWORD }]) as Promise<unknown>, {
      message: 'The username should either be a string or one of the sign in types',
    });
  });

  it('rejects with the error of a wrong configuration, which names the key', async () => {
    const Auth = stage.page({ identityPoolId: 'us-east-1:1', identityPoolRegion: 'eu-west-1' });
    await assert.rejects(Auth.signIn('jane', PASSWORD), { name: 'ConfigError', key: 'Auth.identityPoolRegion' });
  });

  it('refuses what is no user object, and says so', async () => {
    const { Auth } = stage;
    const user = await Auth.signIn('sue', PASSWORD);
    const calls = (given: typeof user): readonly Promise<unknown>[] => [
      Auth.confirmSignIn(given, '123456'),
      Auth.completeNewPassword(given, PASSWORD),
      Auth.sendCustomChallengeAnswer(given, 'blue'),
      Auth.setupTOTP(given),
      Auth.verifyTotpToken(given, '123456'),
      Auth.userSession(given),
      Auth.userAttributes(given),
      Auth.updateUserAttributes(given, { given_name: 'Sue' }),
      Auth.deleteUserAttributes(given, ['given_name']),
      Auth.verifiedContact(given),
      Auth.verifyUserAttribute(given, 'email'),
      Auth.verifyUserAttributeSubmit(given, 'email', '123456'),
      Auth.changePassword(given, PASSWORD, 'Correct-Horse-10'),
      Auth.setPreferredMFA(given, 'SMS'),
      Auth.getPreferredMFA(given),
      Auth.getMFAOptions(given),
      Auth.enableSMS(given),
      Auth.disableSMS(given),
    ];
    // Kept as JSON over a reload, say.
    const copy = JSON.parse(JSON.stringify(user)) as typeof user;
    const message = 'The user must be an object that Auth has answered with';
    for (const call of calls(copy)) await assert.rejects(call, { name: 'AuthError', message });
    const missing = 'Failed to get the session because the user is empty';
    for (const call of calls(undefined as never)) await assert.rejects(call, { name: 'AuthError', message: missing });
  });

  it('lets no second attempt by password begin before the first has ended', async () => {
    const first = stage.Auth.signIn('jane', PASSWORD);
    await assert.rejects(stage.Auth.signIn('tom', PASSWORD), {
      message: 'Pending sign-in attempt already in progress',
    });
    assert.equal((await first).getUsername(), 'jane');
  });
});

describe('The session of the guides', () => {
  it('is there after a reload, and gone after a sign-out', async () => {
    await stage.Auth.signIn('jane', PASSWORD);
    const Auth = stage.page();
    const session = await Auth.currentSession();
    assert.equal(session.getIdToken().decodePayload()['email'], 'jane@example.com');
    await Auth.signOut();
    await assert.rejects(Auth.currentAuthenticatedUser(), isText('The user is not authenticated'));
    await assert.rejects(Auth.currentSession(), isText('No current user'));
    await assert.rejects(Auth.currentUserPoolUser(), isText('No current user'));
    assert.deepEqual(
      [...stage.storage.all.keys()].filter((key) => /session|Cognito/.test(key)),
      [],
    );
  });

  it('never asks with the tokens of another user', async () => {
    const jane = await stage.Auth.signIn('jane', PASSWORD);
    await stage.Auth.signOut();
    await stage.Auth.signIn('vera', PASSWORD);
    await assert.rejects(stage.Auth.userAttributes(jane), { message: 'User is not authenticated' });
    await assert.rejects(stage.Auth.changePassword(jane, PASSWORD, 'Correct-Horse-10'), {
      message: 'User is not authenticated',
    });
    // Its own methods, without Auth.
    const attributes = new Promise((resolve) => jane.getUserAttributes((error) => resolve(error?.message)));
    assert.equal(await attributes, 'User is not authenticated');
    assert.equal((await stage.Auth.currentAuthenticatedUser()).attributes?.['email'], 'vera@example.com');
  });

  it('does not work without a user pool, and says so', async () => {
    const Auth = stage.page({ userPoolId: '' });
    await assert.rejects(Auth.signIn('jane', PASSWORD), { name: 'NoUserPoolError', message: 'Authentication Error' });
    await assert.rejects(Auth.currentSession(), { message: 'No User Pool in the configuration.' });
    await assert.rejects(Auth.currentAuthenticatedUser(), isText('The user is not authenticated'));
  });
});

/** Whether a promise has rejected with this text. */
const isText = (text: string) => (reason: unknown) => {
  assert.equal(reason, text);
  return true;
};
