import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { generatorPower } from '../../../src/cognito/srp/generator-power.js';
import { modularPower } from '../../../src/cognito/srp/modular-power.js';

describe('A power of the generator', () => {
  it('has the same result as a plain modular power', () => {
    const limit = 2n ** 256n;
    return fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: limit - 1n }), async (exponent) => {
        assert.equal(generatorPower(exponent), await modularPower(2n, exponent));
      }),
      { numRuns: 50, examples: [[0n], [1n], [limit - 1n], [2n ** 64n], [2n ** 128n], [2n ** 192n]] },
    );
  });

  it('is refused for an exponent that is too long for its table', () => {
    assert.throws(() => generatorPower(2n ** 256n), RangeError);
  });
});
