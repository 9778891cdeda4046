import type { SessionChange } from './auth-client.js';

/** The events after which a page that was frozen or offline may succeed with what failed before. */
const WAKING = ['online', 'pageshow', 'visibilitychange'] as const;

/** The listeners to changes of the session. */
export class Listeners {
  readonly #all = new Set<(change: SessionChange) => void>();
  readonly #wake: () => void;
  readonly #first: (change: SessionChange) => void;
  readonly #start: () => () => void;
  #stop: () => void = () => undefined;

  /**
   * @param wake Called when the page wakes up, while there are listeners.
   * @param start Called with the first listener. Returns a function that is called after the last one.
   * @param first Hears of every change before all listeners, even if there are none.
   */
  constructor(wake: () => void, start: () => () => void, first: (change: SessionChange) => void) {
    this.#wake = wake;
    this.#first = first;
    this.#start = start;
  }

  /** Returns a function that removes the listener. */
  add(listener: (change: SessionChange) => void): () => void {
    const isFirst = typeof addEventListener === 'function' && this.#all.size === 0;
    // An own function, so that a listener that was added twice has to be removed twice.
    const own = (change: SessionChange) => listener(change);
    this.#all.add(own);
    if (isFirst) {
      for (const name of WAKING) addEventListener(name, this.#wake);
      this.#stop = this.#start();
    }
    return () => {
      if (!this.#all.delete(own) || this.#all.size > 0 || typeof removeEventListener !== 'function') return;
      for (const name of WAKING) removeEventListener(name, this.#wake);
      this.#stop();
    };
  }

  tell(change: SessionChange): void {
    this.#first(change);
    for (const listener of [...this.#all]) listener(change);
  }
}
