import type { IdentitySession } from './identity-session.js';
import { textOf } from '../cognito/json.js';
import type { SessionKind } from './session-kind.js';
import { isIdentity } from './signed-in.js';
import type { SignedIn } from './signed-in.js';
import type { UserPoolSession } from './user-pool-session.js';

/** The kinds of sessions that one record may hold. */
interface Kinds {
  readonly userPool: SessionKind<UserPoolSession>;
  readonly identity: SessionKind<IdentitySession>;
}

/** Sessions of a user pool and of an identity pool, in one record: at most one user is signed in. */
export function eitherKind({ userPool, identity }: Kinds): SessionKind<SignedIn> {
  /** Asks the kind that a session is of. */
  const ask = <Result>(
    session: SignedIn,
    question: <Session extends SignedIn>(kind: SessionKind<Session>, session: Session) => Result,
  ): Result => (isIdentity(session) ? question(identity, session) : question(userPool, session));

  return {
    read: (record) => (textOf(record, 'kind') === 'identity' ? identity : userPool).read(record),
    // Those of identities are taken over by a request: see `adopt` of the federation flow.
    takeOver: () => userPool.takeOver(),
    renewal: (session) => ask(session, (kind, one) => kind.renewal(one)),
    refresh: (session) => ask<Promise<SignedIn>>(session, (kind, one) => kind.refresh(one)),
    lossOf: (session, error) => ask(session, (kind, one) => kind.lossOf(one, error)),
    isReplaced: (session, error) => ask(session, (kind, one) => kind.isReplaced(one, error)),
    revoke: (session) => ask(session, (kind, one) => kind.revoke(one)),
    isRevokedWith: (one, other) =>
      isIdentity(one)
        ? isIdentity(other) && identity.isRevokedWith(one, other)
        : !isIdentity(other) && userPool.isRevokedWith(one, other),
  };
}
