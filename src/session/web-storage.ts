import type { SessionStore } from '../config/config.js';

type Kind = 'local' | 'session';

/** One of the browser's own stores. Throws where browsers block it, or where there is none. */
export const webStorage = (kind: Kind): Storage => globalThis[`${kind}Storage`];

/** localStorage or sessionStorage as a store. They are opened anew each time, since opening them may fail. */
export const webStore = (kind: Kind): SessionStore => ({
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
