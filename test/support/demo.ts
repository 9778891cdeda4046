import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import type { LocalCognito, LocalCognitoOptions } from '../../demo/cognito/index.js';
import { localCognito } from '../../demo/cognito/vite.js';
import { guideSamples } from '../../demo/seeds/vite.js';
import { demoPages, ROOT, served } from '../../scripts/sources.mjs';
import { buildOnce } from './builds.mjs';

/** The heading of the demo's app, which only signed-in users see. */
export const APP = 'Only signed-in people see this';

/** The pages of tests beside those of the demo. */
const PAGES = [
  'frameworks',
  'guides',
  'headless',
  'htmx',
  'naive',
  'observed',
  'redirect',
  'single-screens',
  'tab',
  'turbo',
] as const;

/** How they start. */
export interface DemoOptions extends Omit<LocalCognitoOptions, 'port'> {
  /** Whether browsers keep the files that are served. Then a context loads them once, for all of its pages. */
  readonly isCached?: boolean;
}

/** The demo and its local Cognito, each on a port of its own. */
export interface Demo {
  /** `http://localhost:49152/demo/` */
  readonly url: string;
  readonly cognito: LocalCognito;
  /** The URL of another page that is served with it. */
  page(name: (typeof PAGES)[number], query?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

/**
 * Bundles the sources of the pages. Served one by one, as by `npm start`, they are some hundred requests for each page
 * of a new browser context, which take longer than most tests.
 */
const bundlePages = (folder: string) =>
  build({
    ...served,
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    plugins: [guideSamples, svelte({ configFile: false })],
    build: {
      outDir: folder,
      target: 'es2022',
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: [...demoPages(), ...PAGES.map((name) => `test/support/${name}.html`)],
        checks: { bundlerTimings: false },
        // Tests intercept some of them by the names of their sources.
        output: { chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });

/** Serves the current demo, with a local Cognito of its own. Close it when the test ends. */
export async function startDemo({ isCached = false, ...options }: DemoOptions = {}): Promise<Demo> {
  let cognito: LocalCognito | undefined;
  const folder = await buildOnce('demo', bundlePages);
  const server = await preview({
    configFile: false,
    root: ROOT,
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: 0, headers: isCached ? { 'cache-control': 'max-age=3600' } : {} },
    plugins: [localCognito({ ...options, port: 0, started: (started) => (cognito = started) })],
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url || !cognito) {
    await server.close();
    throw new Error('The demo did not start.');
  }
  return {
    url: `${url}demo/`,
    cognito,
    page: (name, query = {}) => `${url}test/support/${name}.html?${new URLSearchParams(query).toString()}`,
    close: () => server.close(),
  };
}
