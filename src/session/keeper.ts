import type { Environment, SessionStore } from '../config/config.js';
import { AuthError } from '../cognito/errors.js';
import { isException } from '../cognito/exceptions.js';
import { lossOf } from '../cognito/tokens.js';
import type { IssuedTokens } from '../cognito/tokens.js';
import { SessionClock } from './clock.js';
import { parseSession, sessionOf } from './session.js';
import type { Pool, Session } from './session.js';
import { SharedRecord } from './shared-record.js';
import { keysOf } from './storage-keys.js';
import { ALONE } from './tabs.js';

/** Why a session is over without its owner's wish. */
export type EndReason = 'expired' | 'revoked' | 'other-tab';

/** What the keeper asks of Cognito, and of whoever wants to know. */
export interface KeeperPort {
  refresh(session: Session): Promise<IssuedTokens>;
  /** Best effort: makes tokens useless that nobody wants any more. */
  revoke(refreshToken: string): void;
  ended(reason: EndReason): void;
  /** Somebody signed in in another tab. */
  started(session: Session): void;
}

/** Tokens with less left than this are refreshed before they are handed out. */
const LEEWAY = 60_000;

/** After a refresh that failed, tokens that are still good are handed out for so long before the next try. */
const COOLDOWN = 10_000;

/** How often, and after how many milliseconds, a store is read again that has to show what another tab wrote: 2 s. */
const [LOOKS, PAUSE] = [40, 50];

/** What there is in place of a session that was to be refreshed. */
function heir(current: Session | undefined): Session {
  if (current) return current;
  throw new AuthError('session-expired', { cause: new Error('Signed out during the refresh.') });
}

/**
 * Keeps the session of whoever is signed in, and is the only one to write it.
 *
 * An epoch ends with each sign-in and sign-out. Whatever began in an earlier epoch changes nothing any more when it
 * comes back, so a late refresh can neither undo a sign-out nor hand one user's tokens to the next. Between tabs, the
 * generation of the record does the same: a refresh builds on one, and is not written when another tab went beyond it.
 */
export class Keeper {
  readonly #pool: Pool;
  readonly #store: SessionStore;
  readonly #port: KeeperPort;
  readonly #environment: Omit<Environment, 'fetch'>;
  readonly #record: SharedRecord;
  readonly #clock: SessionClock;
  #epoch = 0;
  /** Whether the record has been looked at. Who is there at first did not sign in while anybody watched. */
  #isKnown = false;
  #session: Session | undefined;
  /** The record that `#session` was read from or written as. */
  #text: string | undefined;
  /** The session that a refresh of this tab brought. Other tabs may not have seen its tokens. */
  #refreshed: Session | undefined;
  #refreshing: Promise<Session> | undefined;
  #cooldownEnd = -Infinity;

  constructor(
    pool: Pool,
    store: SessionStore,
    port: KeeperPort,
    environment: Omit<Environment, 'fetch'>,
    sharing = ALONE,
  ) {
    this.#pool = pool;
    this.#store = store;
    this.#port = port;
    this.#environment = environment;
    this.#record = new SharedRecord(store, keysOf(pool).record, sharing, environment);
    this.#clock = new SessionClock(environment);
  }

  /** Milliseconds that the tokens of a session still live. */
  remaining(session: Session): number {
    return this.#clock.remaining(session);
  }

