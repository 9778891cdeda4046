import '../../src/callback.js';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { environmentOf } from '../../src/cognito/environment.js';
import { Secret } from '../../src/cognito/secret.js';
import { refreshTokens } from '../../src/cognito/tokens.js';
import { createJsonProtocol } from '../../src/cognito/json-protocol.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { uncounted } from '../../src/session/generation.js';
import { SessionKeeper } from '../../src/session/session-keeper.js';
import { SharedRecord } from '../../src/session/shared-record.js';
import { keysOf } from '../../src/session/storage-keys.js';
import { storeOf } from '../../src/session/store.js';
import { ALONE, sharingOf } from '../../src/session/tabs.js';
import type { Sharing } from '../../src/session/tabs.js';
import { userPoolKind } from '../../src/session/user-pool-kind.js';

/** What a client does to refresh once among tabs: everything, a lock and a second read of localStorage, or nothing. */
export type Protection = 'full' | 'lock' | 'none';

/** The globals of a page with a headless client. */
export interface TabPage {
  /** The events of the client: `started jane`, `ended other-tab`, `degraded`. */
  readonly changes: readonly string[];
  /** Loads the client, as typing into a form does. */
  prepare(): Promise<void>;
  /** The user of the restored session. Empty without a session. */
  restore(): Promise<string>;
  signIn(username: string, password: string): Promise<void>;
  /** Leaves for the sign-in pages, which return to this address. */
  leave(): void;
  signOut(): Promise<void>;
  /** Lets time pass, for this page. Milliseconds. */
  advance(milliseconds: number): void;
  /** Gets tokens at a time of the real clock. Returns the access token, or the code of the error. */
  tokens(at?: number): Promise<string>;
}

declare global {
  interface Window {
    tab: TabPage;
  }
}

/** Delays what other tabs write to localStorage, and its events. HTML does not say when they become visible. */
function delay(milliseconds: number): void {
  if (milliseconds === 0) return;
  const seen = new Map<string, string | null>();
  const { prototype } = Storage;
  const getItem = prototype.getItem.bind(localStorage);
  const setItem = prototype.setItem.bind(localStorage);
  const removeItem = prototype.removeItem.bind(localStorage);
  prototype.getItem = (key) => {
    if (!seen.has(key)) seen.set(key, getItem(key));
    return seen.get(key) ?? null;
  };
  prototype.setItem = (key, value) => {
    seen.set(key, value);
    setItem(key, value);
  };
  prototype.removeItem = (key) => {
    // By HTML, removing an invisible item has no effect.
    if (prototype.getItem(key) === null) return;
    seen.set(key, null);
    removeItem(key);
  };
  addEventListener('storage', (event) => {
    const { isTrusted, key } = event;
    if (!isTrusted) return;
    event.stopImmediatePropagation();
    setTimeout(() => {
      seen.delete(key ?? '');
      dispatchEvent(new StorageEvent('storage', { key }));
    }, milliseconds);
  });
}

const query = new URLSearchParams(location.search);
delay(Number(query.get('lag')));
let passed = 0;
const config: UserPoolConfig = {
  userPoolId: `us-east-1_${query.get('client')}`,
  userPoolClientId: query.get('client') ?? '',
  userPoolEndpoint: query.get('endpoint') ?? '',
  authFlow: 'USER_PASSWORD_AUTH',
  // The answer of a redirect is not part of it any more.
  oauth: { domain: new URL(query.get('endpoint') ?? '').origin, redirectSignIn: location.href },
  timeout: Number(query.get('timeout') ?? 10_000),
  environment: { now: () => Date.now() + passed, elapsed: () => performance.now() + passed },
};
const client = createAuthClient(config);

/** Clients without one of the protections. They share the session of the one with all of them. */
const WEAKENED: Readonly<Record<Exclude<Protection, 'full'>, Sharing>> = {
  lock: { ...sharingOf(config), generation: uncounted },
  none: ALONE,
};

function weakened(sharing: Sharing): () => Promise<{ readonly accessToken: string }> {
  const environment = environmentOf(config.environment);
  const connect = createJsonProtocol(config, environment);
  const store = storeOf(config);
  const keeper = new SessionKeeper({
    kind: userPoolKind(config, store, {
      refresh: (refreshToken) => refreshTokens(connect(), refreshToken),
      revoke: () => undefined,
    }),
    record: new SharedRecord(store, keysOf(config).record, sharing, environment),
    events: { ended: () => undefined, started: () => undefined },
    environment,
  });
  return () => keeper.fresh();
}

const protection = query.get('protection');
const isWeakened = protection === 'lock' || protection === 'none';
const getTokens = isWeakened ? weakened(WEAKENED[protection]) : () => client.getTokens();

const changes: string[] = [];
if (!isWeakened) {
  client.watch((change) => {
    const { name } = change;
    if (name === 'started') changes.push(`started ${change.step.user.username}`);
    else changes.push(name === 'ended' ? `ended ${change.reason}` : name);
  });
}

window.tab = {
  changes,
  prepare: () => client.prepare(),
  async restore() {
    const step = await client.restore();
    return step.name === 'done' ? step.user.username : '';
  },
  async signIn(username, password) {
    await client.signIn({ username, password: new Secret(password) });
  },
  leave() {
    // Rejects only if the page is not left, which its test sees.
    void client.federate({}).catch(() => undefined);
  },
  async signOut() {
    await client.signOut({});
  },
  advance(milliseconds) {
    passed += milliseconds;
  },
  async tokens(at = 0) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
    try {
      return (await getTokens()).accessToken;
    } catch (error) {
      return AuthError.from(error).code;
    }
  },
};
