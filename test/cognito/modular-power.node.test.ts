import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { modularPower } from '../../src/cognito/modular-power.js';

/** By the definition, one multiplication at a time. */
const slowly = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let result = 1n % modulus;
  for (let left = exponent; left > 0n; left -= 1n) result = (result * base) % modulus;
  return result;
};

describe('A modular power', () => {
  it('is the product of so many factors', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 2n ** 80n }),
        fc.bigInt({ min: 0n, max: 600n }),
        fc.bigInt({ min: 0n, max: 2n ** 80n }),
        (modulus, exponent, base) =>
          modularPower(base % modulus, exponent, modulus) === slowly(base % modulus, exponent, modulus),
      ),
    );
  });

  it('adds exponents when powers are multiplied, whatever their size', () => {
    const size = { min: 0n, max: 2n ** 3072n };
    fc.assert(
      fc.property(fc.bigInt(size), fc.bigInt({ min: 0n, max: 2n ** 512n }), fc.bigInt(size), (base, one, modulus) => {
        const [m, other] = [modulus + 1n, one / 3n];
        const power = (exponent: bigint) => modularPower(base % m, exponent, m);
        assert.equal((power(one) * power(other)) % m, power(one + other));
      }),
      { numRuns: 20 },
    );
  });
});
