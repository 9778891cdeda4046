import { notAuthorized, passwordResetRequired, userNotConfirmed } from '../exceptions.js';
import type { User } from '../store/model.js';
import type { UserContext } from '../store/user-context.js';
import { requireLocalUser } from './local-user.js';

/** Throws for an account that no factor can sign in to. */
export function requireEnabled(user: User): void {
  if (!user.enabled) throw notAuthorized('User is disabled.');
  requireLocalUser(user);
}

/** Throws for an account whose password cannot sign in, whatever the password. */
export function requireUsablePassword({ pool, client, user }: UserContext): void {
  if (user.status === 'UNCONFIRMED' && pool.refusesUnconfirmedFirst) throw userNotConfirmed();
  if (user.status !== 'RESET_REQUIRED') return;
  // A user who was imported has no password.
  const isHidden = !user.verifier && client.preventUserExistenceErrors === 'ENABLED';
  throw isHidden ? notAuthorized() : passwordResetRequired();
}

/** Throws for an account that may not sign in, after the user has proved a factor. */
export function requireSignInAllowed(user: User): void {
  requireEnabled(user);
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
  if (user.status === 'RESET_REQUIRED') throw passwordResetRequired();
}
