import { AuthError } from '../cognito/errors.js';
import type { AuthErrorCode } from '../cognito/errors.js';
import { ConfigError } from '../config/config.js';

/** An error in the words of the service: `code` and `name` are those of Cognito's exception, the message is as it was sent. */
export class CognitoError extends Error {
  override readonly name: string;
  /** `NotAuthorizedException`, `NetworkError` … */
  readonly code: string;

  constructor(code: string, message: string, { cause, name = code }: ErrorOptions & { readonly name?: string }) {
    super(message, { cause });
    this.name = name;
    this.code = code;
  }
}

interface Words {
  readonly code: string;
  readonly message: string;
  /** Default: the code. */
  readonly name?: string;
}

const NETWORK: Words = { code: 'NetworkError', message: 'Network error', name: 'Error' };

/** Failures that are no exceptions of Cognito, as amazon-cognito-identity-js words them. */
const WITHOUT_EXCEPTION: Partial<Record<AuthErrorCode, Words>> = {
  offline: NETWORK,
  timeout: NETWORK,
  service: NETWORK,
  'bad-response': NETWORK,
  'challenge-expired': {
    code: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  },
};

/** The exception of Cognito behind a failure: a refresh that is refused ends the session. */
function exceptionIn({ cause }: AuthError): Error | undefined {
  if (cause instanceof AuthError) return exceptionIn(cause);
  return cause instanceof Error && cause.name.endsWith('Exception') ? cause : undefined;
}

/** A failure of the client in the words of Cognito. What is none stays as it is. */
export function inWordsOfCognito(error: unknown): unknown {
  if (!(error instanceof AuthError)) return error;
  const exception = exceptionIn(error);
  if (exception) return new CognitoError(exception.name, exception.message, { cause: error });
  // A wrong configuration is told by its own error, which names the key.
  if (error.cause instanceof ConfigError) return error.cause;
  if (error.code === 'session-expired') {
    return new Error('Local storage is missing an ID Token, Please authenticate', { cause: error });
  }
  const { code, message, name = code } = WITHOUT_EXCEPTION[error.code] ?? error;
  return new CognitoError(code, message, { cause: error, name });
}

/** A promise that fails in the words of Cognito. */
export const inTheirWords = <Result>(promise: Promise<Result>): Promise<Result> =>
  promise.catch((error: unknown) => {
    throw inWordsOfCognito(error);
  });

/** Messages of refusals by which Cognito says that a session has ended. */
const ENDED = new Set([
  'Access Token has been revoked',
  'Password reset required for the user',
  'Refresh Token has been revoked',
  'Refresh Token has expired',
  'User does not exist.',
  'User is disabled.',
]);

/** Whether Cognito says that the session has ended. */
export const endsSession = (error: unknown): boolean => error instanceof Error && ENDED.has(error.message);
