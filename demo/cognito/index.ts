import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from './http.js';
import type { Received } from './http.js';
import { Outbox } from './outbox.js';
import { createPool, populate } from './populate.js';
import type { SeedPool } from './populate.js';
import { nextInScript } from './script.js';
import { SEED } from './seed.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';
import type { World } from './world.js';

export { totpCode } from './totp.js';
export { findUser } from './users.js';
export { QUESTION } from './question.js';
export type { TriggerEvent, Triggers } from './trigger-events.js';
export { populate } from './populate.js';
export { SEED } from './seed.js';
export { MIAS_KEY, PASSWORD, TOMS_KEY } from './seed-people.js';
export type { SeedPerson, SeedPool } from './populate.js';

/** How a local Cognito starts. */
export interface LocalCognitoOptions {
  /** 0: any free one. */
  readonly port?: number;
  readonly seed?: readonly SeedPool[];
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
}

/** A running local Cognito. */
export interface LocalCognito {
  /** `http://localhost:9229/` */
  readonly endpoint: string;
  readonly outbox: Outbox;
  /** What it knows: pools, people, tokens. */
  readonly world: World;
  /** The operations that were asked for, in order. */
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Starts a Cognito of your own on this machine. It keeps everything in memory and forgets it when it is closed. */
export async function startLocalCognito({
  port = 0,
  seed = SEED,
  now = Date.now,
}: LocalCognitoOptions = {}): Promise<LocalCognito> {
  const world: World = {
    pools: seed.map(createPool),
    outbox: new Outbox(),
    sessions: new Sessions(now),
    tokens: new Tokens(now),
    srpAttempts: new Map(),
    throttled: new Map(),
    scripts: new Map(),
    followScript: (visit) => nextInScript(world, visit),
    now,
  };
  seed.forEach(({ people }, index) => populate(world, world.pools[index]!, people));
  const received: Received[] = [];
  // On this machine alone: whoever can ask it can read the mail of everybody.
  const server = createHttpServer(world, received).listen(port, 'localhost');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port: bound } = server.address() as AddressInfo;
  return {
    endpoint: `http://localhost:${bound}/`,
    outbox: world.outbox,
    world,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
