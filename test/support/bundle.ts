import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'vite';
import type { UserConfig } from 'vite';
import { define, ROOT } from '../../scripts/sources.mjs';
import { buildOnce } from './builds.mjs';

/** Bundles a script for a page, as its author would. Returns the code by path: `/page.js`. */
export async function bundle(input: string, resolve: UserConfig['resolve'] = {}): Promise<ReadonlyMap<string, string>> {
  const folder = await buildOnce(basename(input, '.ts'), (outDir) =>
    build({
      define,
      resolve,
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: {
          input: ROOT + input,
          // Scripts of a page may import from it.
          preserveEntrySignatures: 'exports-only',
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    }),
  );
  return new Map(readdirSync(folder).map((file) => [`/${file}`, readFileSync(`${folder}/${file}`, 'utf8')]));
}
