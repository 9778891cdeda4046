import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { ROOT } from '../../scripts/sources.mjs';

/**
 * Builds the package as `npm run build` does, into a folder of its own that can see the dependencies.
 *
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function buildPackage() {
  const cache = `${ROOT}node_modules/.cache`;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${cache}/package-`);
  await build({ root: ROOT, mode: 'package', logLevel: 'warn', build: { outDir: folder } });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
