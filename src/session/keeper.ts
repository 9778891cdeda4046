import type { SessionStore } from '../config.js';
import { AuthError } from '../cognito/errors.js';
import { lossOf } from '../cognito/tokens.js';
import type { IssuedTokens } from '../cognito/tokens.js';
import { SessionClock } from './clock.js';
import type { Times } from './clock.js';
import { keysOf } from './kept.js';
import { parseSession, sessionOf } from './session.js';
import type { Pool, Session } from './session.js';

/** Why a session is over without its owner's wish. */
export type EndReason = 'expired' | 'revoked' | 'other-tab';

/** What the keeper asks of Cognito, and of whoever wants to know. */
export interface KeeperPort {
  refresh(session: Session): Promise<IssuedTokens>;
  /** Best effort: makes tokens useless that came too late to be wanted. */
  revoke(refreshToken: string): void;
  ended(reason: EndReason): void;
}

/** Tokens with less left than this are refreshed before they are handed out. */
const LEEWAY = 60_000;

/** After a refresh that failed, tokens that are still good are handed out for so long before the next try. */
const COOLDOWN = 10_000;

/**
 * Keeps the session of whoever is signed in, and is the only one to write it.
 *
 * An epoch ends with each sign-in and sign-out. Whatever began in an earlier epoch changes nothing any more when it
 * comes back, so a late refresh can neither undo a sign-out nor hand one user's tokens to the next.
 */
export class Keeper {
  readonly #pool: Pool;
  readonly #store: SessionStore;
  readonly #port: KeeperPort;
  readonly #environment: Times;
  readonly #clock: SessionClock;
  readonly #keys: ReturnType<typeof keysOf>;
  #epoch = 0;
  #session: Session | undefined;
  /** The record that `#session` was read from or written as. */
  #text: string | undefined;
  /** Operations on the store, one after the other: a slow write must not overtake the removal that follows it. */
  #stored: Promise<unknown> = Promise.resolve();
  #refreshing: Promise<Session> | undefined;
  #cooldownEnd = -Infinity;

  constructor(pool: Pool, store: SessionStore, port: KeeperPort, environment: Times) {
    this.#pool = pool;
    this.#store = store;
    this.#port = port;
    this.#environment = environment;
    this.#clock = new SessionClock(environment);
    this.#keys = keysOf(pool.userPoolClientId);
  }

  /** Milliseconds that the tokens of a session still live. */
  remaining(session: Session): number {
    return this.#clock.remaining(session);
  }

  /** The session, as it is in the store now. */
  async read(): Promise<Session | undefined> {
    const epoch = this.#epoch;
    const text = (await this.#inOrder(() => this.#store.get(this.#keys.record))) ?? undefined;
    if (epoch !== this.#epoch || text === this.#text) return this.#session;
    const session = text === undefined ? undefined : parseSession(text, this.#pool);
    if (text !== undefined && !session) await this.#inOrder(() => this.#store.remove(this.#keys.record));
    if (epoch !== this.#epoch) return this.#session;
    const isLost = this.#session !== undefined && !session;
    this.#become(session, session && text);
    if (isLost) this.#port.ended('other-tab');
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
    return this.#write(this.#recordOf(tokens, this.#session?.gen));
  }

  /** Forgets the session: in this page at once, in the store as fast as the store is. Answers the one that was. */
  async end(): Promise<Session | undefined> {
    const session = this.#session ?? (await this.read());
    this.#become(undefined, undefined);
    await this.#inOrder(() => this.#store.remove(this.#keys.record));
    return session;
  }

  /** Tries what failed before, now that the network may be back or the device awake. Never rejects. */
  async wake(): Promise<void> {
    this.#cooldownEnd = -Infinity;
    if (await this.read()) await this.fresh().catch(() => undefined);
  }

  /** One refresh at a time, which everybody waits for who needs one. */
  #refreshOnce(session: Session): Promise<Session> {
    if (this.#refreshing) return this.#refreshing;
    const refreshing = this.#refresh(session).finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
    });
    return (this.#refreshing = refreshing);
  }

  /** Reads, asks and writes. Nobody else may do so meanwhile, in this page or, by a lock around this, in another. */
  async #refresh(session: Session): Promise<Session> {
    const epoch = this.#epoch;
    const stale = () => new AuthError('session-expired', { cause: new Error('Signed out during the refresh.') });
    let tokens: IssuedTokens;
    try {
      tokens = await this.#port.refresh(session);
    } catch (error) {
      const current = epoch === this.#epoch ? await this.read() : undefined;
      if (!current) throw stale();
      // The error is about tokens that have been replaced since.
      if (current !== session) return current;
      this.#cooldownEnd = this.#environment.elapsed() + COOLDOWN;
      const reason = lossOf(error);
      if (!reason) throw error;
      await this.end();
      this.#port.ended(reason);
      throw new AuthError('session-expired', { cause: error });
    }
    const { refreshToken = session.refreshToken } = tokens;
    const current = epoch === this.#epoch ? await this.read() : undefined;
    if (current !== session || epoch !== this.#epoch) {
      // Of the same user's session, these tokens may be relatives.
      if (current?.sub !== session.sub) this.#port.revoke(refreshToken);
      if (current) return current;
      throw stale();
    }
    const record = this.#recordOf({ ...tokens, refreshToken }, session.gen);
    if (record.sub !== session.sub) throw new AuthError('bad-response');
    return this.#write(record);
  }

  #recordOf(tokens: IssuedTokens, gen = 0): Session {
    const session = sessionOf(tokens, this.#pool, { gen: gen + 1, receivedAt: this.#environment.now() });
    if (!session) throw new AuthError('bad-response', { cause: new Error('Tokens of another pool or client.') });
    return session;
  }

  async #write(session: Session): Promise<Session> {
    const text = JSON.stringify(session);
    this.#become(session, text);
    // Starts its clock.
    this.remaining(session);
    await this.#inOrder(() => (this.#text === text ? this.#store.set(this.#keys.record, text) : undefined));
    return session;
  }

  #become(session: Session | undefined, text: string | undefined): void {
    this.#epoch += 1;
    this.#refreshing = undefined;
    this.#cooldownEnd = -Infinity;
    this.#session = session;
    this.#text = text;
  }

  async #takeOver(): Promise<Session | undefined> {
    const prefix = this.#keys.legacy;
    const epoch = this.#epoch;
    const username = await this.#store.get(`${prefix}LastAuthUser`);
    if (!username) return undefined;
    const { takeOver } = await import('./legacy.js');
    const session = await takeOver(this.#store, this.#pool, prefix, username);
    return session && epoch === this.#epoch ? this.#write(session) : undefined;
  }

  #inOrder<Result>(operation: () => Result | Promise<Result>): Promise<Result> {
    const result = this.#stored.then(operation);
    this.#stored = result.catch(() => undefined);
    return result;
  }
}
