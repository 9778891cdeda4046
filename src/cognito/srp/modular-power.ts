import { multiply } from './srp-group.js';
import { timeSlices } from './time-slices.js';

/** The exponent in windows: single zeros, and up to five bits that begin and end with a one. */
const WINDOWS = /1[01]{0,3}1|1|0/g;

/** `base`, `base ** 3` … `base ** 31` */
const ODD_POWERS = 16;

/**
 * `base ** exponent` modulo the prime on the browser's own big integers, in slices of time: sliding windows, left to right
 * (Menezes, van Oorschot and Vanstone, Handbook of Applied Cryptography, 14.85). Not in constant time, as nothing in a
 * browser is.
 *
 * @param base From 0 to below the prime.
 * @param exponent At least 0.
 */
export async function modularPower(base: bigint, exponent: bigint): Promise<bigint> {
  const endOfStep = timeSlices();
  const square = multiply(base, base);
  const powers = [base];
  for (let power = base; powers.length < ODD_POWERS; powers.push(power)) power = multiply(power, square);
  let result = 1n;
  for (const [window] of exponent.toString(2).matchAll(WINDOWS)) {
    for (let bit = 0; bit < window.length; bit += 1) result = multiply(result, result);
    if (window !== '0') result = multiply(result, powers[parseInt(window, 2) >> 1] ?? 1n);
    await endOfStep();
  }
  return result;
}
