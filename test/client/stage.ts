import { SEED, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito, SeedPool } from '../../demo/cognito/index.js';
import type { AuthClient, SessionChange } from '../../src/client/auth-client.js';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import type { AuthConfig, UserPoolConfig } from '../../src/config/config.js';
import { TestClock } from './test-clock.js';

/** Handles a request instead of Cognito; `pass` sends it on. */
export type Interception = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

/** An exception of Cognito, as it is sent. */
export const refusal = (name: string, message: string): Response =>
  Response.json({ __type: name, message }, { status: 400 });

/** A client, and what it has told. */
export type StageClient = AuthClient & { readonly changes: SessionChange[] };

/** A local Cognito, a device with a store, and the clients that a test opens on it. */
export class Stage {
  readonly clock: TestClock;
  readonly cognito: LocalCognito;
  /** The store of the device, which survives a page. */
  readonly kept = new Map<string, string>();
  /** The operations, or endpoints (`POST /oauth2/token`), that clients requested, in order. */
  readonly asked: string[] = [];
  intercept: Interception = (_, pass) => pass();

  constructor(clock: TestClock, cognito: LocalCognito) {
    this.clock = clock;
    this.cognito = cognito;
  }

  static async open(seed: readonly SeedPool[] = SEED): Promise<Stage> {
    const clock = new TestClock();
    return new Stage(clock, await startLocalCognito({ seed, now: clock.now }));
  }

  /** A new client, as after a reload. */
  client(config: Partial<UserPoolConfig> = {}): StageClient {
    return this.open({ userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', ...config });
  }

  /** The configuration of the device, with the pool of the seed. */
  config(): UserPoolConfig & Pick<AuthConfig, 'storage' | 'environment'> {
    return { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', ...this.#device() };
  }

  /** A new client with this configuration. */
  open(config: AuthConfig): StageClient {
    const client = createAuthClient({ ...this.#device(), ...config });
    const changes: SessionChange[] = [];
    client.watch((change) => changes.push(change));
    return Object.assign(client, { changes });
  }

  close(): Promise<void> {
    return this.cognito.close();
  }

  #device(): Pick<AuthConfig, 'storage' | 'environment'> {
    return {
      storage: {
        get: (key) => this.kept.get(key),
        set: (key, value) => void this.kept.set(key, value),
        remove: (key) => void this.kept.delete(key),
        keys: () => this.kept.keys(),
      },
      environment: { ...this.clock.environment, fetch: this.#fetch },
    };
  }

  readonly #fetch: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    const { hostname, pathname } = new URL(request.url);
    this.asked.push(request.headers.get('x-amz-target')?.replace(/^.*\./, '') ?? `${request.method} ${pathname}`);
    // Without an endpoint, a client sends requests to AWS; here they go to the local Cognito.
    const address = hostname.endsWith('.amazonaws.com') ? new URL(pathname, this.cognito.endpoint) : input;
    return this.intercept(request, () => fetch(address, init));
  };
}
