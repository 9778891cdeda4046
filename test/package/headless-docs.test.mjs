import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/sources.mjs';
import { compileSamples } from '../support/samples.mjs';

const { text, code, program, problems } = compileSamples('docs/headless.md');

describe('The page about headless use', () => {
  it('shows code that compiles', () => {
    assert.deepEqual(problems, []);
    assert.ok(code.split('\n').length > 40);
  });

  /**
   * A type that a file of the client exports.
   *
   * @param {string} path
   * @param {string} name
   */
  function typeOf(path, name) {
    const checker = program.getTypeChecker();
    const file = program.getSourceFile(`${ROOT}src/client/${path}`);
    const symbol = file && checker.getSymbolAtLocation(file);
    const found = symbol && checker.getExportsOfModule(symbol).find((one) => one.name === name);
    assert.ok(found, name);
    return checker.getDeclaredTypeOfSymbol(found);
  }

  it('shows every operation on an account', () => {
    const operations = typeOf('account-client.ts', 'AccountClient').getProperties();
    assert.ok(operations.length >= 20, String(operations.length));
    for (const { name } of operations) assert.ok(code.includes(`account.${name}(`), name);
  });

  it('names every step, and every call that leads to one', () => {
    const steps = typeOf('step.ts', 'Step');
    assert.ok(steps.isUnion());
    const checker = program.getTypeChecker();
    const names = steps.types
      .flatMap((step) => step.getProperty('name') ?? [])
      .map((name) => checker.typeToString(checker.getTypeOfSymbol(name)));
    assert.ok(names.length >= 15, names.join());
    for (const name of names) assert.match(text, new RegExp(`^\\| \`${name.slice(1, -1)}\` `, 'm'));
    const calls = typeOf('auth-client.ts', 'FlowClient').getProperties();
    assert.ok(calls.length >= 10, String(calls.length));
    for (const { name } of calls) assert.ok(text.includes(`\`${name}\``), name);
  });
});
