import { AuthError } from './errors.js';
import { isException } from './exceptions.js';

/** Fails for an unknown user as for a wrong code, so that a caller cannot find out who has an account. */
export const hideUnknownUser = (error: unknown): never => {
  throw isException(error, 'UserNotFoundException') ? new AuthError('code-expired', { cause: error }) : error;
};
