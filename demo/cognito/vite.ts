import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { SEED, startLocalCognito } from './index.js';
import type { LocalCognito, LocalCognitoOptions, SeedPool } from './index.js';
import { createPool } from './seed/seed-pool.js';
import type { Pool } from './store/model.js';

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

/** What people of a pool may choose from who need not have a second factor, as `<auth-select-mfa-type>` takes it. */
const mfaTypesOf = ({ mfa, mfaMethods }: Pool): object | undefined =>
  mfa === 'OPTIONAL'
    ? {
        totp: mfaMethods.includes('SOFTWARE_TOKEN_MFA'),
        sms: mfaMethods.includes('SMS_MFA'),
        email: mfaMethods.includes('EMAIL_OTP'),
        optional: true,
      }
    : undefined;

const describe = (endpoint: string, seeds: readonly SeedPool[] = SEED): object => ({
  endpoint,
  pools: seeds.map((seed) => {
    const pool = createPool(seed);
    return {
      title: seed.title,
      authFlow: seed.authFlow,
      ...(pool.defaultEmailOption === 'CONFIRM_WITH_LINK' && { verification: 'link' }),
      mfaTypes: mfaTypesOf(pool),
      userPoolId: pool.id,
      userPoolClientId: seed.client.id,
      people: seed.users.map(({ username, password = '', note, totp }) => ({
        username,
        password,
        note,
        totp: Boolean(totp),
      })),
    };
  }),
});
