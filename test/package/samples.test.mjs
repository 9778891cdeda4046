import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/sources.mjs';
import { compileSamples } from '../support/samples.mjs';

describe('A code sample', () => {
  for (const page of ['README.md', 'docs/compat.md', 'docs/passkeys.md']) {
    it(`compiles, from ${page}`, () => {
      const { code, problems } = compileSamples(page);
      assert.deepEqual(problems, []);
      assert.ok(code.includes('auth-elements'));
    });
  }

  it('compiles, each sample of docs/federation.md by itself', () => {
    const { code, problems } = compileSamples('docs/federation.md', { apart: true });
    assert.deepEqual(problems, []);
    assert.ok(code.includes('discovery'));
  });

  it('compiles, each sample of docs/compat-components.md by itself', () => {
    const { code, problems } = compileSamples('docs/compat-components.md', { apart: true });
    assert.deepEqual(problems, []);
    assert.ok(code.includes('withAuthenticator'));
  });

  it('compiles, each sample of docs/migration.md by itself', () => {
    const { code, problems } = compileSamples('docs/migration.md', { apart: true });
    assert.deepEqual(problems, []);
    assert.ok(code.includes('auth-submit'));
  });

  it('compiles, each sample of docs/kit.md by itself, and is what the tests of own elements run', () => {
    const { code, problems } = compileSamples('docs/kit.md', { apart: true });
    assert.deepEqual(problems, []);
    const shown = code.match(/^class [^]+?^}/gm) ?? [];
    const run = readFileSync(`${ROOT}test/support/own-elements.ts`, 'utf8').replaceAll('export class', 'class');
    assert.equal(shown.length, 5);
    for (const sample of shown) assert.ok(run.includes(sample), sample);
  });
});
