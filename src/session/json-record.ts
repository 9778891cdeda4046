import { fieldsOf, parseJson } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { ownOf } from '../cognito/own.js';
import type { SessionStore } from '../config/config.js';

/** An object that is stored as JSON under one key. A damaged one counts as empty, and an empty one is removed. */
export class JsonRecord {
  readonly #store: SessionStore;
  readonly #key: string;

  constructor(store: SessionStore, key: string) {
    this.#store = store;
    this.#key = key;
  }

  /** The stored object. */
  async read(): Promise<Fields> {
    const fields = ownOf(fieldsOf(parseJson((await this.#store.get(this.#key)) ?? '')));
    try {
      // Lists within lists without end can be read, but not be written.
      JSON.stringify(fields);
      return fields;
    } catch {
      return {};
    }
  }

  /** Replaces the stored object. */
  async write(fields: Fields): Promise<void> {
    if (Object.keys(fields).length > 0) await this.#store.set(this.#key, JSON.stringify(fields));
    else await this.#store.remove(this.#key);
  }
}
