import type { SessionStore } from '../config/config.js';
import { JsonRecord } from './json-record.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';

/** Who does not want to be asked something for a while, on this device. Kept where the session is, and longer. */
export class Snooze {
  readonly #record: JsonRecord;

  /** @param question What they are asked, as a part of the key. */
  constructor(place: Place, store: SessionStore, question: string) {
    this.#record = new JsonRecord(store, keysOf(place).reminder(question));
  }

  /** Whether somebody may be asked at a time in epoch milliseconds. */
  async mayAsk(sub: string, now: number): Promise<boolean> {
    const until = (await this.#record.read())[sub];
    return typeof until !== 'number' || until <= now;
  }

  /** Leaves somebody in peace until a time in epoch milliseconds. */
  async until(sub: string, time: number): Promise<void> {
    await this.#record.write({ ...(await this.#record.read()), [sub]: time });
  }
}
