import type { AuthConfig, SessionStore } from '../config/config.js';
import { webStorage } from './web-storage.js';

/** A store that forgets when the page goes. */
export function memoryStore(): SessionStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => values.keys(),
  };
}

/** localStorage or sessionStorage, which are opened anew each time, since opening them may fail. */
const webStore = (kind: 'local' | 'session'): SessionStore => ({
  get: (key) => webStorage(kind).getItem(key),
  set: (key, value) => webStorage(kind).setItem(key, value),
  remove: (key) => {
    const storage = webStorage(kind);
    // Removing what a page does not see yet does nothing, says HTML; writing does.
    try {
      storage.setItem(key, '');
    } finally {
      storage.removeItem(key);
    }
  },
  keys: () => Object.keys(webStorage(kind)),
});

const STORES = {
  local: () => webStore('local'),
  session: () => webStore('session'),
  memory: memoryStore,
} as const;

/**
 * Keeps what another store could not: one that is blocked, full, or that pretends to have written. From then on a key
 * lives in memory alone; what the store had under it is removed, so that a stale session does not come back.
 *
 * @param onLoss Told each time that a value will not outlive the page.
 */
export function resilientStore(store: SessionStore, onLoss: () => void = () => undefined): SessionStore {
  const memory = memoryStore();
  const remove = async (key: string): Promise<void> => {
    try {
      await store.remove(key);
    } catch {
      // What cannot be written can hardly be read either.
    }
  };
  return {
    async get(key) {
      const kept = await memory.get(key);
      if (kept !== undefined) return kept;
      try {
        return await store.get(key);
      } catch {
        return undefined;
      }
    },
    async set(key, value) {
      try {
        await store.set(key, value);
        if ((await store.get(key)) === value) {
          await memory.remove(key);
          return;
        }
      } catch {
        // Goes on below, like a write that was silently ignored.
      }
      await memory.set(key, value);
      await remove(key);
      onLoss();
    },
    async remove(key) {
      await memory.remove(key);
      await remove(key);
    },
    keys() {
      try {
        return store.keys?.() ?? [];
      } catch {
        return [];
      }
    },
  };
}

/** The store that a configuration asks for. */
export const storeOf = (storage: AuthConfig['storage'] = 'local', onLoss?: () => void): SessionStore =>
  resilientStore(typeof storage === 'string' ? STORES[storage]() : storage, onLoss);
