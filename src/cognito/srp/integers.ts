import { bytesOfHex, hexOf } from '../bytes.js';
import type { Bytes } from '../bytes.js';

/**
 * The number that hexadecimal digits stand for; white space between them does not count.
 *
 * @throws SyntaxError
 */
export const integerOfHex = (digits: string): bigint => BigInt(`0x${digits.replace(/\s/g, '')}`);

/** The number whose bytes these are, the most significant first. */
export const integerOfBytes = (bytes: Uint8Array): bigint => integerOfHex(hexOf(bytes));

/**
 * The shortest two's complement of a number, the most significant byte first: Cognito hashes numbers in this form, which
 * is that of Java's `BigInteger.toByteArray`.
 *
 * @param integer At least 0.
 */
export function bytesOfInteger(integer: bigint): Bytes {
  const digits = integer.toString(16);
  const even = digits.length % 2 ? `0${digits}` : digits;
  return bytesOfHex(/^[89a-f]/.test(even) ? `00${even}` : even);
}
