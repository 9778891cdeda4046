import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { SEED, startLocalCognito } from './index.js';
import type { LocalCognito, LocalCognitoOptions, SeedPool } from './index.js';

/** Where the pages of the demo learn which Cognito this is and who has an account there. */
const DESCRIPTION = '/local-cognito.json';

const KEY = Symbol.for('auth-elements.local-cognito');

interface LocalCognitoPluginOptions extends LocalCognitoOptions {
  /** Told of the Cognito as soon as it listens: its outbox and its clock, for tests. */
  readonly started?: (cognito: LocalCognito) => void;
}

/**
 * Those that listen, by port. When vite restarts, it starts the next server before it closes the one before, and loads
 * this module again: so the map belongs to the process.
 */
const running: Map<number, LocalCognito> =
  (Reflect.get(globalThis, KEY) as typeof running | undefined) ?? new Map<number, LocalCognito>();
Reflect.set(globalThis, KEY, running);

/** Starts a local Cognito beside vite, for development and for the preview of what was built. */
export function localCognito({ port = 9229, started, ...options }: LocalCognitoPluginOptions = {}): Plugin {
  const start = async (server: ViteDevServer | PreviewServer): Promise<void> => {
    await running.get(port)?.close();
    const cognito = await startLocalCognito({ port, ...options });
    if (port) running.set(port, cognito);
    started?.(cognito);
    server.httpServer?.once('close', () => {
      // Another one may have taken its place, and closed it.
      if (port && running.get(port) !== cognito) return;
      running.delete(port);
      void cognito.close();
    });
    server.middlewares.use(DESCRIPTION, (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(describe(cognito.endpoint, options.seed)));
    });
  };
  return { name: 'local-cognito', configureServer: start, configurePreviewServer: start };
}

const describe = (endpoint: string, seed: readonly SeedPool[] = SEED): object => ({
  endpoint,
  pools: seed.map(({ title, authFlow, pool, client, people }) => ({
    title,
    authFlow,
    ...(pool.defaultEmailOption === 'CONFIRM_WITH_LINK' && { verification: 'link' }),
    userPoolId: pool.id,
    userPoolClientId: client.id,
    people: people.map(({ username, password = '', note, totp }) => ({
      username,
      password,
      note,
      totp: Boolean(totp),
    })),
  })),
});
