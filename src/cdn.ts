// For pages without a bundler: what the first screen needs at once, and all else when the browser has time for it.
// In this order the bundle compresses best.
import './auth.js';
import './define/auth-authenticator.js';
import './define/auth-provider.js';

export * from './index.js';

const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
};

// What does not come now, is asked for again when it is needed.
if (typeof window === 'object') whenIdle(() => void import('./define.js').catch(() => undefined));
