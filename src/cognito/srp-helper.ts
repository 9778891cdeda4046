// The one module, not the whole package: that brings a `fetch` of its own, which fails where there is no window. And its
// CommonJS form: the other one, Node cannot load.
import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import type { BigInteger } from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import { hexOf } from './bytes.js';
import { generatorPower } from './generator-power.js';
import { modularPower } from './modular-power.js';

/** RFC 5054 asks for a private value of at least 256 bits; more costs time and buys nothing. */
const PRIVATE_VALUE_BYTES = 32;

const native = (number: BigInteger): bigint => BigInt(`0x${number.toString(16)}`);

const Helper = 'default' in library ? library.default : library;

/** The protocol is the library's; the exponentiations, where all its time goes, are the browser's. */
export class SrpHelper extends Helper {
  /** The library does not export its class of big integers. */
  foreign(digits: string): BigInteger {
    // Every object knows the class it is of.
    const { constructor } = this.N as BigInteger & { constructor: new (digits: string, radix: number) => BigInteger };
    return new constructor(digits, 16);
  }

  /** g^x mod N, in hexadecimal digits. */
  power(exponent: BigInteger): BigInteger {
    return this.foreign(generatorPower(native(exponent), native(this.N)).toString(16));
  }

  override generateRandomSmallA(): BigInteger {
    return this.foreign(hexOf(crypto.getRandomValues(new Uint8Array(PRIVATE_VALUE_BYTES))));
  }

  /** A = g^a mod N */
  override calculateA(a: BigInteger, callback: (error: null, result: BigInteger) => void): void {
    callback(null, this.power(a));
  }

  /** S = (B - k · g^x)^(a + u · x) mod N */
  override calculateS(x: BigInteger, B: BigInteger, callback: (error: null, result: BigInteger) => void): void {
    const [N, exponent] = [native(this.N), native(x)];
    const difference = (native(B) - native(this.k) * generatorPower(exponent, N)) % N;
    const power = native(this.smallAValue) + native(this.UValue) * exponent;
    callback(null, this.foreign(modularPower(difference < 0n ? difference + N : difference, power, N).toString(16)));
  }
}
