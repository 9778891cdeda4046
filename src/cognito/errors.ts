/**
 * Every way a request can fail, in our words. Each code has a text in every vocabulary (`error.<code>`).
 *
 * Two kinds need care by the chart: `challenge-expired` (the challenge in progress is gone, sign-in starts again) and
 * `session-expired` (the signed-in session is gone).
 */
export type AuthErrorCode =
  | 'alias-exists'
  | 'bad-response'
  | 'blocked'
  | 'cancelled'
  | 'challenge-expired'
  | 'code-expired'
  | 'configuration'
  | 'credentials'
  | 'delivery-failed'
  | 'disabled'
  | 'invalid-parameter'
  | 'locked'
  | 'offline'
  | 'password-policy'
  | 'password-reused'
  | 'rejected'
  | 'service'
  | 'session-expired'
  | 'timeout'
  | 'too-many-attempts'
  | 'too-many-requests'
  | 'unknown'
  | 'unsupported'
  | 'username-exists'
  | 'wrong-code';

/**
 * What each exception of Cognito means, by its name without `Exception`, and what each failure of `fetch` means.
 * {@link https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html}
 */
const CODES = new Map<string, AuthErrorCode>([
  ['Abort', 'cancelled'],
  ['Timeout', 'timeout'],
  ['AliasExists', 'alias-exists'],
  ['CodeDeliveryFailure', 'delivery-failed'],
  ['CodeMismatch', 'wrong-code'],
  ['ConcurrentModification', 'service'],
  ['EnableSoftwareTokenMFA', 'wrong-code'],
  ['ExpiredCode', 'code-expired'],
  ['FeatureUnavailableInTier', 'configuration'],
  ['Forbidden', 'blocked'],
  ['InternalError', 'service'],
  ['InvalidLambdaResponse', 'service'],
  ['InvalidParameter', 'invalid-parameter'],
  ['InvalidPassword', 'password-policy'],
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
  // The same as for a wrong password, so that nobody learns who has an account.
  ['UserNotFound', 'credentials'],
  ['UsernameExists', 'username-exists'],
]);

/** Cognito says quite different things under one name. The message tells them apart; the first that fits wins. */
const MEANINGS: readonly (readonly [exception: string, message: RegExp, code: AuthErrorCode])[] = [
  ['NotAuthorized', /attempts exceeded/i, 'locked'],
  ['NotAuthorized', /is disabled/i, 'disabled'],
  ['NotAuthorized', /expired.* (must )?be reset/i, 'rejected'],
  ['NotAuthorized', /session/i, 'challenge-expired'],
  ['NotAuthorized', /token/i, 'session-expired'],
  ['NotAuthorized', /security reasons/i, 'blocked'],
  ['NotAuthorized', /secret|not (permitted|authorized|enabled)|unauthorized/i, 'configuration'],
  ['InvalidParameter', /secret|not enabled/i, 'configuration'],
  // The code of an authenticator app that signed somebody in a moment ago: the next one will do.
  ['ExpiredCode', /already been used/i, 'wrong-code'],
];

/** The codes whose text on the page may say more than our own words. */
const TELLING: readonly AuthErrorCode[] = ['rejected', 'password-policy'];

/** The words of a Lambda function without Cognito's own before them, and without what could disturb a page. */
const cleaned = (message: string): string =>
  message
    .replace(/^\w+ failed with error |^Password did not conform with policy: /, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);

/**
 * What went wrong, in a word that every vocabulary has a sentence for. Nothing in it is secret.
 *
 * `cause` is for developers: the exception as Cognito sent it (its name in `name`), or what `fetch` threw.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: AuthErrorCode;
  /**
   * More about it: the words of a Lambda function or of an administrator's rule for `rejected`, the broken rule for
   * `password-policy`, the key for `configuration`. Cleaned, at most 500 characters, in whatever language; not ours,
   * so to be shown as text only.
   */
  readonly detail: string | undefined;

  constructor(code: AuthErrorCode, { detail, ...options }: ErrorOptions & { detail?: string } = {}) {
    super(detail ?? code, options);
    this.code = code;
    this.detail = detail;
  }

  /** Any failure as an AuthError; one that already is stays as it is. The one place that knows Cognito's exceptions. */
  static from(cause: unknown): AuthError {
    if (cause instanceof AuthError) return cause;
    if (!(cause instanceof Error)) return new AuthError('unknown', { cause });
    const name = cause.name.replace(/(Exception|Error)$/, '');
    const meaning = MEANINGS.find(([exception, message]) => exception === name && message.test(cause.message));
    const code = meaning?.[2] ?? CODES.get(name) ?? 'unknown';
    return new AuthError(code, { cause, ...(TELLING.includes(code) && { detail: cleaned(cause.message) }) });
  }
}

/** Whether Cognito refused with this exception, and (where one name means many things) with such a message. */
export const isException = (error: unknown, name: `${string}Exception`, message = /^/): boolean =>
  error instanceof AuthError &&
  error.cause instanceof Error &&
  error.cause.name === name &&
  message.test(error.cause.message);
