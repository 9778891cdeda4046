import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import type { deviceOperations } from '../../demo/cognito/operations/devices.js';
import type { passkeyOperations } from '../../demo/cognito/operations/passkeys.js';
import type { userSessionOperations } from '../../demo/cognito/operations/user-sessions.js';
import type { OperationName } from '../../demo/cognito/operations/operation-types.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { DAY, PASSWORD, POOL, setStage, TOMS_KEY } from './support/stage.js';

const stage = setStage();
const ClientId = POOL.clientId;
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

const begin = (USERNAME: string, password = PASSWORD) =>
  sdk.send(
    new aws.InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME, PASSWORD: password },
    }),
  );

async function tokensOf(username: string, password = PASSWORD): Promise<aws.AuthenticationResultType> {
  const { AuthenticationResult } = await begin(username, password);
  assert.ok(AuthenticationResult, `${username} was asked for more than a password.`);
  return AuthenticationResult;
}

const accessTokenOf = async (username: string): Promise<string> => (await tokensOf(username)).AccessToken ?? '';

const signUp = (Username: string, email: string, Password = PASSWORD) =>
  sdk.send(new aws.SignUpCommand({ ClientId, Username, Password, UserAttributes: [{ Name: 'email', Value: email }] }));

/** Operations with a file of tests of their own. */
type ToldElsewhere =
  | 'DeleteUserAttributes'
  | 'GetUserAuthFactors'
  | 'SetUserSettings'
  | keyof typeof deviceOperations
  | keyof typeof passkeyOperations
  | keyof typeof userSessionOperations;

