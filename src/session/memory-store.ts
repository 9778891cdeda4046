import type { SessionStore } from '../config/config.js';

/** A store that is gone with the page. */
export function memoryStore(): SessionStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => values.keys(),
  };
}
