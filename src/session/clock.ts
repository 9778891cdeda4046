import type { Environment } from '../config/config.js';

/** The two clocks of a device. */
export type Times = Pick<Environment, 'now' | 'elapsed'>;

/** What is valid for a time. */
export interface Aging {
  /** Epoch milliseconds on this device's clock, right or wrong. */
  readonly receivedAt: number;
  /** Milliseconds. */
  readonly lifetime: number;
}

/**
 * Measures how long a session, or credentials, are still valid, independently of the time that this device shows.
 *
 * Only the time that has passed since they were received counts, so a clock that is wrong by a day has no effect.
 * Two clocks measure it: that of the device, which may be set, and a monotonic one, which may stop while the device sleeps
 * and restarts with each page. The later of the two counts: at worst that costs one refresh too many.
 */
export class SessionClock {
  readonly #environment: Times;
  /** When each of them was received, on the monotonic clock. */
  readonly #arrivals = new WeakMap<Aging, number>();

  constructor(environment: Times) {
    this.#environment = environment;
  }

  /** Milliseconds that a session is still valid; 0 or less when it has expired. */
  remaining(session: Aging): number {
    const passed = this.#environment.now() - session.receivedAt;
    let arrival = this.#arrivals.get(session);
    if (arrival === undefined) {
      // Received in the future: the clock was set back since then, and the age of the session is unknown.
      arrival = passed < 0 ? -Infinity : this.#environment.elapsed() - passed;
      this.#arrivals.set(session, arrival);
    }
    return session.lifetime - Math.max(passed, this.#environment.elapsed() - arrival);
  }
}
