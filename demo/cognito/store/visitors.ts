import { randomBytes } from 'node:crypto';
import type { Pool, User } from './model.js';

/** A user who has signed in on the hosted pages. */
interface Visit {
  readonly pool: Pool;
  readonly user: User;
  /** The identity provider, `COGNITO` for the pool itself. */
  readonly provider: string;
  readonly expiresAt: number;
}

/** How long the hosted pages remember a sign-in, in seconds. */
export const VISIT_LIFETIME = 3600;

/** Whom the hosted pages remember, by the value of their cookie. */
export class Visitors {
  readonly #now: () => number;
  readonly #visits = new Map<string, Visit>();
  /** Whether sign-ins are remembered. When not, the pages ask each time, as where a browser blocks cookies. */
  areRemembered = true;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Remembers a sign-in, and returns the value for the cookie. */
  begin(pool: Pool, user: User, provider: string): string {
    const id = randomBytes(32).toString('base64url');
    this.#visits.set(id, { pool, user, provider, expiresAt: this.#now() + VISIT_LIFETIME * 1000 });
    return id;
  }

  /** The visit of a cookie in a pool, if it has not expired and the user can still sign in. */
  find(id: string | undefined, pool: Pool): Visit | undefined {
    const visit = this.#visits.get(id ?? '');
    const isGood =
      this.areRemembered &&
      visit?.pool === pool &&
      visit.expiresAt > this.#now() &&
      visit.user.enabled &&
      pool.users.includes(visit.user);
    return isGood ? visit : undefined;
  }

  end(id: string | undefined): void {
    this.#visits.delete(id ?? '');
  }
}
