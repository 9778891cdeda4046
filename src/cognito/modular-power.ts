/** Bits of the exponent that are worked on at a time: one hexadecimal digit. */
const WINDOW = 4n;

/**
 * `base ** exponent % modulus` on the browser's own big integers: fixed windows, left to right (Menezes, van Oorschot
 * and Vanstone, Handbook of Applied Cryptography, 14.82). Not in constant time, as nothing in a browser is.
 *
 * @param base From 0 to below the modulus.
 * @param exponent At least 0.
 */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n];
  for (let power = 1n; powers.length < 1 << Number(WINDOW); powers.push(power)) power = (power * base) % modulus;
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let bit = 0n; bit < WINDOW; bit += 1n) result = (result * result) % modulus;
    const power = powers[parseInt(digit, 16)] ?? 1n;
    if (power !== 1n) result = (result * power) % modulus;
  }
  return result % modulus;
}
