import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { modularPower } from '../../../src/cognito/srp/modular-power.js';
import { MULTIPLIER, multiply, PRIME } from '../../../src/cognito/srp/srp-group.js';
import { libraryGroup } from '../../support/library-proof.js';

const numbers = fc.bigInt({ min: 0n, max: PRIME - 1n });

describe('The group', () => {
  it('is the one of amazon-cognito-identity-js', () => {
    assert.deepEqual({ N: PRIME, k: MULTIPLIER }, libraryGroup());
  });

  it('multiplies as a division by the modulus does', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        assert.equal(multiply(one, other), (one * other) % PRIME);
      }),
      { numRuns: 1000, examples: [[PRIME - 1n, PRIME - 1n]] },
    );
  });
});

describe('A modular power', () => {
  it('is the product of so many factors', () =>
    fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 0, max: 200 }), async (base, exponent) => {
        const product = Array.from({ length: exponent }, () => base).reduce(multiply, 1n);
        assert.equal(await modularPower(base, BigInt(exponent)), product);
      }),
    ));

  it('adds exponents when powers are multiplied, whatever their size', () =>
    fc.assert(
      fc.asyncProperty(numbers, fc.bigInt({ min: 0n, max: 2n ** 512n }), async (base, one) => {
        const powers = await Promise.all([one, one / 3n, one + one / 3n].map((power) => modularPower(base, power)));
        const [first = 0n, second = 0n, sum] = powers;
        assert.equal(multiply(first, second), sum);
      }),
      { numRuns: 20 },
    ));

  it('yields to other tasks while it takes long', async () => {
    let isDone = false;
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (!isDone) setTimeout(count);
    };
    setTimeout(count);
    // Long enough for a second or so, and thus for many slices.
    await modularPower(PRIME - 2n, 2n ** 40_000n).finally(() => (isDone = true));
    assert.ok(turns > 3, `${turns} turns`);
  });
});
