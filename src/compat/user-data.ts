/**
 * What users of amazon-cognito-identity-js keep about themselves: their attributes, for the time of the page. Tokens and
 * devices are kept by the client, so what they would write of those is dropped.
 */
export class UserDataCache {
  readonly #all = new Map<string, string>();

  getItem(key: string): string | null {
    return this.#all.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (key.endsWith('.userData')) this.#all.set(key, value);
  }

  removeItem(key: string): void {
    this.#all.delete(key);
  }

  clear(): void {
    this.#all.clear();
  }
}
