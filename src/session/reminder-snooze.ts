import type { SessionStore } from '../config/config.js';
import { JsonRecord } from './json-record.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';

/** The users who have put off a prompt on this device. Kept in the store of the session, and after a sign-out. */
export class ReminderSnooze {
  readonly #record: JsonRecord;

  /** @param prompt Its name, as a part of the key. */
  constructor(place: Place, store: SessionStore, prompt: string) {
    this.#record = new JsonRecord(store, keysOf(place).reminder(prompt));
  }

  /** Whether the prompt may be shown to a user at a time in epoch milliseconds. */
  async mayAsk(sub: string, now: number): Promise<boolean> {
    const until = (await this.#record.read())[sub];
    return typeof until !== 'number' || until <= now;
  }

  /** Puts the prompt off for a user until a time in epoch milliseconds. */
  async until(sub: string, time: number): Promise<void> {
    await this.#record.write({ ...(await this.#record.read()), [sub]: time });
  }
}
