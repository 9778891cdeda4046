import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextForcedChallenge } from './flows/forced-challenges.js';
import { IDP_RESPONSE } from './oauth/idp-response.js';
import { createIdentityPool, IDENTITY_POOLS } from './seed/identity-pools.js';
import type { SeedIdentityPool } from './seed/identity-pools.js';
import { createPool, addUsers } from './seed/seed-pool.js';
import type { SeedPool } from './seed/seed-pool.js';
import { SEED } from './seed/seed.js';
import { listener } from './server/http-server.js';
import type { Received } from './server/http-server.js';
import { HostedPages } from './store/hosted-pages.js';
import { IdentityPools } from './store/identity-pools.js';
import { STAND_IN_WINDOW } from './stand-ins/serve.js';
import { Outbox } from './store/outbox.js';
import { Sessions } from './store/sessions.js';
import { COGNITO } from './store/model.js';
import type { Client } from './store/model.js';
import type { Store } from './store/store.js';
import { Tokens } from './store/tokens.js';
import { createTlsServer } from './tls.js';
import type { Upstream } from './upstream.js';

export { totpCode } from './store/totp.js';
export { findUser } from './store/users.js';
export { QUESTION } from './seed/question-triggers.js';
export type { TriggerEvent, Triggers } from './triggers/trigger-events.js';
export { addUsers } from './seed/seed-pool.js';
export { GUIDES } from './seed/guides-pool.js';
export { IDENTITY_POOLS } from './seed/identity-pools.js';
export { SEED } from './seed/seed.js';
export { MIAS_KEY, PASSWORD, THEAS_KEY, TOMS_KEY } from './seed/user-data.js';
export { HOSTED } from './seed/hosted-pool.js';
export type { SeedIdentityPool } from './seed/identity-pools.js';
export type { SeedUser, SeedPool } from './seed/seed-pool.js';

/** How a local Cognito starts. */
export interface LocalCognitoOptions {
  /** 0: any free port. */
  readonly port?: number;
  readonly seed?: readonly SeedPool[];
  readonly identityPools?: readonly SeedIdentityPool[];
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** Whether to listen on a second port too, with TLS and a certificate that no browser trusts. */
  readonly tls?: boolean;
  /** Whether to start an identity provider, for the providers that app clients of the seed name. */
  readonly upstream?: boolean;
  /** Chooses what an unknown user is asked: a random integer from 0, and below this. */
  readonly random?: (below: number) => number;
}

/** A running local Cognito. */
export interface LocalCognito {
  /** `http://localhost:9229/` */
  readonly endpoint: string;
  /** That of the identity pools, and of the services that take their credentials: the same. */
  readonly identityEndpoint: string;
  /** Host and port of the hosted pages, of all pools: the app client tells which. `localhost:9229` */
  readonly domain: string;
  /** The same with TLS, if that was asked for. */
  readonly tlsDomain: string | undefined;
  /** The issuer of the identity provider, if that was asked for. */
  readonly upstream: string | undefined;
  readonly outbox: Outbox;
  /** Its state: pools, users, sessions, tokens. */
  readonly store: Store;
  /** The requests so far, in order. */
  readonly received: readonly Received[];
  /** Adds addresses to the callback and sign-out URLs of an app client, as an administrator would. */
  allowRedirects(clientId: string, urls: readonly string[]): void;
  /** Adds addresses to those that the identity provider returns to from a sign-in or sign-out of the app `local-app`. */
  allowUpstreamRedirects(urls: readonly string[]): void;
  close(): Promise<void>;
}

/** Starts a local Cognito. It keeps everything in memory until it is closed. */
export async function startLocalCognito({
  port = 0,
  seed = SEED,
  identityPools = IDENTITY_POOLS,
  now = Date.now,
  tls = false,
  upstream: hasUpstream = false,
  random = (below) => randomInt(below),
}: LocalCognitoOptions = {}): Promise<LocalCognito> {
  const store: Store = {
    pools: seed.map(createPool),
    outbox: new Outbox(),
    sessions: new Sessions(now),
    hosted: new HostedPages(now),
    identityPools: new IdentityPools(
      identityPools.map((pool) => createIdentityPool(pool, seed)),
      now,
    ),
    tokens: new Tokens(now),
    srpAttempts: new Map(),
    throttled: new Map(),
    forcedChallenges: new Map(),
    nextForcedChallenge: (context) => nextForcedChallenge(store, context),
    now,
    random,
  };
  seed.forEach(({ users }, index) => addUsers(store, store.pools[index]!, users));
  const received: Received[] = [];
  const listen = listener(store, received);
  const server = createServer(listen);
  const domain = await listenOn(server, port);
  const tlsServer = tls ? await createTlsServer(listen) : undefined;
  const tlsDomain = tlsServer && (await listenOn(tlsServer, 0));
  const origins = [`http://${domain}`, ...(tlsDomain ? [`https://${tlsDomain}`] : [])];
  const upstream = hasUpstream ? await connectUpstream(store, origins) : undefined;
  return {
    endpoint: `http://${domain}/`,
    identityEndpoint: `http://${domain}/`,
    domain,
    tlsDomain,
    upstream: upstream?.issuer,
    outbox: store.outbox,
    store,
    received,
    allowRedirects: (clientId, urls) => {
      const client = clientNamed(store, clientId);
      client.callbackUrls.push(...urls);
      client.logoutUrls.push(...urls);
    },
    allowUpstreamRedirects: (urls) => upstream?.allowRedirects(urls),
    close: async () => {
      await stop(server);
      if (tlsServer) await stop(tlsServer);
      await upstream?.close();
    },
  };
}

/** Only for this machine: its callers can read every message that was sent. Returns host and port. */
async function listenOn(server: Server, port: number): Promise<string> {
  server.listen(port, 'localhost');
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  return `localhost:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/**
 * Starts the identity provider, and gives it the names of providers that app clients have and their pools lack. Identity
 * pools take its tokens too.
 */
async function connectUpstream(store: Store, origins: readonly string[]): Promise<Upstream> {
  // Loads when it is asked for: it is large.
  const { startUpstream } = await import('./upstream.js');
  const upstream = await startUpstream({
    pools: origins.map((origin) => origin + IDP_RESPONSE),
    // Native apps return to this machine without TLS (RFC 8252, section 8.3).
    standIns: origins.filter((origin) => origin.startsWith('http:')).map((origin) => origin + STAND_IN_WINDOW),
  });
  store.upstream = upstream.issuer;
  for (const { clients, identityProviders } of store.pools) {
    const names = [...clients.values()].flatMap(({ providers }) => providers);
    for (const name of names) {
      if (name !== COGNITO && !identityProviders.has(name)) identityProviders.set(name, upstream.asProvider(name));
    }
  }
  for (const { sources } of store.identityPools.all) {
    for (const [key, source] of upstream.loginSources) sources.set(key, source);
  }
  return upstream;
}

function clientNamed({ pools }: Store, clientId: string): Client {
  const client = pools.find(({ clients }) => clients.has(clientId))?.clients.get(clientId);
  if (!client) throw new Error(`There is no app client ${clientId}.`);
  return client;
}
