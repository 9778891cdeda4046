import { ownOf } from '../cognito/own.js';

/** The part of the browser's lock manager that is used. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Runs work that no other tab of this origin runs at the same time (Web Locks). Where there are no locks, or when the
 * signal aborts before it is this tab's turn, the work runs all the same: the tab that holds the lock may be frozen. So
 * the lock avoids repeated work, and nothing may depend on it alone.
 *
 * @param signal Ends the waiting, not the work.
 * @throws What the work throws.
 */
export async function exclusive<Result>(
  name: string,
  work: () => Promise<Result>,
  signal: AbortSignal,
  locks?: Locks,
): Promise<Result> {
  let result: Promise<Result> | undefined;
  const begin = () => (result ??= work());
  try {
    await locks?.request(name, ownOf({ signal }), begin);
  } catch {
    // Blocked, or waited for too long. What the work itself throws comes below.
  }
  return begin();
}
