import { joined } from '../bytes.js';
import type { Bytes } from '../bytes.js';

/** The hash functions of SRP. */
export interface Hashing {
  /** SHA-256 of the parts, one after the other. */
  hash(...parts: readonly Bytes[]): Promise<Bytes>;
  /** HMAC-SHA-256 (RFC 2104) of a message, with a key that is derived as Cognito does it. */
  sign(message: Bytes, seed: KeySeed): Promise<Bytes>;
}

/** What HKDF (RFC 5869) derives a key from: 16 bytes, and the information is `Caldera Derived Key`. */
export interface KeySeed {
  readonly secret: Bytes;
  readonly salt: Bytes;
}

const KEY_BITS = 128;
const INFORMATION = new TextEncoder().encode('Caldera Derived Key');

/** By Web Crypto, which pages on insecure origins do not have. */
export const browserHashing = (subtle: SubtleCrypto): Hashing => ({
  async hash(...parts) {
    return new Uint8Array(await subtle.digest('SHA-256', joined(...parts)));
  },

  async sign(message, { secret, salt }) {
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: INFORMATION };
    const algorithm = { name: 'HMAC', hash: 'SHA-256', length: KEY_BITS };
    const source = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
    const key = await subtle.deriveKey(derivation, source, algorithm, false, ['sign']);
    return new Uint8Array(await subtle.sign('HMAC', key, message));
  },
});
