import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { ROOT } from '../../scripts/sources.mjs';
import { buildOnce } from './builds.mjs';
import { buildPackage } from './built-package.mjs';

const TSC = `${ROOT}node_modules/typescript/bin/tsc`;

/** What an app has besides the package. */
const FRAMEWORKS = ['@angular', '@types', '@vitejs', 'next', 'react', 'react-dom', 'rxjs', 'svelte', 'vite', 'vue'];

/**
 * Packs the package as npm would publish it, with its types, and installs it beside the frameworks.
 *
 * @returns {Promise<string>} What an app has as node_modules. To be read only.
 */
export const installPackage = () =>
  buildOnce('node_modules', async (folder) => {
    const source = `${folder}/source`;
    const installed = `${folder}/auth-elements`;
    mkdirSync(installed, { recursive: true });
    cpSync(await buildPackage(), `${source}/dist`, { recursive: true });
    // What the sources have wrong, the check of types tells.
    execFileSync(process.execPath, [
      TSC,
      '-p',
      `${ROOT}tsconfig.build.json`,
      '--noCheck',
      '--outDir',
      `${source}/dist`,
    ]);
    for (const file of ['package.json', 'custom-elements.json']) cpSync(ROOT + file, `${source}/${file}`);
    const options = /** @type {const} */ ({ cwd: source, encoding: 'utf8', shell: process.platform === 'win32' });
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], options));
    execFileSync('tar', ['-xzf', filename, '-C', installed, '--strip-components=1'], { cwd: source });
    rmSync(source, { recursive: true });
    for (const name of FRAMEWORKS) symlinkSync(`${ROOT}node_modules/${name}`, `${folder}/${name}`, 'junction');
  });
