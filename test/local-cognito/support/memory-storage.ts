/* eslint-disable @typescript-eslint/no-deprecated -- The whole library is, and its users are many. */
import type { ICognitoStorage } from 'amazon-cognito-identity-js';

/** A storage for amazon-cognito-identity-js in memory. */
export class MemoryStorage implements ICognitoStorage {
  readonly #items = new Map<string, string>();
  readonly setItem = (key: string, value: string): void => void this.#items.set(key, value);
  readonly getItem = (key: string): string | null => this.#items.get(key) ?? null;
  readonly removeItem = (key: string): void => void this.#items.delete(key);
  readonly clear = (): void => this.#items.clear();
  readonly keys = (): IterableIterator<string> => this.#items.keys();
}
