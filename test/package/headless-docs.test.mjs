import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { ROOT } from '../../scripts/sources.mjs';

const FILE = `${ROOT}docs/headless.ts`;
const text = readFileSync(`${ROOT}docs/headless.md`, 'utf8');
const code = [...text.matchAll(/```ts\n([^]*?)```/g)].map(([, block]) => block).join('\n');

/** The samples of the page, one after the other, as a module of the package's user. */
function compiled() {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const settings = {
    ...options,
    noEmit: true,
    noUnusedLocals: false,
    paths: {
      'auth-elements/client': [`${ROOT}src/client/index.ts`],
      'auth-elements/testing': [`${ROOT}src/testing/index.ts`],
    },
  };
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === FILE ? ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true) : read(path, ...rest);
  host.fileExists = (path) => path === FILE || ts.sys.fileExists(path);
  return ts.createProgram([FILE], settings, host);
}

describe('The page about headless use', () => {
  const program = compiled();

  it('shows code that compiles', () => {
    const problems = program.getSemanticDiagnostics(program.getSourceFile(FILE));
    assert.deepEqual(
      problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      [],
    );
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
