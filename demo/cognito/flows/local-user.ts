import { notAuthorized } from '../exceptions.js';
import type { User } from '../store/model.js';

/** Throws for a user of an identity provider, who has no password, second factor or passkey in the pool. */
export function requireLocalUser({ status }: User): void {
  if (status === 'EXTERNAL_PROVIDER') throw notAuthorized('User is managed by an identity provider.');
}
