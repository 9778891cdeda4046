import { isFactor } from '../cognito/choices.js';
import type { Factor } from '../cognito/choices.js';
import { textOf } from '../cognito/json.js';
import type { SessionStore } from '../config/config.js';
import { JsonRecord } from './json-record.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';

/**
 * How a user signs in: at a provider, by the name of its button (empty: on the sign-in pages of the user pool), or by a
 * first factor of the user pool.
 */
export type SignInMethod = { readonly provider: string } | { readonly factor: Factor };

/**
 * By which method the last user of this browser has signed in, so that it can be marked the next time. Kept in the store of
 * the session where the page wants that, and after a sign-out: neither who that was, nor anything secret.
 */
export class MethodMemory {
  readonly #record: JsonRecord;
  /** The method of a sign-in that is complete and not kept yet; empty for one without a name. */
  #used: SignInMethod | Record<string, never> | undefined;

  constructor(place: Place, store: SessionStore) {
    this.#record = new JsonRecord(store, keysOf(place).method);
  }

  /** A sign-in is complete. One whose method has no name, as by the questions of a Lambda function, has none to mark. */
  used(method: SignInMethod | undefined): void {
    this.#used = method ?? {};
  }

  /** Keeps the method of the last sign-in on this page, once. */
  async keep(): Promise<void> {
    const used = this.#used;
    this.#used = undefined;
    if (used) await this.#record.write(used);
  }

  /** The method that was kept last. */
  async last(): Promise<SignInMethod | undefined> {
    const kept = await this.#record.read();
    const [provider, factor] = [textOf(kept, 'provider'), textOf(kept, 'factor')];
    if (provider !== undefined) return { provider };
    return isFactor(factor) ? { factor } : undefined;
  }

  async forget(): Promise<void> {
    this.#used = undefined;
    await this.#record.write({});
  }
}
