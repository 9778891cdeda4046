import type { SessionStore } from '../config/config.js';
import { fieldsOf, parseJson } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';

/** An object that is kept as JSON under one key of a store. A damaged one counts as empty, and an empty one is not kept. */
export class JsonRecord {
  readonly #store: SessionStore;
  readonly #key: string;

  constructor(store: SessionStore, key: string) {
    this.#store = store;
    this.#key = key;
  }

  /** What is kept. */
  async read(): Promise<Fields> {
    return fieldsOf(parseJson((await this.#store.get(this.#key)) ?? ''));
  }

  /** Keeps this in its place. */
  async write(fields: Fields): Promise<void> {
    if (Object.keys(fields).length > 0) await this.#store.set(this.#key, JSON.stringify(fields));
    else await this.#store.remove(this.#key);
  }
}
