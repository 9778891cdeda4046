import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/sources.mjs';
import { installPackage } from './packed-package.mjs';

/**
 * @typedef {object} Problem What the checker of a framework finds in a file.
 * @property {string} file
 * @property {number} line From 1 on.
 * @property {string} message
 */

/** As strict as an app can be. */
const SETTINGS = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    experimentalDecorators: true,
    jsx: 'react-jsx',
    skipLibCheck: true,
    noEmit: true,
  },
  vueCompilerOptions: { strictTemplates: true },
};

/** What tsc and vue-tsc print of a problem. */
const TSC = /^(?<file>[^\s(]+)\((?<line>\d+),\d+\): error TS\d+: (?<message>.*)$/gm;

/** The checker of each kind of file, and what it prints of a problem. */
const CHECKERS = [
  { kind: /\.tsx?$/, command: ['typescript/bin/tsc', '--pretty', 'false'], prints: TSC },
  { kind: /\.vue$/, command: ['vue-tsc/bin/vue-tsc.js', '--pretty', 'false'], prints: TSC },
  {
    kind: /\.svelte$/,
    command: ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--output', 'machine'],
    prints: /^\d+ ERROR "(?<file>[^"]+)" (?<line>\d+):\d+ "(?<message>.*)"$/gm,
  },
];

/**
 * Runs a checker, which fails where it finds something.
 *
 * @param {string} folder
 * @param {string[]} command
 * @returns {Promise<string>} What it prints.
 */
const run = (folder, [script = '', ...args]) =>
  new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 2 ** 24 };
    execFile(process.execPath, [`${ROOT}node_modules/${script}`, ...args], options, (_, out, warnings) =>
      resolve(out + warnings),
    );
  });

/**
 * Checks the files of one kind in an app of their own. It is not below a folder `node_modules`, whose files svelte-check
 * would not see.
 *
 * @param {(typeof CHECKERS)[number]} checker
 * @param {[path: string, text: string][]} files
 * @returns {Promise<Problem[]>}
 */
async function check({ command, prints }, files) {
  const installed = await installPackage();
  const folder = mkdtempSync(join(tmpdir(), 'auth-elements-app-'));
  try {
    symlinkSync(installed, `${folder}/node_modules`, 'junction');
    const settings = { ...SETTINGS, files: files.map(([path]) => path) };
    for (const [path, text] of files) writeFileSync(`${folder}/${path}`, text);
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(settings));
    const printed = await run(folder, command);
    const found = [...printed.matchAll(prints)].map(({ groups: { file, line, message } = {} }) => ({
      file: String(file),
      line: Number(line),
      message: String(message),
    }));
    return found.length > 0 || /^$|COMPLETED/.test(printed) ? found : [{ file: '', line: 0, message: printed }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Checks files of an app that has the package as npm installs it, each kind with the checker of its framework.
 *
 * @param {Readonly<Record<string, string>>} files Their text, by name.
 */
export async function problemsIn(files) {
  await installPackage();
  const found = CHECKERS.map(async (checker) => {
    const own = Object.entries(files).filter(([path]) => checker.kind.test(path));
    return own.length > 0 ? check(checker, own) : [];
  });
  return (await Promise.all(found)).flat();
}
