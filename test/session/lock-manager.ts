import type { Locks } from '../../src/session/lock.js';

/** A lock manager that the tabs of a test share: first come, first served, and whoever gives up is passed over. */
export function lockManager(): Locks {
  const ends = new Map<string, Promise<unknown>>();
  const request = (name: string, { signal }: LockOptions, callback: () => unknown): Promise<unknown> => {
    const before = ends.get(name) ?? Promise.resolve();
    const turn = before.then(() => {
      signal?.throwIfAborted();
      return callback();
    });
    const end = turn.catch(() => undefined);
    ends.set(name, end);
    const refused = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('Aborted.')));
    });
    // Once it is granted, a lock does not mind its signal any more.
    return Promise.race([refused, before]).then(() => turn);
  };
  // LockManager declares a second form, without options, which nobody here uses.
  return { request: request as Locks['request'] };
}
