import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { ROOT } from '../../scripts/sources.mjs';

/**
 * Builds the package as `npm run build` does, into a folder of its own that can see the dependencies.
 *
 * @param {'package' | 'cdn'} mode For bundlers, or for pages without one.
 * @returns {Promise<{ folder: string, remove: () => void }>} `folder`: the one that is published as dist/, or dist/cdn/.
 */
export async function buildPackage(mode = 'package') {
  const cache = `${ROOT}node_modules/.cache`;
  mkdirSync(cache, { recursive: true });
  const root = mkdtempSync(`${cache}/${mode}-`);
  const folder = `${root}/dist`;
  // It tells bundlers which files they must not leave out.
  copyFileSync(`${ROOT}package.json`, `${root}/package.json`);
  await build({ root: ROOT, mode, logLevel: 'warn', build: { outDir: folder } });
  return { folder, remove: () => rmSync(root, { recursive: true }) };
}
