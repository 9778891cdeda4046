import type { SessionStore } from '../config.js';
import { fieldsOf, parseJson } from '../cognito/fields.js';
import type { Pool } from './session.js';

/** Who does not want to be asked something for a while, on this device. Kept where the session is, and longer. */
export class Snooze {
  readonly #store: SessionStore;
  readonly #key: string;

  /** @param what It is that is asked. */
  constructor({ userPoolId }: Pick<Pool, 'userPoolId'>, store: SessionStore, what: string) {
    this.#store = store;
    this.#key = `auth-elements.${userPoolId}.later.${what}`;
  }

  /** Whether somebody may be asked at a time in epoch milliseconds. */
  async mayAsk(sub: string, now: number): Promise<boolean> {
    const until = (await this.#read())[sub];
    return typeof until !== 'number' || until <= now;
  }

  /** Leaves somebody in peace until a time in epoch milliseconds. */
  async until(sub: string, time: number): Promise<void> {
    await this.#store.set(this.#key, JSON.stringify({ ...(await this.#read()), [sub]: time }));
  }

  async #read() {
    return fieldsOf(parseJson((await this.#store.get(this.#key)) ?? ''));
  }
}
