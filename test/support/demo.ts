import { createServer } from 'vite';
import type { LocalCognito, LocalCognitoOptions } from '../../demo/cognito/index.js';
import { localCognito } from '../../demo/cognito/vite.js';
import { ROOT, served } from '../../scripts/sources.mjs';

/** What the demo shows to nobody who is not signed in. */
export const APP = 'Only signed-in people see this';

/** The demo and its local Cognito, each on a port of its own. */
export interface Demo {
  /** `http://localhost:49152/` */
  readonly url: string;
  readonly cognito: LocalCognito;
  close(): Promise<void>;
}

/** Serves the demo from its sources, with a Cognito that nobody else uses. Close it when the test ends. */
export async function startDemo(options: Omit<LocalCognitoOptions, 'port'> = {}): Promise<Demo> {
  let cognito: LocalCognito | undefined;
  const server = await createServer({
    ...served,
    configFile: false,
    root: `${ROOT}demo`,
    // Apart from the cache of `npm start`, which may be running.
    cacheDir: `${ROOT}node_modules/.vite/end-to-end`,
    logLevel: 'warn',
    server: { port: 0, fs: { allow: [ROOT] }, watch: null },
    plugins: [localCognito({ ...options, port: 0, started: (started) => (cognito = started) })],
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url || !cognito) {
    await server.close();
    throw new Error('The demo did not start.');
  }
  return { url, cognito, close: () => server.close() };
}
