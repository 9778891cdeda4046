import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { ROOT } from '../../scripts/sources.mjs';

/** The imports of the samples of a page, and their modules. */
const PACKAGE = {
  'auth-elements': ['src/index.ts'],
  'auth-elements/define': ['src/define.ts'],
  'auth-elements/define/*': ['src/define/*.ts'],
  'auth-elements/client': ['src/client/index.ts'],
  'auth-elements/kit': ['src/kit/index.ts'],
  'auth-elements/testing': ['src/testing/index.ts'],
  'auth-elements/text/*': ['src/text/*.ts'],
};

/**
 * The samples in JavaScript and TypeScript of a page, one after the other, as one module.
 *
 * @param {string} page Its path.
 */
export function compileSamples(page) {
  const path = `${ROOT}${page.replace(/\.md$/, '.samples.ts')}`;
  const text = readFileSync(`${ROOT}${page}`, 'utf8');
  const code = [...text.matchAll(/```[jt]s\n([^]*?)```/g)].map(([, block]) => block).join('\n');

  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = Object.fromEntries(Object.entries(PACKAGE).map(([name, [file]]) => [name, [`${ROOT}${file}`]]));
  const settings = { ...options, noEmit: true, noUnusedLocals: false, paths };
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true) : read(file, ...rest);
  host.fileExists = (file) => file === path || ts.sys.fileExists(file);

  const program = ts.createProgram([path], settings, host);
  const problems = program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return { text, code, program, problems };
}
