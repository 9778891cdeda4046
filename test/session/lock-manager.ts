import type { Locks } from '../../src/session/lock.js';

/** A lock manager for the tabs of a test: first come, first served, without the aborted ones. */
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
    // A granted lock ignores its signal.
    return Promise.race([refused, before]).then(() => turn);
  };
  // LockManager has a second overload, without options, which is not used here.
  return { request: request as Locks['request'] };
}
