import type { SessionStore } from '../config/config.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';

const IDENTITY_ID = /^[\w-]+:[\da-f-]{1,64}$/i;

/**
 * The identity of a guest in the store. Cognito gives a new one to each guest who asks, so it is kept: what a guest has
 * stored at AWS belongs to it.
 */
export class GuestIdentity {
  readonly #store: SessionStore;
  /** The first one is ours. */
  readonly #keys: readonly [string, ...string[]];

  constructor(place: Place, store: SessionStore) {
    this.#store = store;
    this.#keys = keysOf(place).guests;
  }

  /** The id that was kept, here or by another library. */
  async read(): Promise<string | undefined> {
    for (const key of this.#keys) {
      const id = await this.#store.get(key);
      if (id && IDENTITY_ID.test(id)) return id;
    }
    return undefined;
  }

  async write(identityId: string): Promise<void> {
    const [key] = this.#keys;
    if ((await this.#store.get(key)) !== identityId) await this.#store.set(key, identityId);
  }

  async forget(): Promise<void> {
    for (const key of this.#keys) if (await this.#store.get(key)) await this.#store.remove(key);
  }

  /** The id that was kept, and is not any more. */
  async take(): Promise<string | undefined> {
    const id = await this.read();
    await this.forget();
    return id;
  }
}
