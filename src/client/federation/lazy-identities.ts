import { AuthError } from '../../cognito/errors.js';
import { LazyCode } from '../lazy-code.js';
import type { Identities, IdentityServices } from './open-identities.js';

/** What an identity pool is for. Its code is loaded when it is first wanted. */
export class LazyIdentities {
  readonly #config: IdentityServices['config'];
  readonly #code: LazyCode<Identities>;

  constructor(services: IdentityServices) {
    this.#config = services.config;
    this.#code = new LazyCode(async () => (await import('./open-identities.js')).openIdentities(services));
  }

  /** @throws AuthError `configuration` without an identity pool; `offline` when the code cannot be loaded. */
  async load(): Promise<Identities> {
    if (!this.#config.identityPoolId) throw new AuthError('configuration', { detail: 'identityPoolId' });
    return this.#code.load();
  }

  /** The session has ended: its credentials are not handed out any more. */
  forget(): void {
    void this.#code.current?.then(({ credentials }) => credentials.forget()).catch(() => undefined);
  }
}
