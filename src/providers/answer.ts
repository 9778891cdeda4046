import { abortable } from '../cognito/abortable.js';
import { AuthError } from '../cognito/errors.js';
import { fieldsOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { withDeadline } from '../cognito/with-deadline.js';
import type { ProviderServices } from './services.js';

/** A function that calls back with its answer. */
type Asking = (back: (answer: unknown) => void) => void;

/** Browsers block windows that no click or key of the user has asked for a moment ago. */
export function requireActivation(): void {
  // Older browsers do not tell.
  const { userActivation } = navigator as Partial<Navigator>;
  if (userActivation?.isActive === false) throw new AuthError('popup-blocked');
}

/** The object that a function calls back with. Fails with `cancelled` when the signal aborts. */
export const answerOf = (ask: Asking, signal?: AbortSignal): Promise<Fields> =>
  abortable(new Promise<unknown>(ask).then(fieldsOf), signal);

/**
 * The same, of a function that does not ask the user: it has to call back in time.
 *
 * @throws AuthError `timeout`
 */
export function promptAnswerOf(
  ask: Asking,
  { environment, timeout }: Pick<ProviderServices, 'environment' | 'timeout'>,
): Promise<Fields> {
  return withDeadline(timeout, (signal) => answerOf(ask, signal), environment, { code: 'timeout' });
}
