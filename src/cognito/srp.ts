// The one module, not the whole package: that brings a `fetch` of its own, which fails where there is no window. And its
// CommonJS form: the other one, Node cannot load.
import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import type { AuthenticationHelper, BigInteger } from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import { AuthError } from './errors.js';
import { requireText } from './fields.js';
import type { Fields } from './fields.js';
import { generatorPower } from './generator-power.js';
import { modularPower } from './modular-power.js';
import type { Secret } from './secret.js';

/** RFC 5054 asks for a private value of at least 256 bits; more costs time and buys nothing. */
const PRIVATE_VALUE_BYTES = 32;

const native = (number: BigInteger): bigint => BigInt(`0x${number.toString(16)}`);

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const bytesOfHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (byte) => parseInt(byte, 16));

const bytesOfBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

const Helper = 'default' in library ? library.default : library;

/** The protocol is the library's; the three exponentiations, where all its time goes, are the browser's. */
class FastHelper extends Helper {
  /** The library does not export its class of big integers. */
  foreign(digits: string): BigInteger {
    // Every object knows the class it is of.
    const { constructor } = this.N as BigInteger & { constructor: new (digits: string, radix: number) => BigInteger };
    return new constructor(digits, 16);
  }

  override generateRandomSmallA(): BigInteger {
    return this.foreign(hex(crypto.getRandomValues(new Uint8Array(PRIVATE_VALUE_BYTES))));
  }

  /** A = g^a mod N */
  override calculateA(a: BigInteger, callback: (error: null, result: BigInteger) => void): void {
    callback(null, this.foreign(generatorPower(native(a), native(this.N)).toString(16)));
  }

  /** S = (B - k · g^x)^(a + u · x) mod N */
  override calculateS(x: BigInteger, B: BigInteger, callback: (error: null, result: BigInteger) => void): void {
    const [N, exponent] = [native(this.N), native(x)];
    const difference = (native(B) - native(this.k) * generatorPower(exponent, N)) % N;
    const power = native(this.smallAValue) + native(this.UValue) * exponent;
    callback(null, this.foreign(modularPower(difference < 0n ? difference + N : difference, power, N).toString(16)));
  }
}

/** HMAC-SHA-256 (RFC 2104) in base64, here because pages on insecure origins have no `crypto.subtle`. */
function sign({ hash }: AuthenticationHelper, key: Uint8Array, message: Uint8Array): string {
  const pad = (filling: number) => Uint8Array.from({ length: 64 }, (_, index) => (key[index] ?? 0) ^ filling);
  const inner = bytesOfHex(hash(joined(pad(0x36), message)));
  const outer = bytesOfHex(hash(joined(pad(0x5c), inner)));
  return btoa(String.fromCharCode(...outer));
}

/** `Sat Nov 21 06:15:00 UTC 2026`, as Cognito wants it; the day has no leading zero. */
function timestamp(now: number): string {
  const [weekday = '', day, month = '', year = '', time = ''] = new Date(now).toUTCString().split(/,? /);
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

/**
 * One proof that a person knows a password, without the password (SRP-6a as in RFC 5054, with Cognito's hashes). Good
 * for one sign-in: the private value is never used twice.
 */
export class SrpProof {
  readonly #helper: FastHelper;
  readonly #poolName: string;

  /** Computes the public value, which takes some milliseconds. */
  constructor(userPoolId: string) {
    this.#poolName = userPoolId.replace(/^.*_/, '');
    this.#helper = new FastHelper(this.#poolName);
  }

  /** `SRP_A` of InitiateAuth. */
  get publicValue(): string {
    return this.#helper.largeAValue.toString(16);
  }

  /**
   * The ChallengeResponses to a `PASSWORD_VERIFIER`.
   *
   * @param challenge Its ChallengeParameters.
   * @param now Epoch milliseconds.
   * @throws AuthError `bad-response`
   */
  answer(challenge: Fields, password: Secret, now: number): Fields {
    const userId = requireText(challenge, 'USER_ID_FOR_SRP');
    const secretBlock = requireText(challenge, 'SECRET_BLOCK');
    const [B, salt] = ['SRP_B', 'SALT'].map((name) => this.#helper.foreign(requireText(challenge, name)));
    const time = timestamp(now);
    const text = new TextEncoder();
    let signature = '';
    try {
      if (!B || !salt) throw new Error('No public value, or no salt.');
      this.#helper.getPasswordAuthenticationKey(userId, password.reveal(), B, salt, (error, key) => {
        if (error) throw error;
        const message = [text.encode(this.#poolName + userId), bytesOfBase64(secretBlock), text.encode(time)];
        signature = sign(this.#helper, key, joined(...message));
      });
    } catch (cause) {
      // A public value of 0 would give any password away as right; anything else in here is no number at all.
      throw new AuthError('bad-response', { cause });
    }
    return {
      USERNAME: userId,
      PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
      PASSWORD_CLAIM_SIGNATURE: signature,
      TIMESTAMP: time,
    };
  }
}
