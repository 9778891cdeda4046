import { build } from 'vite';
import type { Rolldown, UserConfig } from 'vite';
import { define, ROOT } from '../../scripts/sources.mjs';

/** Bundles a script for a page, as whoever writes the page would. The code, by the path below the page: `/page.js`. */
export async function bundle(input: string, resolve: UserConfig['resolve'] = {}): Promise<ReadonlyMap<string, string>> {
  const built = (await build({
    define,
    resolve,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: ROOT + input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(built.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}
