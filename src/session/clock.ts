import type { Environment } from '../config/config.js';
import type { AnySession, Kept } from './session.js';

/** The two clocks of a device. */
export type Times = Pick<Environment, 'now' | 'elapsed'>;

/**
 * Measures how long a session is still valid, independently of the time that this device shows.
 *
 * Only the time that has passed since the session was received counts, so a clock that is wrong by a day has no effect.
 * Two clocks measure it: that of the device, which may be set, and a monotonic one, which may stop while the device sleeps
 * and restarts with each page. The later of the two counts: at worst that costs one refresh too many.
 */
export class SessionClock {
  readonly #environment: Times;
  /** When each session was received, on the monotonic clock. */
  readonly #arrivals = new WeakMap<Kept<AnySession>, number>();

  constructor(environment: Times) {
    this.#environment = environment;
  }

  /** Milliseconds that a session is still valid; 0 or less when it has expired. */
  remaining(session: Kept<AnySession>): number {
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
