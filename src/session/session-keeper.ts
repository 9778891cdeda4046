import { AuthError } from '../cognito/errors.js';
import type { Environment } from '../config/config.js';
import { SessionClock } from './clock.js';
import type { Keeper, KeeperEvents } from './keeper.js';
import { Renewal } from './renewal.js';
import type { Left, Loss, SessionKind } from './session-kind.js';
import { parseSession } from './session.js';
import type { AnySession, Kept } from './session.js';
import type { SharedRecord } from './shared-record.js';

/** What a keeper works with. */
export interface KeeperServices<Session extends AnySession> {
  readonly kind: SessionKind<Session>;
  readonly record: SharedRecord;
  readonly events: KeeperEvents<Session>;
  readonly environment: Omit<Environment, 'fetch'>;
}

/** Sessions with less time left are refreshed before they are handed out. Milliseconds. */
const LEEWAY = 60_000;

/** How often, and after how many milliseconds, the store is read again until it shows the write of another tab: 2 s. */
const [LOOKS, PAUSE] = [40, 50];

/** What there is in place of a session that was to be refreshed. */
function replacement<Session>(current: Session | undefined): Session {
  if (current) return current;
  throw new AuthError('session-expired', { cause: new Error('Signed out during the refresh.') });
}

/**
 * Keeps the session of the signed-in user, of whatever kind it is. Nothing else writes it.
 *
 * An epoch ends with each sign-in and sign-out. The result of an operation from an earlier epoch is dropped, so a late
 * refresh can neither undo a sign-out nor hand one user's tokens to the next. Between tabs, the generation of the record
 * does the same: a refresh is based on one, and is not written when another tab has written since.
 */
export class SessionKeeper<Session extends AnySession> implements Keeper<Session> {
  readonly #kind: SessionKind<Session>;
  readonly #record: SharedRecord;
  readonly #events: KeeperEvents<Session>;
  readonly #environment: Omit<Environment, 'fetch'>;
  readonly #clock: SessionClock;
  readonly #renewal: Renewal<Kept<Session>>;
  #epoch = 0;
  /** Whether the record has been read. The session that is found first is not reported as a sign-in. */
  #isKnown = false;
  #session: Kept<Session> | undefined;
  /** The record that `#session` was read from or written as. */
  #text: string | undefined;
  /** The session that a refresh of this tab brought. Other tabs may not have seen it. */
  #refreshed: Kept<Session> | undefined;
  readonly #parse = (text: string) => parseSession(text, (record) => this.#kind.read(record));

  constructor({ kind, record, events, environment }: KeeperServices<Session>) {
    this.#kind = kind;
    this.#record = record;
    this.#events = events;
    this.#environment = environment;
    this.#clock = new SessionClock(environment);
    this.#renewal = new Renewal(this.#clock, environment, LEEWAY);
  }

  remaining(session: Kept<Session>): number {
    return this.#clock.remaining(session);
  }

