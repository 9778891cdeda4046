import type { ScreenName } from '../../auth-state.js';
import type { SignOutReason } from '../../client/auth-client.js';
import type { AuthUser, CodeDelivery, Step } from '../../client/step.js';
import type { AuthError, AuthErrorCode } from '../../cognito/errors.js';
import type { Secret } from '../../cognito/secret.js';

const fact = { bubbles: true, composed: true };
const question = { ...fact, cancelable: true };

/** Another screen is shown. */
export class AuthScreenChangeEvent extends Event {
  /** The screen that is shown now. */
  readonly screen: ScreenName;
  /** The screen that was shown before. */
  readonly previous: ScreenName;

  constructor(screen: ScreenName, previous: ScreenName) {
    super('auth-screen-change', fact);
    this.screen = screen;
    this.previous = previous;
  }
}

/** A user is signed in: just now, or from an earlier visit. */
export class AuthSignedInEvent extends Event {
  /** Who it is, for display. Tokens are had from `auth.getTokens()`. */
  readonly user: AuthUser;
  /** What the page passed to `federate`, on the page that the sign-in pages return to. */
  readonly customState: string | undefined;

  constructor(user: AuthUser, customState?: string) {
    super('auth-signed-in', fact);
    this.user = user;
    this.customState = customState;
  }
}

/** The user is signed out. */
export class AuthSignedOutEvent extends Event {
  /**
   * Why: at the user's request, since the session expired or was revoked, since the app client was deleted
   * (`configuration`), or in another tab.
   */
  readonly reason: SignOutReason;

  constructor(reason: SignOutReason) {
    super('auth-signed-out', fact);
    this.reason = reason;
  }
}

/** A code was sent to the user. */
export class AuthCodeSentEvent extends Event {
  /** By text message (`sms`) or by mail (`email`). */
  readonly medium: CodeDelivery['medium'];
  /** Where it went, masked by Cognito: `j***@e***`. */
  readonly destination: string;

  constructor({ medium, destination }: CodeDelivery) {
    super('auth-code-sent', fact);
    this.medium = medium;
    this.destination = destination;
  }
}

/** A request failed. Cancel it to show nothing. */
export class AuthErrorEvent extends Event {
  /** What went wrong: every vocabulary has a sentence for it, `error.<code>`. */
  readonly code: AuthErrorCode;
  /** What Cognito or the network said. For developers, not for display. */
  readonly cause: unknown;
  /** The screen on which it happened. */
  readonly screen: ScreenName;

  constructor(error: AuthError, screen: ScreenName) {
    super('auth-error', question);
    this.code = error.code;
    this.cause = error.cause;
    this.screen = screen;
  }
}

/** What the user has entered, by the name of the field. Passwords and codes are boxed. */
export type Values = Readonly<Record<string, string | Secret>>;

/** What a page finds wrong with a form. */
export interface SubmitProblem {
  /** The name of the field that it is about. Default: the whole form. */
  readonly field?: string | undefined;
  /** What the user reads, in the language of the page. Plain text, never a secret. */
  readonly message: string;
}

/**
 * A form is about to be sent. Say by `fail` what is wrong with it, cancel it to send nothing, add to `clientMetadata` (a
 * captcha token, say), or answer instead of Cognito by `respondWith`.
 */
export class AuthSubmitEvent extends Event {
  /** The screen whose form it is. */
  readonly screen: ScreenName;
  /** What was entered, by the name of the field. */
  readonly values: Values;
  /** Passed on to the Lambda triggers of the pool. Add to it; never a secret. */
  readonly clientMetadata: Record<string, string> = {};
  /** Passed on to the pre sign-up function alone. Add to it on the screen `sign-up`; never a secret. */
  readonly validationData: Record<string, string> = {};
  /** What the page finds wrong, by `fail`. */
  readonly problems: SubmitProblem[] = [];
  #response: Promise<Step> | undefined;

  constructor(screen: ScreenName, values: Values) {
    super('auth-submit', question);
    this.screen = screen;
    this.values = values;
  }

  /**
   * Sends nothing, and shows at a field what is wrong with it: the message is announced, and the field gets the focus. Call
   * it once for each problem, before the listener returns.
   */
  fail(problem: SubmitProblem): void {
    this.preventDefault();
    this.problems.push(problem);
  }

  /** The answer given by `respondWith`, if any. */
  get response(): Promise<Step> | undefined {
    return this.#response;
  }

  /** Answers instead of Cognito, from a backend of your own. Reject with an `AuthError` to show an error. */
  respondWith(response: Promise<Step>): void {
    this.#response = response;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'auth-screen-change': AuthScreenChangeEvent;
    'auth-signed-in': AuthSignedInEvent;
    'auth-signed-out': AuthSignedOutEvent;
    'auth-code-sent': AuthCodeSentEvent;
    'auth-error': AuthErrorEvent;
    'auth-submit': AuthSubmitEvent;
  }
}
