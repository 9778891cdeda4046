/** What is asked of the browser's lock manager. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Does work that no other tab of this origin does at the same time (Web Locks). Where there are no locks, or when the
 * signal aborts before it is this tab's turn, the work is done all the same: whoever holds a lock may have been frozen.
 * So the lock spares work that was done already, and nothing may depend on it alone.
 *
 * @param signal Ends the waiting, not the work.
 * @throws Whatever the work throws.
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
    await locks?.request(name, { signal }, begin);
  } catch {
    // Blocked, or waited for too long. What the work itself throws comes below.
  }
  return begin();
}
