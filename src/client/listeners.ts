import type { SessionChange } from './auth-client.js';

/** When a page that stood still or was offline may be able to do again what it could not. */
const WAKING = ['online', 'pageshow', 'visibilitychange'] as const;

/** Who wants to know what happens to the session. While anybody does, `wake` is called when the page comes to life. */
export class Listeners {
  readonly #all = new Set<(change: SessionChange) => void>();
  readonly #wake: () => void;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /** Returns the way to stop. */
  add(listener: (change: SessionChange) => void): () => void {
    const listen = typeof addEventListener === 'function' && this.#all.size === 0;
    // An own function, so that listening twice takes stopping twice.
    const own = (change: SessionChange) => listener(change);
    this.#all.add(own);
    if (listen) for (const name of WAKING) addEventListener(name, this.#wake);
    return () => {
      if (!this.#all.delete(own) || this.#all.size > 0 || typeof removeEventListener !== 'function') return;
      for (const name of WAKING) removeEventListener(name, this.#wake);
    };
  }

  tell(change: SessionChange): void {
    for (const listener of [...this.#all]) listener(change);
  }
}
