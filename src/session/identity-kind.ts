import { AuthError } from '../cognito/errors.js';
import { readIdentitySession } from './identity-session.js';
import type { IdentitySession } from './identity-session.js';
import type { RenewalMode, SessionKind } from './session-kind.js';

/** How sessions of an identity pool get newer tokens. */
export interface IdentityRequests {
  renewal(session: IdentitySession): RenewalMode;
  /** @throws AuthError `session-expired` when the provider has no token for the user any more. */
  refresh(session: IdentitySession): Promise<IdentitySession>;
}

/**
 * Sessions of an identity pool: the token of a provider, and who the user is. They end here alone: a provider does not know
 * of them.
 *
 * @param pool The identity pool that they have to be of; undefined where there is none.
 */
export const identityKind = (
  pool: string | undefined,
  { renewal, refresh }: IdentityRequests,
): SessionKind<IdentitySession> => ({
  read: (record) => readIdentitySession(record, pool),
  takeOver: async () => ({ others: [] }),
  renewal,
  refresh,
  lossOf: (_, error) => (AuthError.from(error).code === 'session-expired' ? 'expired' : undefined),
  isReplaced: () => false,
  revoke: () => undefined,
  isRevokedWith: () => true,
});
