import type { FederatedUser } from './federated-info.js';
import type { CompatUser, GivenUser } from './open-pool.js';

/** Whether a user is one of the user pool. */
export const isPoolUser = (user: CompatUser | FederatedUser): user is CompatUser =>
  typeof user['getUsername' as keyof typeof user] === 'function';

/** What a user is called in messages. */
export const nameOf = (user: CompatUser | FederatedUser): string =>
  isPoolUser(user) ? user.getUsername() : String(user['username'] ?? user['name'] ?? user['email']);

/** A user object of the app's own, as one of ours: calls use the methods that the library has given to both. */
export const asCompatUser = (user: GivenUser): CompatUser => user as CompatUser;
