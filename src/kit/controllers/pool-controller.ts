import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createAuth } from '../../auth.js';
import type { Auth, AuthOptions } from '../../auth.js';

/** A configuration, in any spelling that is understood. */
export type PoolConfig = Parameters<typeof createAuth>[0];

/** What the host is asked and told. */
interface Port {
  readonly options: (config: PoolConfig) => Promise<AuthOptions>;
  readonly changed: (auth: Auth | undefined) => void;
  readonly refused: (problem: unknown) => void;
}

/** Builds an `Auth` for an element that has a configuration, and stops it when the element has left the page. */
export class PoolController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #port: Port;
  #config: PoolConfig | undefined;
  #auth: Auth | undefined;
  #problem: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement, port: Port) {
    this.#host = host;
    this.#port = port;
    host.addController(this);
  }

  /** Why there is no `Auth`: the configuration was refused. */
  get problem(): unknown {
    return this.#problem;
  }

  /** Takes another configuration. The `Auth` of the one before is stopped. */
  use(config: PoolConfig | undefined): void {
    this.#stop();
    this.#config = config;
    if (this.#host.isConnected) void this.#build();
  }

  hostConnected(): void {
    if (!this.#auth) void this.#build();
  }

  // An element that is only moved is back before the microtask, and keeps the state of its form.
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#auth) return;
      this.#stop();
      this.#port.changed(undefined);
    });
  }

  async #build(): Promise<void> {
    const config = this.#config;
    if (!config) return;
    try {
      const options = await this.#port.options(config);
      if (config !== this.#config || !this.#host.isConnected || this.#auth) return;
      this.#auth = createAuth(config, options);
      this.#port.changed(this.#auth);
    } catch (problem) {
      this.#problem = problem;
      this.#host.requestUpdate();
      // The page cannot catch it.
      this.#port.refused(problem);
    }
  }

  #stop(): void {
    this.#auth?.stop();
    this.#auth = this.#problem = undefined;
  }
}
