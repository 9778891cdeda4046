import { AuthError } from '../cognito/errors.js';
import type { ProviderLogin } from './provider.js';

/** There is no newer token without asking the user. */
export const ended = (why: string): AuthError => new AuthError('session-expired', { cause: new Error(why) });

/**
 * A newer login of the same user, as far as the provider has told who that is.
 *
 * @throws AuthError `session-expired`
 */
export function ofSameUser(newer: ProviderLogin, { user }: ProviderLogin): ProviderLogin {
  const [before, now] = [user?.['sub'], newer.user?.['sub']];
  if (before !== undefined && now !== undefined && before !== now) throw ended('The provider has another user.');
  return newer;
}
