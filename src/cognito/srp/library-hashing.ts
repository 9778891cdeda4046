// The one module, not the whole package: that brings a `fetch` of its own, which fails where there is no window. And its
// CommonJS form: the other one, Node cannot load.
import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import type { BigInteger } from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import { bytesOfHex, joined } from '../bytes.js';
import type { Bytes } from '../bytes.js';
import type { Hashing } from './hashing.js';

const BLOCK_BYTES = 64;

const Helper = 'default' in library ? library.default : library;

/** The library's helper starts a proof of its own at once. That takes long, and is not needed. */
class IdleHelper extends Helper {
  override calculateA(a: BigInteger, callback: (error: null, result: BigInteger) => void): void {
    callback(null, a);
  }
}

const helper = new IdleHelper('');

const hash = (...parts: readonly Bytes[]): Bytes => bytesOfHex(helper.hash(joined(...parts)));

/** HMAC-SHA-256 with a key that is no longer than a block. */
function authenticate(key: Uint8Array, message: Bytes): Bytes {
  const pad = (filling: number) => Uint8Array.from({ length: BLOCK_BYTES }, (_, index) => (key[index] ?? 0) ^ filling);
  return hash(pad(0x5c), hash(pad(0x36), message));
}

/** By amazon-cognito-identity-js, in JavaScript. */
export const libraryHashing: Hashing = {
  hash(...parts) {
    return Promise.resolve(hash(...parts));
  },

  sign(message, { secret, salt }) {
    return Promise.resolve(authenticate(helper.computehkdf(secret, salt), message));
  },
};
