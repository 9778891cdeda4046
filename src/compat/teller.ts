import { AuthError } from '../cognito/errors.js';
import type { AfterSignIn } from './after-sign-in.js';
import { inWordsOfCognito } from './cognito-errors.js';

/** Who tells the listeners of the channel `auth` what has happened. */
export interface Teller {
  tell(event: string, data: unknown, message: string): void;
  /** Tells after `signIn`. */
  readonly afterSignIn: AfterSignIn;
}

/** Tells why something failed that elements have requested: `<event>_failure`. What the user has cancelled has not failed. */
export function tellRefusal(teller: Teller, event: string, error: unknown, message: string): void {
  if (error instanceof AuthError && error.code === 'cancelled') return;
  teller.tell(`${event}_failure`, inWordsOfCognito(error), message);
}
