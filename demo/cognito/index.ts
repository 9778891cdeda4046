import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextForcedChallenge } from './flows/forced-challenges.js';
import { createPool, addUsers } from './seed/seed-pool.js';
import type { SeedPool } from './seed/seed-pool.js';
import { SEED } from './seed/seed.js';
import { listener } from './server/http-server.js';
import type { Received } from './server/http-server.js';
import { createHostedPages } from './store/hosted-pages.js';
import { Outbox } from './store/outbox.js';
import { Sessions } from './store/sessions.js';
import type { Client } from './store/model.js';
import type { Store } from './store/store.js';
import { Tokens } from './store/tokens.js';

export { totpCode } from './store/totp.js';
export { findUser } from './store/users.js';
export { QUESTION } from './seed/question-triggers.js';
export type { TriggerEvent, Triggers } from './triggers/trigger-events.js';
export { addUsers } from './seed/seed-pool.js';
export { SEED } from './seed/seed.js';
export { MIAS_KEY, PASSWORD, THEAS_KEY, TOMS_KEY } from './seed/user-data.js';
export type { SeedUser, SeedPool } from './seed/seed-pool.js';

/** How a local Cognito starts. */
export interface LocalCognitoOptions {
  /** 0: any free port. */
  readonly port?: number;
  readonly seed?: readonly SeedPool[];
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
}

/** A running local Cognito. */
export interface LocalCognito {
  /** `http://localhost:9229/` */
  readonly endpoint: string;
  /** Host and port of the hosted pages, of all pools: the app client tells which. `localhost:9229` */
  readonly domain: string;
  readonly outbox: Outbox;
  /** Its state: pools, users, sessions, tokens. */
  readonly store: Store;
  /** The requests so far, in order. */
  readonly received: readonly Received[];
  /** Adds addresses to the callback and sign-out URLs of an app client, as an administrator would. */
  allowRedirects(clientId: string, urls: readonly string[]): void;
  close(): Promise<void>;
}

/** Starts a local Cognito. It keeps everything in memory until it is closed. */
export async function startLocalCognito({
  port = 0,
  seed = SEED,
  now = Date.now,
}: LocalCognitoOptions = {}): Promise<LocalCognito> {
  const store: Store = {
    pools: seed.map(createPool),
    outbox: new Outbox(),
    sessions: new Sessions(now),
    hosted: createHostedPages(now),
    tokens: new Tokens(now),
    srpAttempts: new Map(),
    throttled: new Map(),
    forcedChallenges: new Map(),
    nextForcedChallenge: (context) => nextForcedChallenge(store, context),
    now,
  };
  seed.forEach(({ users }, index) => addUsers(store, store.pools[index]!, users));
  const received: Received[] = [];
  // Only for this machine: its callers can read every message that was sent.
  const server = createServer(listener(store, received)).listen(port, 'localhost');
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const { port: bound } = server.address() as AddressInfo;
  return {
    endpoint: `http://localhost:${bound}/`,
    domain: `localhost:${bound}`,
    allowRedirects: (clientId, urls) => {
      const client = clientNamed(store, clientId);
      client.callbackUrls.push(...urls);
      client.logoutUrls.push(...urls);
    },
    outbox: store.outbox,
    store,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function clientNamed({ pools }: Store, clientId: string): Client {
  const client = pools.find(({ clients }) => clients.has(clientId))?.clients.get(clientId);
  if (!client) throw new Error(`There is no app client ${clientId}.`);
  return client;
}
