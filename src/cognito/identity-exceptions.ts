import { AuthError } from './errors.js';
import type { AuthErrorCode } from './errors.js';
import { CognitoException } from './exceptions.js';

/** What may help after a refusal: a newer token of the user, or another identity. */
export type Recovery = 'token' | 'identity';

/** What an exception of an identity pool means. The names are those of user pools, the meanings are not. */
interface IdentityMeaning {
  readonly code: AuthErrorCode;
  readonly recovery?: Recovery;
  /** Whether the identity does not exist any more, or has become a part of another one. */
  readonly isGone?: boolean;
  /** Missing: any message. */
  readonly message?: RegExp;
}

/** By the name of the exception, without its ending. The first row counts whose message fits. */
const MEANINGS = new Map<string, readonly IdentityMeaning[]>([
  [
    'NotAuthorized',
    [
      { code: 'session-expired', recovery: 'token', message: /^Invalid login token\. Token expired/ },
      // The identity is that of another user.
      { code: 'service', recovery: 'identity', message: /^Logins don't match/ },
      // A guest who has signed in since.
      { code: 'service', recovery: 'identity', isGone: true, message: /is forbidden/ },
      // Guests are off, the pool does not take tokens of this user pool or app client.
      { code: 'configuration' },
    ],
  ],
  ['ResourceConflict', [{ code: 'service', recovery: 'identity' }]],
  [
    'ResourceNotFound',
    [
      { code: 'configuration', message: /^IdentityPool/ },
      { code: 'service', recovery: 'identity', isGone: true },
    ],
  ],
  ['InvalidIdentityPoolConfiguration', [{ code: 'configuration' }]],
  ['InvalidParameter', [{ code: 'configuration' }]],
  ['ExternalService', [{ code: 'service' }]],
  ['InternalError', [{ code: 'service' }]],
  ['LimitExceeded', [{ code: 'too-many-requests' }]],
  ['TooManyRequests', [{ code: 'too-many-requests' }]],
]);

const meaningOf = ({ name, message }: CognitoException): IdentityMeaning =>
  MEANINGS.get(name.replace(/Exception$/, ''))?.find((row) => row.message?.test(message) ?? true) ?? {
    code: 'unknown',
  };

/** An exception of an identity pool as an AuthError. */
export const identityErrorOf = (exception: CognitoException): AuthError =>
  new AuthError(meaningOf(exception).code, { cause: exception });

const refusalOf = (error: unknown): IdentityMeaning | undefined =>
  error instanceof AuthError && error.cause instanceof CognitoException ? meaningOf(error.cause) : undefined;

/** What may help after a failed request to an identity pool; undefined when nothing does. */
export const recoveryOf = (error: unknown): Recovery | undefined => refusalOf(error)?.recovery;

/** Whether a request has failed because the identity is not there any more. */
export const isGone = (error: unknown): boolean => refusalOf(error)?.isGone ?? false;
