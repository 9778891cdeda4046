import type { Loss } from './session-kind.js';
import type { AnySession, Kept } from './session.js';
import type { SignedIn } from './signed-in.js';

/** Why a session is over, other than by a sign-out here. */
export type EndReason = Loss | 'other-tab';

/** What the keeper tells about the session. */
export interface KeeperEvents<Session extends AnySession> {
  ended(reason: EndReason): void;
  /** A user signed in in another tab. */
  started(session: Kept<Session>): void;
  /** The issuer was asked for a fresh session: it came, or the refresh failed with this error. */
  refreshed?(error?: unknown): void;
}

/** The session of the signed-in user: reads, refreshes, begins and ends it. */
export interface Keeper<Session extends AnySession = SignedIn> {
  /** Milliseconds that a session is still valid. */
  remaining(session: Kept<Session>): number;
  /** The session that is in the store now. Reports when it belongs to another user than before. */
  read(): Promise<Kept<Session> | undefined>;
  /**
   * The session of an earlier visit, or one that another library left. Refreshed if necessary, and unless that may ask the
   * user; a network failure does not end it.
   */
  restore(): Promise<Kept<Session> | undefined>;
  /**
   * A session that is valid for a while.
   *
   * @throws AuthError `session-expired` when no user is signed in, `unsupported` when a refresh is forced and there is no
   * way to refresh, or another when the refresh has failed for now.
   */
  fresh(forceRefresh?: boolean): Promise<Kept<Session>>;
  /** Keeps the session of a user who has signed in. The one before is revoked, and what another library left. */
  begin<Begun extends Session>(session: Begun): Promise<Kept<Begun>>;
  /**
   * Forgets the session: in this page at once, in the store as soon as possible; and what another library left. The session
   * of another user, who signed in in another tab a moment ago, stays.
   *
   * @param known Called with the session as soon as it is known, before the store is changed: the page may be about to
   * close. Called again when another tab has stored newer tokens of it.
   * @returns The session that has ended.
   */
  end(known?: (session: Kept<Session>) => void): Promise<Kept<Session> | undefined>;
  /** Tries a failed refresh again, when the network may be back or the device awake. Never rejects. */
  wake(): Promise<void>;
}
