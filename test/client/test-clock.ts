import type { Environment } from '../../src/config/config.js';

/** The clock of a device, which only a test moves. Waits shorter than a second end at once. */
export class TestClock {
  /** The difference of the device's time to the real one. */
  skew = 0;
  #time = Date.UTC(2026, 10, 21, 6, 15);
  readonly #waits = new Set<{ readonly end: number; readonly resolve: () => void }>();

  /** The real time, as Cognito has it. */
  readonly now = (): number => this.#time;

  /** The environment of the client, except `fetch`. */
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
