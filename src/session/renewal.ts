import type { Aging, SessionClock, Times } from './clock.js';

/** Milliseconds after a failed try in which a value that is still valid is handed out without another one. */
const COOLDOWN = 10_000;

/** What is known when a value is asked for. */
interface Request<Value> {
  /** The value of before, if there is one. */
  readonly held: Value | undefined;
  /** Whether it is to be replaced in any case. */
  readonly isForced: boolean;
  /** Brings another one. */
  readonly renew: () => Promise<Value>;
  /** Whether the value of before may still be handed out, if that fails. */
  readonly isCurrent: () => boolean;
}

/**
 * Replaces what is valid for a time before it expires: once for all who ask meanwhile. If that fails, the value of before is
 * handed out as long as it is valid, and nothing is tried for a while.
 */
export class Renewal<Value extends Aging> {
  readonly #clock: SessionClock;
  readonly #elapsed: Times['elapsed'];
  readonly #leeway: number;
  #running: Promise<Value> | undefined;
  #cooldownEnd = -Infinity;

  /** @param leeway What has less time left is replaced before it is handed out. Milliseconds. */
  constructor(clock: SessionClock, { elapsed }: Pick<Times, 'elapsed'>, leeway: number) {
    this.#clock = clock;
    this.#elapsed = elapsed;
    this.#leeway = leeway;
  }

  /** A value that is valid for a while. */
  async get({ held, isForced, renew, isCurrent }: Request<Value>): Promise<Value> {
    const isCooling = this.#elapsed() < this.#cooldownEnd;
    if (held && !isForced && this.#clock.remaining(held) > (isCooling ? 0 : this.#leeway)) return held;
    try {
      return await this.#once(renew);
    } catch (error) {
      if (held && !isForced && isCurrent() && this.#clock.remaining(held) > 0) return held;
      throw error;
    }
  }

  /** A try has failed: the next one is not before a while. */
  failed(): void {
    this.#cooldownEnd = this.#elapsed() + COOLDOWN;
  }

  /** The next try may succeed: the network may be back. */
  wake(): void {
    this.#cooldownEnd = -Infinity;
  }

  /** There is another value, or none: what is being tried is not waited for. */
  restart(): void {
    this.#running = undefined;
    this.wake();
  }

  #once(renew: () => Promise<Value>): Promise<Value> {
    if (this.#running) return this.#running;
    const running = renew().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    return (this.#running = running);
  }
}
