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

  it('shows every operation on an account', () => {
    const checker = program.getTypeChecker();
    const file = program.getSourceFile(`${ROOT}src/client/account-client.ts`);
    const symbol = file && checker.getSymbolAtLocation(file);
    const [account] = symbol ? checker.getExportsOfModule(symbol).filter(({ name }) => name === 'AccountClient') : [];
    assert.ok(account);
    const operations = checker.getDeclaredTypeOfSymbol(account).getProperties();
    assert.ok(operations.length >= 20, String(operations.length));
    for (const { name } of operations) assert.ok(code.includes(`account.${name}(`), name);
  });
});
