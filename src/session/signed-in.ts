import type { IdentitySession } from './identity-session.js';
import type { UserPoolSession } from './user-pool-session.js';

/** A session of a user of a user pool, or of one of an identity pool alone. The record says which of them it is. */
export type SignedIn = UserPoolSession | IdentitySession;

/** Whether it is that of a user of an identity pool alone, who has no tokens of a user pool. */
export const isIdentity = <Session extends SignedIn>(
  session: Session,
): session is Extract<Session, { kind: 'identity' }> => session.kind === 'identity';
