import { ownOf } from './own.js';

/**
 * The codes of all failures. Each has a text in every language (`error.<code>`).
 *
 * Three of them change the flow: `challenge-expired` and `challenge-failed` (the challenge in progress is gone, sign-in
 * starts again) and `session-expired` (the signed-in session is gone).
 */
export type AuthErrorCode =
  | 'alias-exists'
  | 'bad-response'
  | 'blocked'
  | 'cancelled'
  | 'challenge-expired'
  | 'challenge-failed'
  | 'code-expired'
  | 'configuration'
  | 'credentials'
  | 'delivery-failed'
  | 'disabled'
  | 'invalid-parameter'
  | 'locked'
  | 'mfa-not-set-up'
  | 'offline'
  | 'passkey-exists'
  | 'passkey-rejected'
  | 'passkey-unavailable'
  | 'password-policy'
  | 'password-reused'
  | 'popup-blocked'
  | 'provider-unavailable'
  | 'redirect-lost'
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
 * A failure, with a code that every language has a text for. It contains no secret.
 *
 * `cause` is for developers: the exception as Cognito sent it (its name in `name`), or what `fetch` threw.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: AuthErrorCode;
  /**
   * More about it: the words of a Lambda function or of an administrator's rule for `rejected`, the broken rule for
   * `password-policy`, the key for `configuration`. Cleaned, at most 500 characters, in any language; from outside,
   * so to be shown as text only.
   */
  readonly detail: string | undefined;
  /** The field of the form that it is about, where that is known: `new-password`, or the name of an attribute. */
  readonly field: string | undefined;

  constructor(code: AuthErrorCode, given: ErrorOptions & { readonly detail?: string; readonly field?: string } = {}) {
    const { detail, field, ...options } = ownOf(given);
    super(detail ?? code, options);
    this.code = code;
    this.detail = detail;
    this.field = field;
  }

  /** Any failure as an AuthError; an AuthError stays as it is. Exceptions of Cognito are translated by `exceptions.ts`. */
  static from(cause: unknown): AuthError {
    return cause instanceof AuthError ? cause : new AuthError('unknown', { cause });
  }
}
