import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

/** @type {{ name: string, exports: Record<string, string | { types: string, default: string }> }} */
const manifest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));

/**
 * The public entries of package.json that are built from one source file each: what people import, and the file behind
 * it (`*` stands for any file name). The CDN build is made of all of them and is not in this list.
 */
const sources = Object.entries(manifest.exports).flatMap(([name, target]) => {
  const file = typeof target === 'string' ? target : target.default;
  const source = /^\.\/dist\/(?!cdn\/)(.*)\.js$/.exec(file)?.[1];
  return source ? [{ specifier: manifest.name + name.slice(1), source: `src/${source}.ts` }] : [];
});

/** Resolves the package's own name to its sources, for tests and the demo. */
export const aliases = sources.map(({ specifier, source }) => ({
  find: new RegExp(`^${specifier.replace('*', '([\\w-]+)')}$`),
  replacement: fileURLToPath(new URL(source, ROOT)).replace('*', '$1'),
}));

/**
 * The files to build, by their names below dist/.
 *
 * @returns {Record<string, string>}
 */
export function entryFiles() {
  const files = sources.flatMap(({ source }) => {
    const [folder = '', rest] = source.split('*');
    if (rest === undefined) return existsSync(new URL(source, ROOT)) ? [source] : [];
    if (!existsSync(new URL(folder, ROOT))) return [];
    return readdirSync(new URL(folder, ROOT))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => folder + file);
  });
  return Object.fromEntries(
    files.map((file) => [file.slice('src/'.length, -'.ts'.length), fileURLToPath(new URL(file, ROOT))]),
  );
}
