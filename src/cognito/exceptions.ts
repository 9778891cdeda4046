import { AuthError } from './errors.js';
import type { AuthErrorCode } from './errors.js';

/**
 * What each exception of Cognito means, by its name without `Exception`.
 * {@link https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html}
 */
const CODES = new Map<string, AuthErrorCode>([
  ['AliasExists', 'alias-exists'],
  ['CodeDeliveryFailure', 'delivery-failed'],
  ['CodeMismatch', 'wrong-code'],
  ['ConcurrentModification', 'service'],
  ['EnableSoftwareTokenMFA', 'wrong-code'],
  ['ExpiredCode', 'code-expired'],
  ['FeatureUnavailableInTier', 'configuration'],
  ['Forbidden', 'blocked'],
  ['InternalError', 'service'],
  ['InvalidEmailRoleAccessPolicy', 'configuration'],
  ['InvalidLambdaResponse', 'service'],
  ['InvalidParameter', 'invalid-parameter'],
  ['InvalidPassword', 'password-policy'],
  ['InvalidSmsRoleAccessPolicy', 'configuration'],
  ['InvalidSmsRoleTrustRelationship', 'configuration'],
  ['InvalidUserPoolConfiguration', 'configuration'],
  ['LimitExceeded', 'too-many-attempts'],
  ['MFAMethodNotFound', 'configuration'],
  ['NotAuthorized', 'credentials'],
  ['OperationNotEnabled', 'configuration'],
  ['PasswordHistoryPolicyViolation', 'password-reused'],
  ['PasswordResetRequired', 'session-expired'],
  ['RefreshTokenReuse', 'session-expired'],
  ['ResourceNotFound', 'configuration'],
  ['ServiceUnavailable', 'service'],
  ['SoftwareTokenMFANotFound', 'configuration'],
  ['Throttling', 'too-many-requests'],
  ['TooManyFailedAttempts', 'too-many-attempts'],
  ['TooManyRequests', 'too-many-requests'],
  ['UnexpectedLambda', 'service'],
  ['UnsupportedTokenType', 'configuration'],
  ['UserLambdaValidation', 'rejected'],
  ['UserNotConfirmed', 'session-expired'],
  // The same as for a wrong password, so that a caller cannot find out who has an account.
  ['UserNotFound', 'credentials'],
  ['UsernameExists', 'username-exists'],
  ['WebAuthnChallengeNotFound', 'timeout'],
  ['WebAuthnClientMismatch', 'configuration'],
  ['WebAuthnConfigurationMissing', 'passkey-unavailable'],
  ['WebAuthnCredentialNotSupported', 'passkey-rejected'],
  ['WebAuthnNotEnabled', 'passkey-unavailable'],
  ['WebAuthnOriginNotAllowed', 'passkey-unavailable'],
  ['WebAuthnRelyingPartyMismatch', 'passkey-unavailable'],
]);

/** Some exceptions have several meanings, which the message tells apart. The first match wins. */
const MEANINGS: readonly (readonly [exception: string, message: RegExp, code: AuthErrorCode])[] = [
  ['NotAuthorized', /attempts exceeded/i, 'locked'],
  ['NotAuthorized', /is disabled/i, 'disabled'],
  ['NotAuthorized', /expired.* (must )?be reset/i, 'rejected'],
  ['NotAuthorized', /session/i, 'challenge-expired'],
  // Tokens of the hosted pages lack `aws.cognito.signin.user.admin` unless it was requested.
  ['NotAuthorized', /scope/i, 'configuration'],
  ['NotAuthorized', /token/i, 'session-expired'],
  ['NotAuthorized', /security reasons/i, 'blocked'],
  ['NotAuthorized', /secret|not (permitted|authorized|enabled)|unauthorized/i, 'configuration'],
  ['InvalidParameter', /software token mfa|delivery config|another MFA method/i, 'mfa-not-set-up'],
  ['InvalidParameter', /secret|not enabled/i, 'configuration'],
  // The code of an authenticator app that was used for a sign-in a moment ago: the next one works.
  ['ExpiredCode', /already been used/i, 'wrong-code'],
];

/** The codes whose detail may be shown on the page. */
const TELLING: readonly AuthErrorCode[] = ['rejected', 'password-policy'];

/** The message of a Lambda function, without Cognito's prefix and without control characters. */
const cleaned = (message: string): string =>
  message
    .replace(/^\w+ failed with error |^Password did not conform with policy: /, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);

/** An exception of Cognito as an AuthError. No other place knows the names of exceptions. */
export function errorOf(exception: Error): AuthError {
  const name = exception.name.replace(/Exception$/, '');
  const meaning = MEANINGS.find(([of, message]) => of === name && message.test(exception.message));
  const code = meaning?.[2] ?? CODES.get(name) ?? 'unknown';
  const detail = TELLING.includes(code) ? cleaned(exception.message) : undefined;
  return new AuthError(code, { cause: exception, ...(detail && { detail }) });
}

/** Whether Cognito refused with this exception, and (where its name has several meanings) with such a message. */
export const isException = (error: unknown, name: `${string}Exception`, message = /^/): boolean =>
  error instanceof AuthError &&
  error.cause instanceof Error &&
  error.cause.name === name &&
  message.test(error.cause.message);
