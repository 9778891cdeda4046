import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileSamples } from '../support/samples.mjs';

describe('What people can copy', () => {
  for (const page of ['README.md', 'docs/passkeys.md']) {
    it(`compiles, from ${page}`, () => {
      const { code, problems } = compileSamples(page);
      assert.deepEqual(problems, []);
      assert.ok(code.includes('auth-elements'));
    });
  }
});
