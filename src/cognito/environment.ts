import type { Environment } from '../config/config.js';

/** Does not touch a global before it is called, so that a module may be imported anywhere. */
export const environmentOf = (given: Partial<Environment> = {}): Environment => ({
  // Read now, so that a script that replaces it later does not see passwords. Bound: browsers require their own `this`.
  fetch: globalThis.fetch.bind(globalThis),
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    }),
  ...given,
});
