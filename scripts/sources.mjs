import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the package. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/**
 * What package.json says, as far as the scripts ask.
 *
 * @type {{ name: string, version: string, license: string, unpkg: string, jsdelivr: string, dependencies: Record<string, string>, exports: Record<string, string | { default: string }> }}
 */
export const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

/**
 * amazon-cognito-identity-js reads a variable `global` that browsers do not have. No user of this package should
 * meet that: wherever the library is bundled or served, the name is replaced.
 */
export const define = { global: 'globalThis' };

/**
 * The source file of every module, by its name below dist/. dist/ has the same files as src/, so that the paths in
 * package.json, in the type declarations and in a stack trace are those of the sources.
 *
 * @returns {Record<string, string>}
 */
export const modules = () =>
  Object.fromEntries(
    readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.d)\.ts$/.test(path) && path !== 'cdn.ts')
      .map((path) => [path.replaceAll('\\', '/').slice(0, -'.ts'.length), `${ROOT}src/${path}`]),
  );

/** The pages of the demo, as paths below {@link ROOT}. */
export const demoPages = () =>
  ['demo', 'demo/seeds'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`).flatMap((file) => (file.endsWith('.html') ? `${folder}/${file}` : [])),
  );

/** Resolves the package's own name to its sources: the demo and the tests import what a user would. */
const alias = Object.entries(manifest.exports).flatMap(([name, target]) => {
  const module = typeof target === 'string' ? undefined : /^\.\/dist\/(?!cdn\/)(.*)\.js$/.exec(target.default)?.[1];
  if (module === undefined) return [];
  return [
    {
      find: new RegExp(`^${manifest.name}${name.slice(1).replace('*', '([\\w-]+)')}$`),
      replacement: `${ROOT}src/${module.replace('*', '$1')}.ts`,
    },
  ];
});

/**
 * How vite serves the sources, to the demo and to the tests.
 *
 * @satisfies {import('vite').UserConfig}
 */
export const served = {
  define,
  resolve: { alias },
  optimizeDeps: {
    // The whole tree is looked through at the start: a dependency found later would reload the page while it is in use.
    entries: [`${ROOT}src/**/*.ts`, `${ROOT}demo/**/*.{html,ts}`, `!${ROOT}demo/cognito/**`],
    rolldownOptions: { transform: { define } },
  },
};
