import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import { CognitoException, errorOf, isException, meaningOf } from '../../src/cognito/exceptions.js';
import type { Meaning, Requested } from '../../src/cognito/meaning.js';
import { MESSAGES } from './messages.js';

const exception = (name: string, message = '', request = 'SignUp') => new CognitoException(name, message, request);

const REFRESH = 'GetTokensFromRefreshToken';
const CHALLENGE = 'RespondToAuthChallenge';
const DEVICE = `${CHALLENGE}:DEVICE_PASSWORD_VERIFIER`;

describe('An exception of Cognito', () => {
  for (const [request, name, message, code, field] of MESSAGES) {
    it(`means ${code}: ${name} “${message}” of ${request}`, () => {
      const cause = exception(`${name}Exception`, message, request);
      const error = errorOf(cause);
      assert.equal(error.code, code);
      assert.equal(error.field, field);
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

  it('is recognized by name and message', () => {
    const error = errorOf(exception('NotAuthorizedException', 'Current status is CONFIRMED'));
    assert.ok(isException(error, 'NotAuthorizedException', /confirmed/i));
    assert.ok(!isException(error, 'NotAuthorizedException', /revoked/i));
    assert.ok(!isException(error, 'UserNotFoundException'));
    assert.ok(!isException(new Error('x'), 'NotAuthorizedException'));
  });
});

describe('The message of a Lambda function', () => {
  const detailOf = (message: string) => errorOf(exception('UserLambdaValidationException', message)).detail;

  for (const [title, words] of [
    ['a sentence', 'Sorry!'],
    ['a sentence that ends with a dot', 'Not today.'],
    ['JSON', '{"code":"E42"}'],
    ['Persian, with a joiner that keeps letters apart', 'نمی\u200cشود'],
    ['a family', '👨\u200d👩\u200d👧'],
  ] as const) {
    it(`is passed on as it was written: ${title}`, () => {
      assert.equal(detailOf(`PreSignUp failed with error ${words}.`), words);
    });
  }

  it('is passed on cleaned and shortened', () => {
    const words = `PreSignUp failed with error <img src=x>\u202e\u0000\n ${'no '.repeat(400)}`;
    const detail = detailOf(words) ?? '';
    assert.ok(detail.startsWith('<img src=x> no no'));
    assert.equal(detail.length, 500);
    assert.equal(detailOf(`PreSignUp failed with error ${'👪'.repeat(600)}`), '👪'.repeat(500));
    assert.equal(errorOf(exception('InternalErrorException', 'Something')).detail, undefined);
  });

  for (const words of [
    'RequestId: 0b1c Error: Runtime exited with error: exit status 1',
    'RequestId: 0b1c Process exited before completing request',
    '2026-11-29T07:00:00.000Z 0b1c Task timed out after 3.00 seconds',
    'User: arn:aws:sts::123456789012:assumed-role/f is not authorized',
  ]) {
    it(`is not what its runtime says when it crashes: ${words}`, () => {
      for (const message of [`PreSignUp failed with error ${words}.`, words]) {
        const { code, detail } = errorOf(exception('UserLambdaValidationException', message));
        assert.deepEqual([code, detail], ['service', undefined]);
      }
    });
  }

  it('decides nothing, whatever it says', () => {
    for (const [, , message] of MESSAGES) {
      for (const name of ['NotAuthorizedException', 'UserLambdaValidationException', 'ResourceNotFoundException']) {
        for (const request of [REFRESH, DEVICE, CHALLENGE, 'InitiateAuth:USER_AUTH', 'ForgotPassword']) {
          const error = errorOf(exception(name, `PreAuthentication failed with error ${message}.`, request));
          const { code, isTold, message: pattern, ...consequences } = { message: undefined, ...meaningOf(error) };
          assert.deepEqual([code, isTold, consequences], ['rejected', true, {}], String(pattern));
        }
      }
    }
  });
});

describe('A refusal does harm only where it says so', () => {
  type Consequence = Pick<Meaning, 'device' | 'session' | 'next' | 'isSuccess'>;
  const consequencesOf = (request: Requested, name: string, message: string): Consequence => {
    const { device, session, next, isSuccess } = meaningOf(errorOf(exception(`${name}Exception`, message, request)));
    return {
      ...(device && { device }),
      ...(session && { session }),
      ...(next && { next }),
      ...(isSuccess && { isSuccess }),
    };
  };

  /** Every request and message after which a device or a session is gone. */
  const HARM: readonly (readonly [Requested, string, string, Consequence])[] = [
    [DEVICE, 'NotAuthorized', 'Incorrect username or password.', { device: 'forget' }],
    [DEVICE, 'ResourceNotFound', 'Device does not exist.', { device: 'forget' }],
    [DEVICE, 'InvalidParameter', 'Invalid device key given.', { device: 'forget' }],
    [CHALLENGE, 'InvalidParameter', 'Invalid device key given.', { device: 'forget' }],
    [
      `${CHALLENGE}:DEVICE_SRP_AUTH`,
      'NotAuthorized',
      'Cannot initiate DEVICE_SRP_AUTH flow without first authenticating',
      { device: 'skip' },
    ],
    [REFRESH, 'ResourceNotFound', 'Device does not exist.', { device: 'skip' }],
    [REFRESH, 'InvalidParameter', 'Invalid device key given.', { device: 'skip' }],
    [REFRESH, 'NotAuthorized', 'Refresh Token has expired', { session: 'expired' }],
    [REFRESH, 'NotAuthorized', 'Refresh Token has been revoked', { session: 'revoked' }],
    [REFRESH, 'NotAuthorized', 'Refresh Token is revoked', { session: 'revoked' }],
    [REFRESH, 'NotAuthorized', 'Invalid Refresh Token.', { session: 'revoked' }],
    [REFRESH, 'NotAuthorized', 'User is disabled.', { session: 'revoked' }],
    [REFRESH, 'NotAuthorized', 'Incorrect username or password.', { session: 'revoked' }],
    [REFRESH, 'RefreshTokenReuse', 'Refresh token has been invalidated', { session: 'revoked' }],
    [REFRESH, 'UserNotFound', 'User does not exist.', { session: 'revoked' }],
    [REFRESH, 'UserNotConfirmed', 'User is not confirmed.', { session: 'revoked' }],
    [REFRESH, 'PasswordResetRequired', 'Password reset required for the user', { session: 'revoked' }],
    [REFRESH, 'ResourceNotFound', 'User pool client abc123 does not exist.', { session: 'configuration' }],
    [REFRESH, 'ResourceNotFound', 'User pool us-east-1_abc does not exist.', { session: 'configuration' }],
    ['GlobalSignOut', 'NotAuthorized', 'Access Token has expired', { session: 'expired' }],
    ['GlobalSignOut', 'NotAuthorized', 'Access Token has been revoked', { session: 'revoked' }],
    ['GlobalSignOut', 'NotAuthorized', 'Invalid Access Token', { session: 'revoked' }],
    ['InitiateAuth:REFRESH_TOKEN_AUTH', 'NotAuthorized', 'Refresh Token has expired', { session: 'expired' }],
  ];

  for (const [request, name, message, harm] of HARM) {
    it(`${JSON.stringify(harm)}: ${name} “${message}” of ${request}`, () => {
      assert.deepEqual(consequencesOf(request, name, message), harm);
    });
  }

  it('and none of the other messages that are known does any, of whatever exception', () => {
    const harmful = new Set(HARM.map(([, , message]) => message.replace(/\.$/, '')));
    const names = ['NotAuthorized', 'InvalidParameter', 'ResourceNotFound', 'LimitExceeded', 'Forbidden', 'Unheard'];
    const messages = [...new Set(MESSAGES.map(([, , message]) => message)), 'What no version of this library knows.'];
    for (const message of messages.filter((each) => !harmful.has(each.replace(/\.$/, '')))) {
      for (const name of names) {
        for (const request of [REFRESH, DEVICE, CHALLENGE, 'InitiateAuth:USER_SRP_AUTH'] as const) {
          const { device, session } = consequencesOf(request, name, message);
          assert.deepEqual([device, session], [undefined, undefined], `${name} ${message} ${request}`);
        }
      }
    }
  });

  it('and ends a challenge only where the session is gone, or its answers were refused', () => {
    const ends = ['challenge-expired', 'challenge-failed'] satisfies AuthErrorCode[];
    const ending = [
      ...new Set(
        MESSAGES.flatMap(([, name, message]) =>
          ends.some((code) => code === errorOf(exception(`${name}Exception`, message, `${CHALLENGE}:SMS_MFA`)).code)
            ? [message]
            : [],
        ),
      ),
    ];
    assert.deepEqual(ending.sort(), [
      'Device does not exist.',
      'Incorrect username or password.',
      'Invalid device key given.',
      'Invalid session for the user, session can only be used once.',
      'Invalid session for the user, session is expired.',
      'Invalid session for the user.',
    ]);
  });
});

describe('The reason', () => {
  it('is told of a password that the policy does not allow, unless it is a pattern', () => {
    const told = (reason: string) => {
      const { code, detail } = errorOf(
        exception('InvalidPasswordException', `Password did not conform with policy: ${reason}`),
      );
      return [code, detail];
    };
    assert.deepEqual(told('Password not long enough'), ['password-policy', 'Password not long enough']);
    assert.deepEqual(told('Password must satisfy regular expression pattern: ^\\S.*\\S$'), [
      'password-policy',
      undefined,
    ]);
  });
});
