import type { SessionChange } from './auth-client.js';

/** When a page that stood still or was offline may be able to do again what it could not. */
const WAKING = ['online', 'pageshow', 'visibilitychange'] as const;

/** Who wants to know what happens to the session. */
export class Listeners {
  readonly #all = new Set<(change: SessionChange) => void>();
  readonly #wake: () => void;
  readonly #attend: () => () => void;
  #leave: () => void = () => undefined;

  /**
   * @param wake Called when the page comes to life, while anybody listens.
   * @param attend Called when the first one listens. Answers what to call when nobody does any more.
   */
  constructor(wake: () => void, attend: () => () => void) {
    this.#wake = wake;
    this.#attend = attend;
  }

  /** Returns the way to stop. */
  add(listener: (change: SessionChange) => void): () => void {
    const listen = typeof addEventListener === 'function' && this.#all.size === 0;
    // An own function, so that listening twice takes stopping twice.
    const own = (change: SessionChange) => listener(change);
    this.#all.add(own);
    if (listen) {
      for (const name of WAKING) addEventListener(name, this.#wake);
      this.#leave = this.#attend();
    }
    return () => {
      if (!this.#all.delete(own) || this.#all.size > 0 || typeof removeEventListener !== 'function') return;
      for (const name of WAKING) removeEventListener(name, this.#wake);
      this.#leave();
    };
  }

  tell(change: SessionChange): void {
    for (const listener of [...this.#all]) listener(change);
  }
}
