import { AuthError } from '../cognito/errors.js';
import { fieldsOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import type { ProviderServices } from './services.js';

/** A function that calls back with its answer. */
type Asking = (back: (answer: unknown) => void) => void;

/** Browsers block windows that no click or key of the user has asked for a moment ago. */
export function requireActivation(): void {
  // Older browsers do not tell.
  const { userActivation } = navigator as Partial<Navigator>;
  if (userActivation?.isActive === false) throw new AuthError('popup-blocked');
}

/** Waits for an answer, or until the signal aborts: then it fails with `cancelled`. */
export function abortable<Answer>(answer: Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AuthError('cancelled'));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', cancel));
  });
}

/** The object that a function calls back with. */
export const answerOf = (ask: Asking, signal?: AbortSignal): Promise<Fields> =>
  abortable(new Promise<unknown>(ask).then(fieldsOf), signal);

/**
 * The same, of a function that asks nobody: it has to call back in time.
 *
 * @throws AuthError `timeout`
 */
export function promptAnswerOf(
  ask: Asking,
  { environment, timeout }: Pick<ProviderServices, 'environment' | 'timeout'>,
): Promise<Fields> {
  const end = new AbortController();
  return new Promise((resolve, reject) => {
    void environment.sleep(timeout, end.signal).then(() => reject(new AuthError('timeout')));
    answerOf(ask)
      .then(resolve, reject)
      .finally(() => end.abort());
  });
}
