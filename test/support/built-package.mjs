import { copyFileSync } from 'node:fs';
import { build } from 'vite';
import { ROOT } from '../../scripts/sources.mjs';
import { buildOnce } from './builds.mjs';

/**
 * Builds the package as `npm run build` does, into a folder from which the dependencies can be resolved.
 *
 * @param {'package' | 'cdn'} mode For bundlers, or for pages without one.
 * @returns {Promise<string>} The folder that is published as dist/, or dist/cdn/.
 */
export async function buildPackage(mode = 'package') {
  const root = await buildOnce(mode, async (folder) => {
    // Its `sideEffects` tells bundlers which files they must keep.
    copyFileSync(`${ROOT}package.json`, `${folder}/package.json`);
    await build({ root: ROOT, mode, logLevel: 'warn', build: { outDir: `${folder}/dist` } });
  });
  return `${root}/dist`;
}
