import { notAuthorized } from '../exceptions.js';
import type { User } from '../store/model.js';
import type { Store } from '../store/store.js';

/** What is counted, each for itself. */
type Counted = 'password' | 'code';

/** After this many wrong ones there is a wait of a second, which each further one doubles. */
const FREE = 5;
/** Milliseconds. */
const MAX_WAIT = 900_000;

/** Throws while a user has to wait after too many wrong passwords or codes. */
export function requireUnlocked(store: Store, user: User, what: Counted = 'password'): void {
  const wrong = user.attempts.get(what) ?? [];
  const last = wrong.at(-1);
  if (wrong.length < FREE || last === undefined) return;
  const wait = Math.min(MAX_WAIT, 1000 * 2 ** (wrong.length - FREE));
  if (store.now() < last + wait) throw notAuthorized('Password attempts exceeded');
}

/** Counts a wrong password or code. A right one resets the count, and so does a pause of `MAX_WAIT`. */
export function countPassword(store: Store, user: User, isRight: boolean, what: Counted = 'password'): void {
  if (isRight) user.attempts.delete(what);
  else {
    const wrong = user.attempts.get(what) ?? [];
    const isForgotten = store.now() - (wrong.at(-1) ?? 0) > MAX_WAIT;
    user.attempts.set(what, [...(isForgotten ? [] : wrong), store.now()]);
  }
}