/** For each supported operation: what it does for its caller, and how it fails. */
const STORIES: Record<Exclude<OperationName, ToldElsewhere>, readonly [promise: string, story: () => Promise<void>]> = {
  SignUp: [
    'creates an account that waits for its code',
    async () => {
      const { UserConfirmed, UserSub, CodeDeliveryDetails } = await signUp('nora', 'nora@example.com');
      assert.equal(UserConfirmed, false);
      assert.match(UserSub ?? '', /^[\da-f-]{36}$/);
      assert.deepEqual(CodeDeliveryDetails, {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'n***@e***',
      });
      await assert.rejects(
        signUp('nora', 'other@example.com'),
        refusal(aws.UsernameExistsException, 'User already exists'),
      );
      await assert.rejects(
        signUp('dora', 'dora@example.com', 'correct-horse-7'),
        refusal(
          aws.InvalidPasswordException,
          'Password did not conform with policy: Password must have uppercase characters',
        ),
      );
    },
  ],

  ConfirmSignUp: [
    'confirms an account with the code that was sent, for a day',
    async () => {
      const confirm = (Username: string, ConfirmationCode: string) =>
        sdk.send(new aws.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
      await assert.rejects(tokensOf('una'), refusal(aws.UserNotConfirmedException, 'User is not confirmed.'));
      await confirm('una', stage.codeFor('una@example.com'));
      await tokensOf('una');
      await assert.rejects(
        confirm('una', '123456'),
        refusal(aws.NotAuthorizedException, 'User cannot be confirmed. Current status is CONFIRMED'),
      );
      await signUp('nora', 'nora@example.com');
      stage.pass(DAY);
      await assert.rejects(
        confirm('nora', stage.codeFor('nora@example.com')),
        refusal(aws.ExpiredCodeException, 'Invalid code provided, please request a code again.'),
      );
    },
  ],

  ResendConfirmationCode: [
    'sends another code, unless there is nothing to confirm',
    async () => {
      const resend = (Username: string) => sdk.send(new aws.ResendConfirmationCodeCommand({ ClientId, Username }));
      const { CodeDeliveryDetails } = await resend('una');
      assert.equal(CodeDeliveryDetails?.Destination, 'u***@e***');
      assert.equal(stage.cognito.outbox.to('una@example.com').length, 2);
      await assert.rejects(resend('jane'), refusal(aws.InvalidParameterException, 'User is already confirmed.'));
    },
  ],

  InitiateAuth: [
    'signs in with a password, and returns tokens for an hour',
    async () => {
      const { AccessToken, IdToken, RefreshToken, ...rest } = await tokensOf('jane@example.com');
      assert.deepEqual(rest, { ExpiresIn: 3600, TokenType: 'Bearer' });
      for (const token of [AccessToken, IdToken]) assert.equal(token?.split('.').length, 3);
      assert.ok(RefreshToken);
      const refreshed = await sdk.send(
        new aws.InitiateAuthCommand({
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          ClientId,
          AuthParameters: { REFRESH_TOKEN: RefreshToken },
        }),
      );
      assert.ok(refreshed.AuthenticationResult?.AccessToken);
      assert.equal(refreshed.AuthenticationResult.RefreshToken, undefined);
      await assert.rejects(
        tokensOf('jane', 'Wrong-Horse-7'),
        refusal(aws.NotAuthorizedException, 'Incorrect username or password.'),
      );
    },
  ],

  RespondToAuthChallenge: [
    'accepts the response to a challenge',
    async () => {
      const { ChallengeName, ChallengeParameters, Session } = await begin('sue');
      assert.equal(ChallengeName, 'SMS_MFA');
      assert.deepEqual(ChallengeParameters, {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: '+*******0100',
        USER_ID_FOR_SRP: 'sue',
      });
      const answer = (SMS_MFA_CODE: string) =>
        sdk.send(
          new aws.RespondToAuthChallengeCommand({
            ClientId,
            ChallengeName: 'SMS_MFA',
            Session,
            ChallengeResponses: { USERNAME: 'sue', SMS_MFA_CODE },
          }),
        );
      await assert.rejects(
        answer('no'),
        refusal(aws.CodeMismatchException, 'Invalid code or auth state for the user.'),
      );
      const { AuthenticationResult } = await answer(stage.codeFor('+15555550100'));
      assert.ok(AuthenticationResult?.AccessToken);
    },
  ],

  GetTokensFromRefreshToken: [
    'returns new tokens for a refresh token',
    async () => {
      const refresh = (RefreshToken: string) =>
        sdk.send(new aws.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
      const { AuthenticationResult } = await refresh((await tokensOf('jane')).RefreshToken ?? '');
      assert.equal(AuthenticationResult?.ExpiresIn, 3600);
      await assert.rejects(refresh('invented'), refusal(aws.NotAuthorizedException, 'Invalid Refresh Token.'));
    },
  ],

  RevokeToken: [
    'revokes a refresh token and its access tokens',
    async () => {
      const { AccessToken, RefreshToken = '' } = await tokensOf('jane');
      await sdk.send(new aws.RevokeTokenCommand({ ClientId, Token: RefreshToken }));
      await assert.rejects(
        sdk.send(new aws.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken })),
        refusal(aws.NotAuthorizedException, 'Refresh Token has been revoked'),
      );
      await assert.rejects(
        sdk.send(new aws.GetUserCommand({ AccessToken })),
        refusal(aws.NotAuthorizedException, 'Access Token has been revoked'),
      );
    },
  ],

  GlobalSignOut: [
    'revokes every token of a user',
    async () => {
      const [here, there] = [await tokensOf('jane'), await tokensOf('jane')];
      await sdk.send(new aws.GlobalSignOutCommand({ AccessToken: here.AccessToken }));
      for (const { AccessToken } of [here, there]) {
        await assert.rejects(
          sdk.send(new aws.GetUserCommand({ AccessToken })),
          refusal(aws.NotAuthorizedException, 'Access Token has been revoked'),
        );
      }
    },
  ],

  GetUser: [
    'returns the signed-in user',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const { Username, UserAttributes = [] } = await sdk.send(new aws.GetUserCommand({ AccessToken }));
      assert.equal(Username, 'jane');
      const names = UserAttributes.map(({ Name }) => Name);
      assert.deepEqual(names, ['sub', 'email', 'email_verified', 'given_name']);
      await assert.rejects(
        sdk.send(new aws.GetUserCommand({ AccessToken: 'invented' })),
        refusal(aws.NotAuthorizedException, 'Invalid Access Token'),
      );
    },
  ],

  AssociateSoftwareToken: [
    'returns a key for an authenticator app',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const { SecretCode } = await sdk.send(new aws.AssociateSoftwareTokenCommand({ AccessToken }));
      assert.match(SecretCode ?? '', /^[A-Z2-7]{32,}$/);
    },
  ],

  VerifySoftwareToken: [
    'accepts the code of the app, and no other',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const verify = (UserCode: string) => sdk.send(new aws.VerifySoftwareTokenCommand({ AccessToken, UserCode }));
      const { SecretCode = '' } = await sdk.send(new aws.AssociateSoftwareTokenCommand({ AccessToken }));
      await assert.rejects(verify(stage.totp(TOMS_KEY)), refusal(aws.EnableSoftwareTokenMFAException, 'Code mismatch'));
      const { Status, Session } = await verify(stage.totp(SecretCode));
      assert.deepEqual({ Status, Session }, { Status: 'SUCCESS', Session: undefined });
    },
  ],

  SetUserMFAPreference: [
    'turns on a second factor that was set up, and no other',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const totp = { Enabled: true, PreferredMfa: true };
      const prefer = () =>
        sdk.send(new aws.SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: totp }));
      await assert.rejects(
        prefer(),
        refusal(aws.InvalidParameterException, 'User has not verified software token mfa'),
      );
      const { SecretCode = '' } = await sdk.send(new aws.AssociateSoftwareTokenCommand({ AccessToken }));
      await sdk.send(new aws.VerifySoftwareTokenCommand({ AccessToken, UserCode: stage.totp(SecretCode) }));
      await prefer();
      const { PreferredMfaSetting, UserMFASettingList } = await sdk.send(new aws.GetUserCommand({ AccessToken }));
      assert.equal(PreferredMfaSetting, 'SOFTWARE_TOKEN_MFA');
      assert.deepEqual(UserMFASettingList, ['SOFTWARE_TOKEN_MFA']);
    },
  ],

  ForgotPassword: [
    'sends a code to a verified address',
    async () => {
      const { CodeDeliveryDetails } = await sdk.send(new aws.ForgotPasswordCommand({ ClientId, Username: 'jane' }));
      assert.deepEqual(CodeDeliveryDetails, {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'j***@e***',
      });
      assert.equal(stage.cognito.outbox.to('jane@example.com').length, 1);
    },
  ],

  ConfirmForgotPassword: [
    'sets a new password for the code',
    async () => {
      await sdk.send(new aws.ForgotPasswordCommand({ ClientId, Username: 'jane' }));
      const ConfirmationCode = stage.codeFor('jane@example.com');
      const confirm = (Password: string) =>
        sdk.send(new aws.ConfirmForgotPasswordCommand({ ClientId, Username: 'jane', ConfirmationCode, Password }));
      await assert.rejects(
        confirm('Short-7'),
        refusal(aws.InvalidPasswordException, 'Password did not conform with policy: Password not long enough'),
      );
      await confirm('Found-Horse-8');
      await tokensOf('jane', 'Found-Horse-8');
    },
  ],

  ChangePassword: [
    'replaces the password of a user who knows it',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const change = (PreviousPassword: string, ProposedPassword: string) =>
        sdk.send(new aws.ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));
      await assert.rejects(
        change('Wrong-Horse-7', 'Other-Horse-8'),
        refusal(aws.NotAuthorizedException, 'Incorrect username or password.'),
      );
      await change(PASSWORD, 'Other-Horse-8');
      await tokensOf('jane', 'Other-Horse-8');
    },
  ],

  UpdateUserAttributes: [
    'changes attributes, and sends a code to a new address',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const update = (Name: string, Value: string) =>
        sdk.send(new aws.UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value }] }));
      assert.deepEqual((await update('given_name', 'J.')).CodeDeliveryDetailsList, []);
      const { CodeDeliveryDetailsList } = await update('email', 'doe@example.com');
      assert.equal(CodeDeliveryDetailsList?.[0]?.Destination, 'd***@e***');
      await assert.rejects(
        update('email', 'nowhere'),
        refusal(aws.InvalidParameterException, 'Invalid email address format.'),
      );
    },
  ],

  GetUserAttributeVerificationCode: [
    'sends a code to an address that is not verified',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const ask = (AttributeName: string) =>
        sdk.send(new aws.GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }));
      const { CodeDeliveryDetails } = await ask('email');
      assert.equal(CodeDeliveryDetails?.AttributeName, 'email');
      await assert.rejects(ask('given_name'), { name: 'InvalidParameterException' });
    },
  ],

  VerifyUserAttribute: [
    'verifies an address with the code',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      const UserAttributes = [{ Name: 'phone_number', Value: '+15555550199' }];
      await sdk.send(new aws.UpdateUserAttributesCommand({ AccessToken, UserAttributes }));
      const AttributeName = 'phone_number';
      await sdk.send(new aws.GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }));
      const verify = (Code: string) =>
        sdk.send(new aws.VerifyUserAttributeCommand({ AccessToken, AttributeName, Code }));
      await assert.rejects(
        verify('no'),
        refusal(aws.CodeMismatchException, 'Invalid verification code provided, please try again.'),
      );
      await verify(stage.codeFor('+15555550199'));
      const { UserAttributes: now = [] } = await sdk.send(new aws.GetUserCommand({ AccessToken }));
      assert.ok(now.some(({ Name, Value }) => Name === 'phone_number_verified' && Value === 'true'));
    },
  ],

  DeleteUser: [
    'deletes the user',
    async () => {
      const AccessToken = await accessTokenOf('jane');
      await sdk.send(new aws.DeleteUserCommand({ AccessToken }));
      await assert.rejects(tokensOf('jane'), refusal(aws.NotAuthorizedException, 'Incorrect username or password.'));
    },
  ],

  AdminCreateUser: [
    'invites a user with a temporary password, for seven days',
    async () => {
      const { User } = await sdk.send(
        new aws.AdminCreateUserCommand({
          UserPoolId: POOL.userPoolId,
          Username: 'ida',
          UserAttributes: [{ Name: 'email', Value: 'ida@example.com' }],
        }),
      );
      assert.equal(User?.UserStatus, 'FORCE_CHANGE_PASSWORD');
      assert.ok(User.UserCreateDate instanceof Date);
      const invitation = stage.cognito.outbox.latest('ida@example.com');
      assert.equal((await begin('ida', invitation.code)).ChallengeName, 'NEW_PASSWORD_REQUIRED');
      const TemporaryPassword = 'Temporary-7';
      await sdk.send(
        new aws.AdminCreateUserCommand({ UserPoolId: POOL.userPoolId, Username: 'ned', TemporaryPassword }),
      );
      const { ChallengeParameters } = await begin('ned', TemporaryPassword);
      assert.equal(ChallengeParameters?.['requiredAttributes'], '["userAttributes.email"]');
      stage.pass(7 * DAY);
      await assert.rejects(
        begin('ida', invitation.code),
        refusal(aws.NotAuthorizedException, 'Temporary password has expired and must be reset by an administrator.'),
      );
      await assert.rejects(
        sdk.send(new aws.AdminCreateUserCommand({ UserPoolId: 'us-east-1_Nowhere', Username: 'ida' })),
        refusal(aws.ResourceNotFoundException, 'User pool us-east-1_Nowhere does not exist.'),
      );
    },
  ],
};

describe("AWS's own client", () => {
  for (const [operation, [promise, story]] of Object.entries(STORIES)) {
    it(`${operation} ${promise}`, async () => {
      await story();
      assert.ok(stage.cognito.received.some((received) => received.operation === operation));
      assert.deepEqual(sdk.misfits, []);
    });
  }
});
