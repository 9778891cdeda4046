import type { SessionStore } from '../config/config.js';
import { fieldsOf, textOf } from '../cognito/json.js';
import { JsonRecord } from './json-record.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';

/**
 * What this browser knows about the passkeys of the people who use it: who signed in by one last, so that it can be
 * offered before anybody has typed a name, and who does not want to be asked for one. Kept where the session is, and
 * longer. Nothing of it is secret.
 */
export class PasskeyMemory {
  readonly #record: JsonRecord;

  constructor(place: Place, store: SessionStore) {
    this.#record = new JsonRecord(store, keysOf(place).passkeys);
  }

  /** Learns of somebody, by what they typed as their name, whether they have a passkey here. */
  of(username: string) {
    return { accepted: () => this.remember(username), refused: () => this.forget(username) };
  }

  /** Who signed in by a passkey last: what they typed as their name. */
  async username(): Promise<string | undefined> {
    return textOf(await this.#record.read(), 'username');
  }

  /** Somebody who typed this name signs in by a passkey. */
  async remember(username: string): Promise<void> {
    await this.#record.write({ ...(await this.#record.read()), username });
  }

  /** Forgets this name, or whatever it is. */
  async forget(username?: string): Promise<void> {
    const { username: kept, ...rest } = await this.#record.read();
    if (username === undefined || username === kept) await this.#record.write(rest);
  }

  /** Whether somebody may be asked if they want a passkey: who has one here, or has put it off, may not. */
  async mayAsk(sub: string, username: string, now: number): Promise<boolean> {
    const kept = await this.#record.read();
    const later = fieldsOf(kept['later']);
    if (kept['username'] === username) return false;
    return !Object.hasOwn(later, sub) || (typeof later[sub] === 'number' && later[sub] <= now);
  }

  /** Somebody does not want to be asked before a time in epoch milliseconds, or ever (`null`). */
  async askLater(sub: string, time: number | null): Promise<void> {
    const kept = await this.#record.read();
    await this.#record.write({ ...kept, later: { ...fieldsOf(kept['later']), [sub]: time } });
  }
}
