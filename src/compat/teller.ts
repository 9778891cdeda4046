import { AuthError } from '../cognito/errors.js';
import { AfterSignIn } from './after-sign-in.js';
import { inWordsOfCognito } from './cognito-errors.js';
import { Hub, LIBRARY } from './hub.js';

/** Tells the listeners of the channel `auth` what has happened. */
export class Teller {
  /** What is told after `signIn`. */
  readonly afterSignIn = new AfterSignIn();
  /** Calls that tell by themselves what they do. */
  #calls = 0;

  /** Whether a call runs that tells by itself what it does. */
  get isTelling(): boolean {
    return this.#calls > 0;
  }

  tell(event: string, data: unknown, message: string): void {
    Hub.dispatch('auth', { event, data, message }, 'Auth', LIBRARY);
  }

  /** Runs a call, and tells when it fails: `<event>_failure`, with this message. */
  async tellFailure<Result>(event: string, message: string, call: () => Promise<Result>): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      this.tell(`${event}_failure`, error, message);
      throw error;
    }
  }

  /** Tells why something failed that elements have requested: `<event>_failure`. What the user has cancelled has not failed. */
  tellRefusal(event: string, error: unknown, message: string): void {
    if (error instanceof AuthError && error.code === 'cancelled') return;
    this.tell(`${event}_failure`, inWordsOfCognito(error), message);
  }

  /** Runs what signs a user in or out, and tells of that itself. */
  async whileTelling<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#calls += 1;
    try {
      return await work();
    } finally {
      this.#calls -= 1;
    }
  }
}
