import type { Environment, SessionStore } from '../config/config.js';
import { exclusive } from './lock.js';
import type { Sharing } from './tabs.js';

/**
 * One text in a store that several tabs may share.
 *
 * Operations come one after the other: a slow write must not overtake the removal that follows it. Between tabs, each
 * write has a number, its generation. Whoever writes says which one they build on, and is refused when another tab has
 * gone beyond it, whether this one can see that in the store yet or not.
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

  /** The generation of what was written last, by whichever tab. */
  latest(): Promise<number> {
    return this.#sharing.generation.latest();
  }

  /**
   * Writes, in no other tab's way.
   *
   * @param known The generation that is built on.
   * @param write Answers the text of a generation, or nothing when there is nothing to write any more.
   * @param isForced Whether to write whatever another tab has written.
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
   * Removes what is there, if it is what is meant, and what another tab may write in this moment.
   *
   * @param known The generation that is built on.
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

  /** Removes what is damaged, unless somebody has mended it since. */
  discard(text: string): Promise<void> {
    return this.#inOrder(async () => {
      if ((await this.#get()) === text) await this.#store.remove(this.#key);
    });
  }

  /** Does work that no other tab does at the same time; after some patience in any case. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    const { locks, patience } = this.#sharing;
    const limit = new AbortController();
    const end = () => limit.abort();
    void this.#sleep(patience, limit.signal).then(end);
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