  async read(): Promise<Kept<Session> | undefined> {
    const epoch = this.#epoch;
    const text = await this.#record.get();
    if (epoch !== this.#epoch) return this.#session;
    const before = this.#session;
    const isNews = this.#isKnown;
    this.#isKnown = true;
    if (text === this.#text) return before;
    const session = text === undefined ? undefined : this.#parse(text);
    this.#become(session, text);
    if (before && before.sub !== session?.sub) {
      if (before === this.#refreshed) this.#kind.revoke(before);
      this.#events.ended('other-tab');
    }
    if (isNews && session && session.sub !== before?.sub) this.#events.started(session);
    if (text !== undefined && !session) await this.#record.discard(text);
    return session;
  }

  async restore(): Promise<Kept<Session> | undefined> {
    const session = (await this.read()) ?? (await this.#takeOver());
    if (!session || this.#kind.renewal(session) === 'on-demand') return session;
    try {
      return await this.fresh();
    } catch {
      return this.read();
    }
  }

  async fresh(forceRefresh = false): Promise<Kept<Session>> {
    const session = await this.read();
    if (!session) throw new AuthError('session-expired');
    if (this.#kind.renewal(session) === 'never') return this.#unchanged(session, forceRefresh);
    return this.#renewal.get({
      held: session,
      isForced: forceRefresh,
      renew: () => this.#record.exclusive(() => this.#refresh(session)),
      isCurrent: () => this.#session === session,
    });
  }

  async begin<Begun extends Session>(session: Begun): Promise<Kept<Begun>> {
    const known = this.#session;
    // Read before it is replaced: what happens to the record happens in order.
    const stored = this.#record.get();
    const begun = await this.#begin(this.#received(session));
    this.#revoke([known, this.#parse((await stored) ?? '')], session);
    // Not awaited: a store of the page may be slow, and the user is signed in.
    void this.#takeLeft().then(({ last, others }) => this.#revoke([last, ...others], session));
    return begun;
  }

  async end(known: (session: Kept<Session>) => void = () => undefined): Promise<Kept<Session> | undefined> {
    const session = this.#session ?? (await this.read());
    this.#become(undefined, undefined);
    const last = session && (await this.#remove(session, known));
    const left = await this.#takeLeft();
    const found = left.last && this.#received(left.last);
    if (!last && found) known(found);
    this.#revoke([left.last, ...left.others], last ?? found);
    return last ?? found;
  }

  async wake(): Promise<void> {
    this.#renewal.wake();
    const session = await this.read();
    if (session && this.#kind.renewal(session) !== 'on-demand') await this.fresh().catch(() => undefined);
  }

  /** Removes the record of a session that has ended. `known`: see `end`. Returns its latest tokens. */
  async #remove(session: Kept<Session>, known: (session: Kept<Session>) => void): Promise<Kept<Session>> {
    known(session);
    let last = session;
    await this.#record.remove(session.gen, (text) => {
      const stored = this.#parse(text) ?? last;
      const isTheirs = stored.sub === session.sub;
      if (isTheirs) last = stored;
      // A session without a number has not been written yet: the stored one is that which it was to replace.
      return isTheirs || session.gen === 0;
    });
    if (!this.#kind.isRevokedWith(last, session)) known(last);
    return last;
  }

  /** Refreshes a session, unless another tab has done so already. */
  async #refresh(session: Kept<Session>): Promise<Kept<Session>> {
    const known = Math.max(session.gen, await this.#record.latest());
    const found = await this.#caughtUp(session, known > session.gen);
    if (found !== session) return replacement(found);
    let fresh: Kept<Session>;
    try {
      fresh = this.#received(await this.#kind.refresh(session));
      if (fresh.sub !== session.sub) throw new AuthError('bad-response');
    } catch (error) {
      return this.#survive(session, known, error);
    }
    const written = (await this.read()) === session && (await this.#replace(session, fresh, known));
    if (written) {
      this.#events.refreshed?.();
      return (this.#refreshed = written);
    }
    const current = await this.#caughtUp(session, true);
    // Revoking one session of a user may revoke a later one as well.
    if (current?.sub !== session.sub) this.#kind.revoke(fresh);
    return replacement(current === session ? undefined : current);
  }

  /** What follows from a failed refresh: the session that another tab has stored meanwhile, the error, or the end. */
  async #survive(session: Kept<Session>, known: number, error: unknown): Promise<Kept<Session>> {
    const isReplaced = this.#kind.isReplaced(session, error) || (await this.#record.latest()) > known;
    const current = await this.#caughtUp(session, isReplaced);
    if (current !== session) return replacement(current);
    this.#renewal.failed();
    this.#events.refreshed?.(error);
    const reason = this.#kind.lossOf(session, error);
    if (!reason) throw error;
    return this.#lose(reason, error);
  }

  /** A session that cannot be refreshed, which is handed out until it ends. */
  async #unchanged(session: Kept<Session>, forceRefresh: boolean): Promise<Kept<Session>> {
    if (this.remaining(session) <= 0) return this.#lose('expired');
    if (forceRefresh) throw new AuthError('unsupported');
    return session;
  }

  async #lose(reason: Loss, cause?: unknown): Promise<never> {
    await this.end();
    this.#events.ended(reason);
    throw new AuthError(reason === 'configuration' ? reason : 'session-expired', { cause });
  }

  /**
   * The current session, once the store shows what other tabs have written: localStorage may be outdated.
   *
   * @param isReplaced Whether another tab must have written.
   */
  async #caughtUp(session: Kept<Session>, isReplaced: boolean): Promise<Kept<Session> | undefined> {
    let current = await this.read();
    for (let left = LOOKS; isReplaced && current === session && left > 0; left -= 1) {
      await this.#environment.sleep(PAUSE, new AbortController().signal);
      current = await this.read();
    }
    return current;
  }

  /** Revokes sessions that have ended, except what is revoked with `other`, or must stay with it. */
  #revoke(sessions: readonly (Session | undefined)[], other?: Session): void {
    const done = other ? [other] : [];
    for (const session of sessions) {
      if (!session || done.some((each) => this.#kind.isRevokedWith(each, session))) continue;
      this.#kind.revoke(session);
      done.push(session);
    }
  }

  /** A session that is received now. It has no number before it is written. */
  #received<Received extends Session>(session: Received): Kept<Received> {
    return { ...session, v: 1, gen: 0, receivedAt: this.#environment.now() };
  }

  async #begin<Begun extends Session>(session: Kept<Begun>): Promise<Kept<Begun>> {
    const known = this.#session?.gen ?? 0;
    this.#become(session, undefined);
    return (await this.#replace(session, session, known, true)) ?? session;
  }

  /**
   * Writes a session in place of another.
   *
   * @param known The generation that it is based on.
   * @returns Nothing when the other one was replaced meanwhile, here or in another tab.
   */
  async #replace<Next extends Session>(
    before: Kept<Session>,
    session: Kept<Next>,
    known: number,
    isForced = false,
  ): Promise<Kept<Next> | undefined> {
    let written: Kept<Next> | undefined;
    const write = (gen: number) => {
      if (this.#session !== before) return undefined;
      written = { ...session, gen };
      const text = JSON.stringify(written);
      this.#become(written, text);
      // Starts to measure its age.
      this.remaining(written);
      return text;
    };
    await this.#record.set(known, write, isForced);
    return written;
  }

  #become(session: Kept<Session> | undefined, text: string | undefined): void {
    this.#epoch += 1;
    this.#isKnown = true;
    this.#renewal.restart();
    this.#session = session;
    this.#text = text;
  }

  /** Takes over what another library left. Unless it is known when that was received, its first use refreshes it. */
  async #takeOver(): Promise<Kept<Session> | undefined> {
    const epoch = this.#epoch;
    const { last, others, receivedAt = 0 } = await this.#kind.takeOver();
    if (!last || epoch !== this.#epoch) return undefined;
    // Older tokens of the same user may be of the session that is taken over.
    others.filter(({ sub }) => sub !== last.sub).forEach((each) => this.#kind.revoke(each));
    return this.#begin({ ...this.#received(last), receivedAt });
  }

  /** What other libraries left beside a session that begins or ends, removed from the store. */
  #takeLeft(): Promise<Left<Session>> {
    return this.#kind.takeOver().catch(() => ({ others: [] }));
  }
}
