import { fieldsOf, textOf } from '../cognito/json.js';
import type { SessionStore } from '../config/config.js';
import { JsonRecord } from './json-record.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';

/**
 * What this browser knows about the passkeys of its users: who signed in by one last, so that it can be offered before a
 * username is typed, and who has put off or declined the prompt for one. Kept in the store of the session, and after a
 * sign-out. Nothing of it is secret.
 */
export class PasskeyMemory {
  readonly #record: JsonRecord;

  constructor(place: Place, store: SessionStore) {
    this.#record = new JsonRecord(store, keysOf(place).passkeys);
  }

  /** Records whether the user who typed this name has a passkey here. */
  of(username: string) {
    return { accepted: () => this.remember(username), refused: () => this.forget(username) };
  }

  /** What the user who signed in by a passkey last had typed as username. */
  async username(): Promise<string | undefined> {
    return textOf(await this.#record.read(), 'username');
  }

  /** Records that the user who typed this name signs in by a passkey. */
  async remember(username: string): Promise<void> {
    await this.#record.write({ ...(await this.#record.read()), username });
  }

  /** Forgets this name, or any. */
  async forget(username?: string): Promise<void> {
    const { username: kept, ...rest } = await this.#record.read();
    if (username === undefined || username === kept) await this.#record.write(rest);
  }

  /** Whether the prompt for a passkey may be shown: not to a user who has one here, has put it off or declined. */
  async mayAsk(sub: string, username: string, now: number): Promise<boolean> {
    const kept = await this.#record.read();
    const later = fieldsOf(kept['later']);
    if (kept['username'] === username) return false;
    return !Object.hasOwn(later, sub) || (typeof later[sub] === 'number' && later[sub] <= now);
  }

  /** Puts the prompt off until a time in epoch milliseconds, or for ever (`null`). */
  async askLater(sub: string, time: number | null): Promise<void> {
    const kept = await this.#record.read();
    await this.#record.write({ ...kept, later: { ...fieldsOf(kept['later']), [sub]: time } });
  }
}
