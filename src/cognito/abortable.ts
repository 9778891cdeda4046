import { AuthError } from './errors.js';

/**
 * A promise that rejects with `cancelled` when the signal aborts, and with nothing but an AuthError. The work behind it
 * continues if others need it.
 */
export function abortable<Result>(promise: Promise<Result>, signal?: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AuthError('cancelled'));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    promise
      .then(resolve, (error: unknown) => reject(AuthError.from(error)))
      .finally(() => signal?.removeEventListener('abort', cancel));
  });
}
