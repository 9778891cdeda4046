import type { Environment, SessionStore } from '../config/config.js';
import { exclusive } from './lock.js';
import type { Sharing } from './tabs.js';

/**
 * One text in a store that several tabs may share.
 *
 * Operations run one after the other: a slow write must not overtake the removal that follows it. Between tabs, each
 * write has a number, its generation. A write names the one that it is based on, and is refused when another tab has
 * written since, even if the store of this tab does not show that yet.
 */
export class SharedRecord {
  readonly #store: SessionStore;
  readonly #key: string;
  readonly #sharing: Sharing;
  readonly #sleep: Environment['sleep'];
  #order: Promise<unknown> = Promise.resolve();

  constructor(store: SessionStore, key: string, sharing: Sharing, { sleep }: Pick<Environment, 'sleep'>) {
    this.#store = store;
    this.#key = key;
    this.#sharing = sharing;
    this.#sleep = sleep;
  }

  /** The text, as far as this tab can see. */
  get(): Promise<string | undefined> {
    return this.#inOrder(() => this.#get());
  }

  /** The generation of the last write of any tab. */
  latest(): Promise<number> {
    return this.#sharing.generation.latest();
  }

  /**
   * Writes.
   *
   * @param known The generation that this is based on.
   * @param write Returns the text for a generation, or nothing when the write is obsolete.
   * @param isForced Whether to write even if another tab has written since.
   */
  async set(known: number, write: (generation: number) => string | undefined, isForced = false): Promise<void> {
    const commit = (generation: number) => {
      const text = write(generation);
      return text === undefined ? undefined : this.#store.set(this.#key, text);
    };
    await this.#inOrder(() => this.#sharing.generation.advance(known, commit, isForced));
    this.#sharing.tell();
  }

  /**
   * Removes the text, if it is the one that is meant, and one that another tab may be writing now.
   *
   * @param known The generation that this is based on.
   */
  async remove(known: number, isMeant: (text: string) => boolean): Promise<void> {
    const remove = async () => {
      const text = await this.#get();
      if (text === undefined || isMeant(text)) await this.#store.remove(this.#key);
    };
    await this.#inOrder(async () => {
      // At once, for the page may be about to close.
      await remove();
      await this.#sharing.generation.advance(known, remove, true);
    });
    this.#sharing.tell();
  }

  /** Removes a damaged text, unless it was replaced since. */
  discard(text: string): Promise<void> {
    return this.#inOrder(async () => {
      if ((await this.#get()) === text) await this.#store.remove(this.#key);
    });
  }

  /** Runs work that no other tab runs at the same time. Waits for other tabs for a limited time only. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    const { locks, timeout } = this.#sharing;
    const limit = new AbortController();
    const end = () => limit.abort();
    void this.#sleep(timeout, limit.signal).then(end);
    return exclusive(this.#key, work, limit.signal, locks).finally(end);
  }

  async #get(): Promise<string | undefined> {
    // Empty for the moment in which localStorage is told of a removal.
    return (await this.#store.get(this.#key)) || undefined;
  }

  #inOrder<Result>(operation: () => Result | Promise<Result>): Promise<Result> {
    const result = this.#order.then(operation);
    this.#order = result.catch(() => undefined);
    return result;
  }
}
