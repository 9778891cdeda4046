import type { AddressInfo } from 'node:net';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { SEED, startLocalCognito } from './index.js';
import type { LocalCognito, LocalCognitoOptions, SeedPool } from './index.js';
import { GUIDES } from './seed/guides-pool.js';
import { IDENTITY_POOLS } from './seed/identity-pools.js';
import { createPool } from './seed/seed-pool.js';
import type { Pool } from './store/model.js';

/** Where the pages of the demo fetch the endpoint, pools and users of the local Cognito. */
const DESCRIPTION = '/local-cognito.json';

/** The pools of the pages: one for the authenticator at a time, and that of the guides. */
const POOLS: readonly SeedPool[] = [...SEED, GUIDES];

const KEY = Symbol.for('auth-elements.local-cognito');

interface LocalCognitoPluginOptions extends LocalCognitoOptions {
  /** Called with the local Cognito once it listens, for tests. */
  readonly started?: (cognito: LocalCognito) => void;
}

/**
 * The running ones, by port. A restart of vite loads this module again and starts the new server before it closes the
 * old one, so the map belongs to the process.
 */
const running: Map<number, LocalCognito> =
  (Reflect.get(globalThis, KEY) as typeof running | undefined) ?? new Map<number, LocalCognito>();
Reflect.set(globalThis, KEY, running);

/** The vite plugin that starts a local Cognito beside the development and preview servers. */
export function localCognito({
  port = 9229,
  started,
  seed = POOLS,
  ...options
}: LocalCognitoPluginOptions = {}): Plugin {
  const start = async (server: ViteDevServer | PreviewServer): Promise<void> => {
    await running.get(port)?.close();
    const cognito = await startLocalCognito({ port, seed, ...options });
    server.httpServer?.once('listening', () => allowPages(cognito, server, seed));
    if (port) running.set(port, cognito);
    started?.(cognito);
    server.httpServer?.once('close', () => {
      // A newer one may have replaced and closed it.
      if (port && running.get(port) !== cognito) return;
      running.delete(port);
      void cognito.close();
    });
    server.middlewares.use(DESCRIPTION, (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(describe(cognito, seed)));
    });
  };
  return { name: 'local-cognito', configureServer: start, configurePreviewServer: start };
}

/** The `mfaTypes` for `<auth-select-mfa-type>`, where a second factor is optional. */
const mfaTypesOf = ({ mfa, mfaMethods }: Pool): object | undefined =>
  mfa === 'OPTIONAL'
    ? {
        totp: mfaMethods.includes('SOFTWARE_TOKEN_MFA'),
        sms: mfaMethods.includes('SMS_MFA'),
        email: mfaMethods.includes('EMAIL_OTP'),
        optional: true,
      }
    : undefined;

/** Lets the hosted pages return to the demo, wherever it is served: at its own address, and where it shows their pool. */
function allowPages(
  cognito: LocalCognito,
  { httpServer }: ViteDevServer | PreviewServer,
  seeds: readonly SeedPool[],
): void {
  // `address()` is a string only for pipes and sockets.
  const { port } = httpServer?.address() as AddressInfo;
  for (const [index, { client }] of seeds.entries()) {
    if (!client.oauthFlows) continue;
    const pages = [`http://localhost:${port}/`, `http://localhost:${port}/demo/`];
    const federation = pages.map((page) => `${page}federation.html`);
    cognito.allowRedirects(client.id, [...pages.flatMap((page) => [page, `${page}?pool=${index}`]), ...federation]);
    cognito.allowUpstreamRedirects(federation);
  }
}

const describe = ({ endpoint, identityEndpoint, upstream }: LocalCognito, seeds: readonly SeedPool[]): object => ({
  endpoint,
  identityEndpoint,
  identityPoolId: IDENTITY_POOLS[0].id,
  upstream,
  pools: seeds.map((seed) => {
    const pool = createPool(seed);
    return {
      ...(seed.client.oauthFlows && {
        domain: new URL(endpoint).host,
        providers: [...(upstream ? ['google'] : []), ''],
      }),
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
