import { AuthError } from '../cognito/errors.js';
import type { Environment } from '../config/config.js';

/**
 * Runs work that is aborted after a time.
 *
 * @throws AuthError `challenge-expired` when the time was over.
 */
export async function withDeadline<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  { sleep }: Pick<Environment, 'sleep'>,
  signal?: AbortSignal,
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
    throw (isOver as boolean) ? new AuthError('challenge-expired', { cause: error }) : error;
  } finally {
    signal?.removeEventListener('abort', abort);
    abort();
  }
}
