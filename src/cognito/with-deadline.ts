import { AuthError } from './errors.js';
import type { AuthErrorCode } from './errors.js';
import type { Environment } from '../config/config.js';

/** What else ends the work, and what it fails with when the time is over. */
interface Deadline {
  readonly signal?: AbortSignal | undefined;
  readonly code: AuthErrorCode;
}

/**
 * Runs work that is aborted after a time.
 *
 * @throws AuthError with the code, when the time was over.
 */
export async function withDeadline<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  { sleep }: Pick<Environment, 'sleep'>,
  { signal, code }: Deadline,
): Promise<Result> {
  const end = new AbortController();
  const abort = () => end.abort();
  let isOver = false;
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  void sleep(milliseconds, end.signal).then(() => {
    isOver = !end.signal.aborted;
    abort();
  });
  try {
    return await work(end.signal);
  } catch (error) {
    // Set above, while this was waiting; the compiler cannot know.
    throw (isOver as boolean) ? new AuthError(code, { cause: error }) : error;
  } finally {
    signal?.removeEventListener('abort', abort);
    abort();
  }
}
