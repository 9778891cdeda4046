import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Auth } from '../../auth.js';
import type { SignInMethod } from '../../client/auth-client.js';
import type { Factor } from '../../client/step.js';
import { providerNameOf } from '../../config/provider-names.js';

/** Knows which of the methods that its host shows was used last, where the page wants that marked (`remember-method`). */
export class LastMethodController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #shown: () => Auth | undefined;
  #asked: Auth | undefined;
  #method: SignInMethod | undefined;

  /** @param shown The `Auth` in use, as long as methods are shown: each time that they come, the store is read. */
  constructor(host: ReactiveControllerHost, shown: () => Auth | undefined) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** Whether the last user has signed in at this provider. */
  wasProvider(name: string): boolean {
    const method = this.#method;
    return method !== undefined && 'provider' in method && providerNameOf(method.provider) === providerNameOf(name);
  }

  /** Whether the last user has signed in by this factor. */
  wasFactor(factor: Factor): boolean {
    const method = this.#method;
    return method !== undefined && 'factor' in method && method.factor === factor;
  }

  hostUpdate(): void {
    const shown = this.#shown();
    const auth = shown?.rememberMethod ? shown : undefined;
    if (auth === this.#asked) return;
    this.#asked = auth;
    this.#method = undefined;
    if (auth) void this.#ask(auth);
  }

  async #ask(auth: Auth): Promise<void> {
    // A mark that cannot be loaded is not missed.
    const method = await auth.client.lastMethod().catch(() => undefined);
    if (auth !== this.#asked) return;
    this.#method = method;
    this.#host.requestUpdate();
  }
}
