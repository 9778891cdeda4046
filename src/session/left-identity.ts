import { fieldsOf, numberOf, objectOf, parseJson, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import type { SessionStore } from '../config/config.js';
import type { ProviderLogin } from '../providers/provider.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';
import { MARKS } from './amplify-marks.js';

/** A user whom another library has signed in. */
export interface LeftLogin {
  readonly provider: string;
  readonly login: ProviderLogin;
  readonly user: Fields;
}

/**
 * The user whom aws-amplify 5 has signed in by the token of a provider: `{ provider, token, user, expires_at, identity_id }`
 * in its store. It does not say which identity that is.
 */
export class LeftIdentity {
  readonly #store: SessionStore;
  readonly #key: string | undefined;

  constructor(place: Place, store: SessionStore) {
    this.#store = store;
    this.#key = keysOf(place).legacyIdentity;
  }

  /** Undefined when there is none, or it is damaged. */
  async read(): Promise<LeftLogin | undefined> {
    const text = this.#key && (await this.#store.get(this.#key));
    const fields = fieldsOf(parseJson(text || ''));
    const [provider, token, identityId] = ['provider', 'token', 'identity_id'].map((name) => textOf(fields, name));
    const expiresAt = numberOf(fields, 'expires_at');
    if (!provider || !token || !Number.isFinite(expiresAt)) return undefined;
    const login = { token, expiresAt, ...(identityId && { identityId }) };
    return { provider, login, user: objectOf(fields, 'user') };
  }

  async drop(): Promise<void> {
    if (!this.#key || !(await this.#store.get(this.#key))) return;
    for (const key of [this.#key, ...MARKS]) await this.#store.remove(key);
  }
}
