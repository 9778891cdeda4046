import { CognitoError } from '../cognito-errors.js';
import { HUB_MESSAGES } from '../hub-messages.js';

/** A user who is to be signed in once the account is confirmed. */
export interface Waiting {
  readonly username: string;
  /** Whether the account is confirmed by a link: this page does not hear of that. */
  readonly isLink: boolean;
  signIn(): Promise<void>;
  /** Tells that the user has to sign in. */
  fail(message: string): void;
}

/** How often, and for how long, a sign-in is tried until the link was opened. Milliseconds. */
const [PAUSE, LONGEST] = [5_000, 180_000];

const BY_HAND = HUB_MESSAGES.autoSignIn_failure();
const TOO_LATE = 'Please confirm your account and use your credentials to sign in.';

const isUnconfirmed = (error: unknown) => error instanceof CognitoError && error.code === 'UserNotConfirmedException';

/** Signs users in after they have signed up. */
export class AutoSignIn {
  #waiting: Waiting | undefined;

  /** @param isConfirmed Whether the account is confirmed already. */
  expect(isConfirmed: boolean, waiting: Waiting): void {
    this.#waiting = waiting;
    if (isConfirmed) this.confirmed(waiting.username);
    else if (waiting.isLink) void this.#poll(waiting, Date.now() + LONGEST);
  }

  /** The account is confirmed. Without a user who waits, nothing happens. */
  confirmed(username: string): void {
    const waiting = this.#waiting;
    if (waiting?.username !== username) return;
    this.#waiting = undefined;
    waiting.signIn().catch(() => waiting.fail(BY_HAND));
  }

  /** Tries until the link was opened. */
  async #poll(waiting: Waiting, end: number): Promise<void> {
    while (this.#waiting === waiting) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (this.#waiting !== waiting) return;
      try {
        await waiting.signIn();
        this.#waiting = undefined;
      } catch (error) {
        const isLate = Date.now() > end;
        if (isUnconfirmed(error) && !isLate) continue;
        this.#waiting = undefined;
        waiting.fail(isLate ? TOO_LATE : BY_HAND);
      }
    }
  }
}
