import { AuthError } from '../cognito/errors.js';
import type { Environment } from '../config/config.js';

/**
 * Gives something so much time, and ends it then.
 *
 * @throws AuthError `challenge-expired` when the time was too short.
 */
export async function inTime<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  { sleep }: Pick<Environment, 'sleep'>,
  signal?: AbortSignal,
): Promise<Result> {
  const end = new AbortController();
  const stop = () => end.abort();
  let isOver = false;
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  void sleep(milliseconds, end.signal).then(() => {
    isOver = !end.signal.aborted;
    stop();
  });
  try {
    return await work(end.signal);
  } catch (error) {
    // Set above, while this was waiting; the compiler cannot know.
    throw (isOver as boolean) ? new AuthError('challenge-expired', { cause: error }) : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