  /** The session, as it is in the store now. Tells when that is somebody else's than it was. */
  async read(): Promise<Session | undefined> {
    const epoch = this.#epoch;
    const text = await this.#record.get();
    if (epoch !== this.#epoch) return this.#session;
    const before = this.#session;
    const isNews = this.#isKnown;
    this.#isKnown = true;
    if (text === this.#text) return before;
    const session = text === undefined ? undefined : parseSession(text, this.#pool);
    this.#become(session, text);
    if (before && before.sub !== session?.sub) {
      if (before === this.#refreshed) this.#port.revoke(before.refreshToken);
      this.#port.ended('other-tab');
    }
    if (isNews && session && session.sub !== before?.sub) this.#port.started(session);
    if (text !== undefined && !session) await this.#record.discard(text);
    return session;
  }

  /**
   * The session of an earlier visit, or that another library left. Refreshed if it has to be; a network that fails does
   * not end it.
   */
  async restore(): Promise<Session | undefined> {
    if (!((await this.read()) ?? (await this.#takeOver()))) return undefined;
    try {
      return await this.fresh();
    } catch {
      return this.read();
    }
  }

  /**
   * A session whose tokens are good for a while.
   *
   * @throws AuthError `session-expired` when nobody is signed in, or another when the refresh has failed for now.
   */
  async fresh(forceRefresh = false): Promise<Session> {
    const session = await this.read();
    if (!session) throw new AuthError('session-expired');
    const isCooling = this.#environment.elapsed() < this.#cooldownEnd;
    if (!forceRefresh && this.remaining(session) > (isCooling ? 0 : LEEWAY)) return session;
    try {
      return await this.#refreshOnce(session);
    } catch (error) {
      const isGood = !forceRefresh && this.#session === session && this.remaining(session) > 0;
      if (isGood) return session;
      throw error;
    }
  }

  /**
   * Somebody signed in.
   *
   * @throws AuthError `bad-response` when the tokens are not those of this pool and client.
   */
  async begin(tokens: IssuedTokens): Promise<Session> {
    return this.#begin(this.#sessionOf(tokens));
  }

  /**
   * Forgets the session: in this page at once, in the store as fast as the store is. Answers the one that was. That of
   * somebody else, who signed in in another tab a moment ago, stays.
   *
   * @param known Told the session as soon as it is known, before the store is touched: the page may be about to close. Told
   * again when the store holds other tokens of it, which another tab has got.
   */
  async end(known: (session: Session) => void = () => undefined): Promise<Session | undefined> {
    const session = this.#session ?? (await this.read());
    this.#become(undefined, undefined);
    if (!session) return undefined;
    known(session);
    let last = session;
    await this.#record.remove(session.gen, (text) => {
      const stored = parseSession(text, this.#pool) ?? last;
      const isTheirs = stored.sub === session.sub;
      if (isTheirs) last = stored;
      // A session without a number has not been written yet, so what is there is what it was to replace.
      return isTheirs || session.gen === 0;
    });
    if (last.refreshToken !== session.refreshToken) known(last);
    return last;
  }

  /** Tries what failed before, now that the network may be back or the device awake. Never rejects. */
  async wake(): Promise<void> {
    this.#cooldownEnd = -Infinity;
    if (await this.read()) await this.fresh().catch(() => undefined);
  }

  /** One refresh at a time, which everybody waits for who needs one. */
  #refreshOnce(session: Session): Promise<Session> {
    if (this.#refreshing) return this.#refreshing;
    const refreshing = this.#record
      .exclusive(() => this.#refresh(session))
      .finally(() => {
        if (this.#refreshing === refreshing) this.#refreshing = undefined;
      });
    return (this.#refreshing = refreshing);
  }

  /** Exchanges a session for another, unless somebody has done so already. */
  async #refresh(session: Session): Promise<Session> {
    const known = Math.max(session.gen, await this.#record.latest());
    const found = await this.#caughtUp(session, known > session.gen);
    if (found !== session) return heir(found);
    let tokens: IssuedTokens;
    try {
      tokens = await this.#port.refresh(session);
    } catch (error) {
      return this.#survive(session, known, error);
    }
    const { refreshToken = session.refreshToken } = tokens;
    const fresh = this.#sessionOf({ ...tokens, refreshToken });
    if (fresh.sub !== session.sub) throw new AuthError('bad-response');
    const written = (await this.read()) === session && (await this.#replace(session, fresh, known));
    if (written) return (this.#refreshed = written);
    const current = await this.#caughtUp(session, true);
    // Of the same user's session, these tokens may be relatives.
    if (current?.sub !== session.sub) this.#port.revoke(refreshToken);
    return heir(current === session ? undefined : current);
  }

  /** What there is after a refresh that failed: what another tab has brought meanwhile, the error, or the end. */
  async #survive(session: Session, known: number, error: unknown): Promise<Session> {
    const isReplaced = isException(error, 'RefreshTokenReuseException') || (await this.#record.latest()) > known;
    const current = await this.#caughtUp(session, isReplaced);
    if (current !== session) return heir(current);
    this.#cooldownEnd = this.#environment.elapsed() + COOLDOWN;
    const reason = lossOf(error);
    if (!reason) throw error;
    await this.end();
    this.#port.ended(reason);
    throw new AuthError('session-expired', { cause: error });
  }

  /**
   * What there is in the place of a session, once the store shows what other tabs have written: localStorage may lag
   * behind. The session itself when nobody has.
   *
   * @param isReplaced Whether another tab must have written.
   */
  async #caughtUp(session: Session, isReplaced: boolean): Promise<Session | undefined> {
    let current = await this.read();
    for (let left = LOOKS; isReplaced && current === session && left > 0; left -= 1) {
      await this.#environment.sleep(PAUSE, new AbortController().signal);
      current = await this.read();
    }
    return current;
  }

  /** The session that tokens are. It has no number before it is written. */
  #sessionOf(tokens: IssuedTokens): Session {
    const session = sessionOf(tokens, this.#pool, { gen: 0, receivedAt: this.#environment.now() });
    if (!session) throw new AuthError('bad-response', { cause: new Error('Tokens of another pool or client.') });
    return session;
  }

  async #begin(session: Session): Promise<Session> {
    const known = this.#session?.gen ?? 0;
    this.#become(session, undefined);
    return (await this.#replace(session, session, known, true)) ?? session;
  }

  /**
   * Writes a session in the place of another. Answers nothing when that was overtaken, here or in another tab.
   *
   * @param known The generation that it builds on.
   */
  async #replace(before: Session, session: Session, known: number, isForced = false): Promise<Session | undefined> {
    let written: Session | undefined;
    const write = (gen: number) => {
      if (this.#session !== before) return undefined;
      written = { ...session, gen };
      const text = JSON.stringify(written);
      this.#become(written, text);
      // Starts its clock.
      this.remaining(written);
      return text;
    };
    await this.#record.set(known, write, isForced);
    return written;
  }

  #become(session: Session | undefined, text: string | undefined): void {
    this.#epoch += 1;
    this.#isKnown = true;
    this.#refreshing = undefined;
    this.#cooldownEnd = -Infinity;
    this.#session = session;
    this.#text = text;
  }

  async #takeOver(): Promise<Session | undefined> {
    const prefix = keysOf(this.#pool).legacy;
    const epoch = this.#epoch;
    const username = await this.#store.get(`${prefix}LastAuthUser`);
    if (!username) return undefined;
    const { takeOver } = await import('./legacy.js');
    const session = await takeOver(this.#store, this.#pool, prefix, username);
    return session && epoch === this.#epoch ? this.#begin(session) : undefined;
  }
}
