import { ContextRoot, createContext } from '@lit/context';
import type { Auth, AuthOptions } from '../auth.js';
import type { PoolConfig } from './pool-controller.js';
import type { AuthSettings } from './settings.js';

/** The key under which providers offer their `Auth` and what else the elements below them share. */
export const authContext = createContext<AuthSettings>(Symbol.for('auth-elements'));

const root = new ContextRoot();
const waiting = new Set<() => void>();
let pageDefault: Auth | undefined;
let attached = false;

/** The page's own `Auth`, for elements below no provider. */
export const defaultAuth = (): Auth | undefined => pageDefault;

/** Calls back when the page's default changes. Returns the way to stop. */
export function whenConfigured(listener: () => void): () => void {
  waiting.add(listener);
  return () => void waiting.delete(listener);
}

/** Lets elements find a provider that is upgraded or inserted after them. */
export function awaitProviders(): void {
  if (!attached) root.attach(document.documentElement);
  attached = true;
}

/**
 * Sets the `Auth` of all elements that have no other, early or late: from a configuration, or one that exists.
 * Rejects when the configuration is wrong, naming the key.
 */
export async function configure(config: PoolConfig | Auth, options: AuthOptions = {}): Promise<Auth> {
  const auth = 'getSnapshot' in config ? config : (await import('../auth.js')).createAuth(config, options);
  pageDefault = auth;
  for (const listener of [...waiting]) listener();
  return auth;
}
