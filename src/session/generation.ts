/**
 * Counts the writes to a store that several tabs share. localStorage may show a tab outdated contents; the count is never
 * outdated, so a write that is based on them is detected.
 */
export interface Generation {
  /** The number of the last write of any tab. */
  latest(): Promise<number>;
  /**
   * Writes, unless another tab has written since. Rejects only with what `commit` throws.
   *
   * @param known The number of the write that this one is based on.
   * @param commit Writes; it gets its number, and is called at most once. No other tab writes meanwhile.
   * @param isForced Whether to write in any case.
   * @returns Whether it was written.
   */
  advance(known: number, commit: (generation: number) => unknown, isForced?: boolean): Promise<boolean>;
}

/** For a store that no other tab shares, or whose writes cannot be counted. */
export const uncounted: Generation = {
  latest: async () => 0,
  async advance(known, commit) {
    await commit(known + 1);
    return true;
  },
};

const DATABASE = 'auth-elements';
const COUNTS = 'generations';

/** Milliseconds after which a database counts as hanging. */
const TIMEOUT = 2_000;

/** Whether a stored value is a count that another one can follow. Any script of the origin may have written it. */
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < Number.MAX_SAFE_INTEGER;

const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('IndexedDB', { cause: request.error }));
  });

/**
 * A count in IndexedDB, which is the same for all tabs and runs its transactions one after the other. Where it is missing,
 * blocked or hanging, nothing is counted. Only one operation waits for a database that hangs, until it answers after all.
 *
 * @param key What is counted.
 * @param open Where the database is; throws where it is blocked.
 * @param timeout Milliseconds to wait for it.
 */
export function countedGeneration(
  key: string,
  open = (): IDBFactory => globalThis.indexedDB,
  timeout = TIMEOUT,
): Generation {
  /** Whether the database did not answer in time, and has not answered since. */
  let isHanging = false;

  /** Runs `work` with the count in a transaction of its own, or not at all when the database has not answered in time. */
  async function transact<Result>(work: (latest: number, counts: IDBObjectStore) => Result): Promise<Result> {
    if (isHanging) throw new Error('No answer yet.');
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const counted = async () => {
      const opening = open().open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(COUNTS);
      const database = await answerOf(opening);
      try {
        const counts = database.transaction(COUNTS, 'readwrite').objectStore(COUNTS);
        const latest: unknown = await answerOf(counts.get(key));
        if (isOver) throw new Error('Too late.');
        const result = work(isCount(latest) ? latest : 0, counts);
        // Answered when the transactions before this one, and this one so far, are over.
        await answerOf(counts.get(key));
        return result;
      } finally {
        database.close();
      }
    };
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isHanging = true;
        reject(new Error('No answer.'));
      }, timeout);
    });
    const result = counted();
    const answered = () => void (isHanging = false);
    result.then(answered, answered);
    try {
      return await Promise.race([result, limit]);
    } finally {
      isOver = true;
      clearTimeout(timer);
    }
  }

  return {
    latest: () => transact((latest) => latest).catch(() => 0),
    async advance(known, commit, isForced = false) {
      let written: Promise<unknown> | undefined;
      const write = (generation: number) => {
        written = (async () => commit(generation))();
        // It is awaited below, when the transaction is over.
        written.catch(() => undefined);
      };
      const isWritten = await transact((latest, counts) => {
        if (latest > known && !isForced) return false;
        const next = Math.max(latest, known) + 1;
        counts.put(next, key);
        write(next);
        return true;
      }).catch(() => {
        if (!written) write(known + 1);
        return true;
      });
      await written;
      return isWritten;
    },
  };
}
