import type { Fields } from '../cognito/json.js';
import type { AnySession } from './session.js';

/** Why a session has ended at its issuer. `configuration`: there is no such app client any more. */
export type Loss = 'expired' | 'revoked' | 'configuration';

/**
 * When a session is refreshed: `always` before it ends, so that its end is noticed; `on-demand` when it is wanted, as a
 * refresh may ask the user; `never`: it ends with its lifetime.
 */
export type RenewalMode = 'always' | 'on-demand' | 'never';

/** The sessions that other libraries left in the store. */
export interface Left<Session extends AnySession> {
  /** That of the user whom they have signed in. */
  readonly last?: Session | undefined;
  /**
   * When that was received, for one that cannot be refreshed: epoch milliseconds on this device's clock. Any other is
   * refreshed with its first use.
   */
  readonly receivedAt?: number | undefined;
  /** Those of users who signed in there before. */
  readonly others: readonly Session[];
}

/** What the keeper has to know about one kind of session: how it is read, refreshed and revoked. */
export interface SessionKind<Session extends AnySession> {
  /** The session in a stored record; undefined when it is damaged, or not one of this client. */
  read(record: Fields): Session | undefined;
  /** The sessions that other libraries left in the store, which are removed there. */
  takeOver(): Promise<Left<Session>>;
  renewal(session: Session): RenewalMode;
  /** Asks the issuer for a session in place of this one. */
  refresh(session: Session): Promise<Session>;
  /** Why a refresh that failed with this error has ended the session; undefined when it may be tried again. */
  lossOf(session: Session, error: unknown): Loss | undefined;
  /** Whether a refresh failed because the session was refreshed elsewhere. */
  isReplaced(session: Session, error: unknown): boolean;
  /** Ends the session at the issuer. Best effort: neither waited for nor repeated. */
  revoke(session: Session): void;
  /** Whether revoking one of two sessions of the same user revokes the other one as well. */
  isRevokedWith(one: Session, other: Session): boolean;
}
