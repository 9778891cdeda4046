import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { ROOT } from '../../scripts/sources.mjs';
import { blocksOf } from './blocks.mjs';

/** The imports of the samples of a page, and their modules. */
const PACKAGE = {
  'auth-elements': ['src/index.ts'],
  'auth-elements/define': ['src/define.ts'],
  'auth-elements/define/*': ['src/define/*.ts'],
  'auth-elements/client': ['src/client/index.ts'],
  'auth-elements/compat': ['src/compat/index.ts'],
  'auth-elements/compat/components': ['src/compat/components/index.ts'],
  'auth-elements/elements/*': ['src/elements/*.ts'],
  'auth-elements/kit': ['src/kit/index.ts'],
  'auth-elements/testing': ['src/testing/index.ts'],
  'auth-elements/text/*': ['src/text/*.ts'],
};

/**
 * The samples in JavaScript and TypeScript of a page, compiled as code of the package's user.
 *
 * @param {string} page Its path.
 * @param {{ apart?: boolean }} [options] `apart`: each sample is a module; otherwise all of them are one.
 */
export function compileSamples(page, { apart = false } = {}) {
  const text = readFileSync(`${ROOT}${page}`, 'utf8');
  const samples = blocksOf(page).flatMap(({ language, code }) => (/^[jt]s$/.test(language) ? code : []));
  const code = samples.join('\n');
  const modules = new Map(
    (apart ? samples : [code]).map((sample, index) => [
      `${ROOT}${page.replace(/\.md$/, `.sample-${String(index + 1)}.ts`)}`,
      sample,
    ]),
  );
  return { text, code, ...compileModules(modules) };
}

/**
 * Compiles modules as code of the package's user, with the settings of this repository.
 *
 * @param {ReadonlyMap<string, string>} modules Their code, by paths in this repository that no file has.
 */
export function compileModules(modules) {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = Object.fromEntries(Object.entries(PACKAGE).map(([name, [file]]) => [name, [`${ROOT}${file}`]]));
  const settings = { ...options, noEmit: true, noUnusedLocals: false, paths };
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    const sample = modules.get(file);
    return sample === undefined ? read(file, ...rest) : ts.createSourceFile(file, sample, ts.ScriptTarget.ESNext, true);
  };
  host.fileExists = (file) => modules.has(file) || ts.sys.fileExists(file);

  const program = ts.createProgram([...modules.keys()], settings, host);
  const problems = [...modules.keys()]
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return { program, problems };
}
