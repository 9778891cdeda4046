import type { Environment } from '../config/config.js';
import type { Session } from './session.js';

/** The two clocks of a device. */
export type Times = Pick<Environment, 'now' | 'elapsed'>;

/**
 * How long tokens still live, whatever this device believes the time to be.
 *
 * Only time that has passed since the tokens came is counted, never what time it is, so a clock that is wrong by a day
 * changes nothing. Two clocks measure it: the device's, which somebody may set, and a monotonic one, which may stand
 * still while the device sleeps and begins anew with each page. The later of the two is believed: at worst that costs one
 * refresh too many.
 */
export class SessionClock {
  readonly #environment: Times;
  /** When the tokens came, on the monotonic clock. */
  readonly #arrivals = new WeakMap<Session, number>();

  constructor(environment: Times) {
    this.#environment = environment;
  }

  /** Milliseconds that the tokens of a session still live; 0 or less when they are over. */
  remaining(session: Session): number {
    const passed = this.#environment.now() - session.receivedAt;
    let arrival = this.#arrivals.get(session);
    if (arrival === undefined) {
      // Tokens from the future: the clock was set back since they were stored, and nobody knows how long ago that was.
      arrival = passed < 0 ? -Infinity : this.#environment.elapsed() - passed;
      this.#arrivals.set(session, arrival);
    }
    return session.lifetime - Math.max(passed, this.#environment.elapsed() - arrival);
  }
}
