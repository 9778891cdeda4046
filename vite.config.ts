import { defineConfig } from 'vite';
import type { ConfigEnv, Plugin, Rolldown, UserConfig } from 'vite';
import { integrity } from './scripts/integrity.mjs';
import { shrinkTemplates } from './scripts/shrink-templates.mjs';
import { localCognito } from './demo/cognito/vite.js';
import { guideSamples } from './demo/seeds/vite.js';
import { define, demoPages, manifest, modules, ROOT, served } from './scripts/sources.mjs';

const LICENSES = 'THIRD-PARTY.md';
const NOTICE = `/*! ${manifest.name} ${manifest.version} | ${manifest.license} | third-party licenses: ${LICENSES} */`;

/** The chunk of what the entry imports at once. */
const FIRST_PAINT = 'core';
/**
 * Chromium compiles a file that begins with this while it arrives, and in another thread, instead of each function when it
 * is first called. {@link https://v8.dev/blog/explicit-compile-hints}
 */
const ALL_CALLED = '//# allFunctionsCalledOnLoad';

/** What its user's bundler adds: every dependency that a file of ours imports, but for the SRP part (decision 7). */
function isExternal(id: string, importer = ''): boolean {
  if (importer.includes('/node_modules/') || importer.endsWith('/cognito/srp/library-hashing.ts')) return false;
  return Object.keys(manifest.dependencies).some((name) => id === name || id.startsWith(`${name}/`));
}

/** ES modules for bundlers, one for each source file. */
const packaged = (): UserConfig => ({
  define,
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: true,
    minify: false,
    license: { fileName: LICENSES },
    lib: { entry: modules(), formats: ['es'] },
    rolldownOptions: {
      external: isExternal,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  plugins: [withoutEmptyModules],
});

/** One module for a page without a bundler, and chunks beside it for what is needed later. */
const forPages = (): UserConfig => ({
  define: { ...define, 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: `dist/cdn/${manifest.version}`,
    target: 'es2022',
    sourcemap: true,
    modulePreload: false,
    license: { fileName: LICENSES },
    lib: { entry: { 'auth-elements': 'src/cdn.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        codeSplitting: {
          groups: [
            { name: firstPaint, debugName: 'first paint' },
            { name: 'screen-parts', test: /\/src\/kit\//, minShareCount: 2 },
          ],
        },
        entryFileNames: '[name].js',
        // No hashes: the folder has the version in its name. What defines an element has the name that bundlers know.
        chunkFileNames: ({ name, moduleIds }) =>
          `${moduleIds.includes(`${ROOT}src/define/${name}.ts`) ? 'define' : 'chunks'}/[name].js`,
        // One notice is enough: the other files are only reached through the entry.
        postBanner: ({ isEntry, name }) => (isEntry ? NOTICE : name === FIRST_PAINT ? ALL_CALLED : ''),
      },
    },
  },
  plugins: [shrinkTemplates, plainNames, integrity],
});

/** The demo: served from its sources while developing, built on top of dist/ for `npm run preview`. */
const demo = ({ command }: ConfigEnv): UserConfig => {
  const port = Number(process.env['PORT'] ?? 5173);
  return {
    ...served,
    root: `${ROOT}demo`,
    publicDir: false,
    build: {
      outDir: `${ROOT}dist/demo`,
      // A button shows no icon that is a `data:` URL.
      assetsInlineLimit: 0,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: demoPages().map((page) => `${ROOT}${page}`) },
    },
    server: { port, strictPort: true, fs: { allow: [ROOT] } },
    preview: { port, strictPort: true },
    plugins: [
      guideSamples,
      command === 'build'
        ? builtPackage
        : localCognito({ port: Number(process.env['COGNITO_PORT'] ?? 9229), upstream: true }),
    ],
  };
};

/** What the entry imports at once goes into one chunk. It compresses better in one piece, and comes in one request. */
const firstPaint: Rolldown.CodeSplittingNameFunction = (id, context) => {
  const isImported = (module: string, seen: Set<string>): boolean => {
    const info = context.getModuleInfo(module);
    if (!info || seen.has(module)) return false;
    seen.add(module);
    return info.isEntry || info.importers.some((importer) => isImported(importer, seen));
  };
  return isImported(id, new Set()) ? FIRST_PAINT : null;
};

/** Two chunks of one name would be told apart by a number, which may be the other's in the next version. */
const plainNames: Plugin = {
  name: 'plain-names',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || file.fileName.endsWith(`/${file.name}.js`) || file.isEntry) continue;
      this.error(`More than one chunk would be called ${file.name}: rename a module.`);
    }
  },
};

/** The modules that can be imported by the name of an entry. */
const ENTRIES = new Set(
  Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : target.default.replace('./dist/', ''),
  ),
);

/** Files that hold nothing but types are of no use at run time, unless a page imports an entry for its types. */
const withoutEmptyModules: Plugin = {
  name: 'without-empty-modules',
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (ENTRIES.has(name) || file.type !== 'chunk' || /[^\s;]/.test(file.code.replace(/export \{\s*\}|\/\/#.*/g, '')))
        continue;
      Reflect.deleteProperty(bundle, name);
      Reflect.deleteProperty(bundle, `${name}.map`);
    }
  },
};

/** Puts the built files in the place of the sources, so that the preview shows what is published. */
const builtPackage: Plugin = {
  name: 'built-package',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    if (!resolved?.id.startsWith(`${ROOT}src/`)) return resolved;
    return `${ROOT}dist/${resolved.id.slice(`${ROOT}src/`.length, -'.ts'.length)}.js`;
  },
};

export default defineConfig((env) => {
  if (env.mode === 'package') return packaged();
  if (env.mode === 'cdn') return forPages();
  return demo(env);
});
