import { startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito, SeedPool } from '../../demo/cognito/index.js';
import { AuthClass, Hub } from '../../src/compat/index.js';
import type { CompatConfig } from '../../src/compat/index.js';
import type { HubCapsule } from '../../src/compat/index.js';

/** A storage of the guides, in memory. */
export class TestStorage {
  readonly all = new Map<string, string>();
  getItem(key: string): string | null {
    return this.all.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.all.set(key, value);
  }
  removeItem(key: string): void {
    this.all.delete(key);
  }
  clear(): void {
    this.all.clear();
  }
}

/** A local Cognito, one `Auth` on it, and what `Hub` has told. */
export class CompatStage {
  readonly cognito: LocalCognito;
  readonly storage = new TestStorage();
  readonly Auth: AuthClass;
  readonly told: (Omit<HubCapsule['payload'], 'data'> & { readonly data?: unknown })[] = [];
  readonly #stop: () => void;

  private constructor(cognito: LocalCognito, config: CompatConfig) {
    this.cognito = cognito;
    this.#stop = Hub.listen('auth', ({ payload }) => this.told.push(payload));
    this.Auth = this.page(config);
  }

  static async open(config: CompatConfig = {}, seed?: readonly SeedPool[]): Promise<CompatStage> {
    return new CompatStage(await startLocalCognito(seed ? { seed } : {}), config);
  }

  /** A new page, with the store of the one before. */
  page(config: CompatConfig = {}): AuthClass {
    return new AuthClass({
      region: 'us-east-1',
      userPoolId: 'us-east-1_Example1',
      userPoolWebClientId: 'abc123',
      endpoint: this.cognito.endpoint,
      storage: this.storage,
      ...config,
    });
  }

  /** The names of the events so far. */
  get events(): readonly string[] {
    return this.told.map(({ event }) => event);
  }

  /** The latest code that was sent to an address or number. */
  code(destination: string): string {
    return this.cognito.outbox.latest(destination).code;
  }

  async close(): Promise<void> {
    this.#stop();
    await this.cognito.close();
  }
}
