import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { errorOf, isException } from '../../src/cognito/exceptions.js';

/** Exceptions of Cognito, with their messages. */
const SAYINGS = [
  ['NotAuthorizedException', 'Incorrect username or password.', 'credentials'],
  ['NotAuthorizedException', 'Password attempts exceeded', 'locked'],
  ['NotAuthorizedException', 'User is disabled.', 'disabled'],
  ['NotAuthorizedException', 'Invalid session for the user, session is expired.', 'challenge-expired'],
  ['NotAuthorizedException', 'Invalid session for the user, session can only be used once.', 'challenge-expired'],
  ['NotAuthorizedException', 'Refresh Token has been revoked', 'session-expired'],
  ['NotAuthorizedException', 'Refresh Token has expired', 'session-expired'],
  ['NotAuthorizedException', 'Invalid Access Token', 'session-expired'],
  ['NotAuthorizedException', 'Access Token does not have required scopes', 'configuration'],
  ['NotAuthorizedException', 'Unable to login because of security reasons', 'blocked'],
  ['NotAuthorizedException', 'Unable to verify secret hash for client abc123', 'configuration'],
  ['NotAuthorizedException', 'SignUp is not permitted for this user pool', 'configuration'],
  ['NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.', 'rejected'],
  ['InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.', 'configuration'],
  ['InvalidParameterException', 'Invalid phone number format.', 'invalid-parameter'],
  ['InvalidParameterException', 'User has not set up software token mfa', 'mfa-not-set-up'],
  ['InvalidParameterException', 'User has not verified software token mfa', 'mfa-not-set-up'],
  ['InvalidParameterException', 'User does not have delivery config set to turn on SMS_MFA', 'mfa-not-set-up'],
  ['UserNotFoundException', 'User does not exist.', 'credentials'],
  ['CodeMismatchException', 'Invalid code or auth state for the user.', 'wrong-code'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', 'code-expired'],
  ['ExpiredCodeException', 'Your software token has already been used once.', 'wrong-code'],
  ['EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA', 'wrong-code'],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', 'too-many-attempts'],
  ['TooManyRequestsException', 'Rate exceeded', 'too-many-requests'],
  ['PasswordHistoryPolicyViolationException', 'Password has previously been used', 'password-reused'],
  ['WebAuthnNotEnabledException', 'WebAuthn is not enabled for the user pool.', 'passkey-unavailable'],
  ['WebAuthnCredentialNotSupportedException', 'The passkey is not supported.', 'passkey-rejected'],
  ['WebAuthnChallengeNotFoundException', 'The registration has expired.', 'timeout'],
  ['constructor', 'hello', 'unknown'],
] as const;

const exception = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('An exception of Cognito', () => {
  for (const [name, message, code] of SAYINGS) {
    it(`means ${code}: ${name} "${message}"`, () => {
      const cause = exception(name, message);
      const error = errorOf(cause);
      assert.equal(error.code, code);
      assert.equal(error.cause, cause);
    });
  }

  it('has a code, for each that an operation without AWS credentials can throw', () => {
    // Those of operations for administrators, or that are not used here.
    const foreign =
      /^(AccessDenied|CognitoIdentityProviderService|DeviceKeyExists|DuplicateProvider|GroupExists|InternalServer|InvalidOAuthFlow|ManagedLogin|PreconditionNotMet|ScopeDoesNotExist|ServiceQuota|Terms|TierChange|Unauthorized|Unsupported(Identity|Operation|User)|User(Import|Pool))/;
    const names = Object.keys(sdk).filter((name) => name.endsWith('Exception') && !foreign.test(name));
    assert.ok(names.length > 30, names.join());
    for (const name of names) assert.notEqual(errorOf(exception(name)).code, 'unknown', name);
  });

  it('passes on the message of a Lambda function, cleaned and shortened', () => {
    const words = `PreSignUp failed with error <img src=x>\u202e\u0000\n ${'no '.repeat(400)}`;
    const { detail = '' } = errorOf(exception('UserLambdaValidationException', words));
    assert.ok(detail.startsWith('<img src=x> no no'));
    assert.equal(detail.length, 500);
    assert.equal(errorOf(exception('InternalErrorException', words)).detail, undefined);
  });

  it('is recognized by name and message', () => {
    const error = errorOf(exception('NotAuthorizedException', 'Current status is CONFIRMED'));
    assert.ok(isException(error, 'NotAuthorizedException', /confirmed/i));
    assert.ok(!isException(error, 'NotAuthorizedException', /revoked/i));
    assert.ok(!isException(error, 'UserNotFoundException'));
    assert.ok(!isException(new Error('x'), 'NotAuthorizedException'));
  });
});
