import type { AuthConfig, SessionStore } from '../config/config.js';

const IDENTITY_ID = /^[\w-]+:[\da-f-]{1,64}$/i;

/**
 * The identity of a guest in the store. Cognito gives a new one to each guest who asks, so it is kept: what a guest has
 * stored at AWS belongs to it.
 */
export class GuestIdentity {
  readonly #store: SessionStore;
  /** The key of ours, and those of aws-amplify 5 and 6. */
  readonly #keys: readonly [string, ...string[]];

  constructor(
    { identityPoolId = '', identityPoolEndpoint }: Pick<AuthConfig, 'identityPoolId' | 'identityPoolEndpoint'>,
    store: SessionStore,
  ) {
    this.#store = store;
    // Each endpoint has a key of its own. Keys of other libraries do not contain one: they are of AWS itself.
    this.#keys = identityPoolEndpoint
      ? [`auth-elements.${identityPoolId}.${identityPoolEndpoint}.guest`]
      : [
          `auth-elements.${identityPoolId}.guest`,
          `CognitoIdentityId-${identityPoolId}`,
          `com.amplify.Cognito.${identityPoolId}.identityId`,
        ];
  }

  /** The id that was kept, here or by another library. */
  async read(): Promise<string | undefined> {
    for (const key of this.#keys) {
      const id = await this.#store.get(key);
      if (id && IDENTITY_ID.test(id)) return id;
    }
    return undefined;
  }

  async write(identityId: string): Promise<void> {
    if ((await this.#store.get(this.#keys[0])) !== identityId) await this.#store.set(this.#keys[0], identityId);
  }

  async forget(): Promise<void> {
    for (const key of this.#keys) if (await this.#store.get(key)) await this.#store.remove(key);
  }

  /** The id that was kept, and is not any more. */
  async take(): Promise<string | undefined> {
    const id = await this.read();
    await this.forget();
    return id;
  }
}
