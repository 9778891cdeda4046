import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATIONS } from '../../src/cognito/operations.js';
import type { Operation } from '../../src/cognito/operations.js';
import { answersNothing } from '../local-cognito/support/shape.js';

describe('Whether an empty response is a success', () => {
  for (const [name, { isEmpty = false }] of Object.entries<Operation>(OPERATIONS)) {
    it(`is what the AWS SDK says about ${name}`, () => {
      assert.equal(isEmpty, answersNothing(name.replace(/:.*/, '')));
    });
  }
});
