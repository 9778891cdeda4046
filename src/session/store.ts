import type { AuthConfig, SessionStore } from '../config/config.js';
import { memoryStore } from './memory-store.js';
import { storeKindOf } from './store-kinds.js';

/**
 * Falls back to memory where a store is blocked, full, or drops writes silently. From then on the key is kept in memory
 * alone; its value in the store is removed, so that a stale session does not come back.
 *
 * @param onLoss Called each time that a value will not outlive the page.
 */
export function resilientStore(store: SessionStore, onLoss: () => void = () => undefined): SessionStore {
  const memory = memoryStore();
  const remove = async (key: string): Promise<void> => {
    try {
      await store.remove(key);
    } catch {
      // A store that cannot be written can hardly be read either.
    }
  };
  return {
    async get(key) {
      const kept = await memory.get(key);
      if (kept !== undefined) return kept;
      try {
        const value: unknown = await store.get(key);
        return typeof value === 'string' ? value : undefined;
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
        // Continues below, like a write that was dropped silently.
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
        // What is no list of texts fails here, or is left out.
        return [...(store.keys?.() ?? [])].filter((key) => typeof key === 'string');
      } catch {
        return [];
      }
    },
  };
}

/** The configured store. */
export const storeOf = (config: Pick<AuthConfig, 'storage'>, onLoss?: () => void): SessionStore =>
  resilientStore(storeKindOf(config).open(), onLoss);
