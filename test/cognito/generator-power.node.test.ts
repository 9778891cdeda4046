import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import fc from 'fast-check';
import { generatorPower } from '../../src/cognito/generator-power.js';
import { modularPower } from '../../src/cognito/modular-power.js';

const Helper = 'default' in library ? library.default : library;
/** The prime of the group, as the library has it. */
const N = BigInt(`0x${new Helper('Example1').N.toString(16)}`);

describe('A power of the generator', () => {
  it('is what it is by any other way', () => {
    const limit = 2n ** 256n;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: limit - 1n }), (exponent) => {
        assert.equal(generatorPower(exponent, N), modularPower(2n, exponent, N));
      }),
      { numRuns: 50, examples: [[0n], [1n], [limit - 1n], [2n ** 64n], [2n ** 128n], [2n ** 192n]] },
    );
  });

  it('is refused for an exponent that its table is too short for', () => {
    assert.throws(() => generatorPower(2n ** 256n, N), RangeError);
  });
});
