import type { Environment } from '../../src/config/config.js';

/** A device's clock that stands still until it is told otherwise. Waits shorter than a second are over at once. */
export class TestClock {
  /** What the device believes the time to be, off the real one. */
  skew = 0;
  #time = Date.UTC(2026, 10, 21, 6, 15);
  readonly #waits = new Set<{ readonly end: number; readonly resolve: () => void }>();

  /** The real time, which Cognito has. */
  readonly now = (): number => this.#time;

  /** What the client is given of the world, but for `fetch`. */
  readonly environment: Omit<Environment, 'fetch'> = {
    now: () => this.#time + this.skew,
    elapsed: () => this.#time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (milliseconds < 1000) {
          resolve();
          return;
        }
        this.#waits.add({ end: this.#time + milliseconds, resolve });
        signal.addEventListener('abort', () => resolve());
      }),
  };

  advance(milliseconds: number): void {
    this.#time += milliseconds;
    for (const wait of this.#waits) {
      if (wait.end > this.#time) continue;
      this.#waits.delete(wait);
      wait.resolve();
    }
  }
}
