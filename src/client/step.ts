import type { Contact } from '../cognito/account/attributes.js';
import type { CodeDelivery } from '../cognito/delivery.js';
import type { AuthError } from '../cognito/errors.js';
import type { Question } from '../cognito/sign-in/question.js';

export type { Contact } from '../cognito/account/attributes.js';
export type { Factor, MfaType } from '../cognito/choices.js';
export type { CodeDelivery } from '../cognito/delivery.js';

/** A question of a challenge, with the ticket for its answer. A challenge that is unknown takes no answer. */
type ChallengeStep<Each extends Question> = Each extends { readonly name: 'unsupported' }
  ? Each
  : { readonly [Key in keyof (Each & Ticketed)]: (Each & Ticketed)[Key] };

interface Ticketed {
  readonly ticket: Ticket;
}

/** What comes next. One member for each situation, and one state of the chart for each member. */
export type Step =
  /** No user is signed in. `username` is for the form; `notice` is the good news that led here. */
  | {
      readonly name: 'signIn';
      readonly username?: string;
      readonly notice?: Notice;
      /** No provider was found for this user (`discovery`): what is needed next is their password. */
      readonly asksPassword?: boolean;
      /** Why a redirect that this user had begun led back here. */
      readonly error?: AuthError;
    }
  /** The account exists, but the code that was sent on sign-up has not been entered. */
  | { readonly name: 'confirmSignUp'; readonly username: string; readonly delivery?: CodeDelivery }
  /** A challenge of the sign-in. */
  | ChallengeStep<Question>
  /** A code to set a new password was sent, or would have been, if the account existed: the answer is the same. */
  | {
      readonly name: 'resetPassword';
      readonly username: string;
      readonly delivery?: CodeDelivery;
      /** Cognito requires it on sign-in. The administrator who required it may have sent a code, or not. */
      readonly isRequired?: boolean;
    }
  /** Signed in. The user decides whether this device replaces the second factor from now on. */
  | { readonly name: 'rememberDevice'; readonly user: AuthUser; readonly ticket: Ticket }
  /** Signed in. The user may create a passkey for the next time. */
  | { readonly name: 'passkeyPrompt'; readonly user: AuthUser; readonly ticket: Ticket }
  /** Signed in. No contact of the user is verified: they choose one, and enter the code that was sent to it (`delivery`). */
  | {
      readonly name: 'verifyContact';
      readonly contacts: readonly UnverifiedContact[];
      /** Days until the user is asked again after `later`. */
      readonly remindIn: number;
      /** Where a code was sent, once one was requested. */
      readonly contact?: Contact;
      readonly delivery?: CodeDelivery;
      readonly user: AuthUser;
      readonly ticket: Ticket;
    }
  /** Signed in. `user` is for display; the tokens stay in the session. */
  | {
      readonly name: 'done';
      readonly user: AuthUser;
      readonly redirect?: Redirected;
      /** What the user has set up by the answer before. */
      readonly setUp?: SetUp;
    };

/** What a user can set up for the next sign-ins: an authenticator app, or a passkey. */
export type SetUp = 'totp' | 'passkey';

/** What a redirect to the sign-in pages brought back. Only on the page that it returns to. */
export interface Redirected {
  /** Who identified the user, in Cognito's words: `Google`. Missing for a user of the pool itself. */
  readonly provider?: string;
  /** What the page had kept. */
  readonly customState?: string;
  /** Why no other user was signed in: the user who was signed in before still is. */
  readonly error?: AuthError;
}

/** Why the user is back at the sign-in, when it is good news. */
export type Notice = 'confirmed' | 'password-reset';

/**
 * The answer to an optional prompt. `skip`: not this time, ask again after the next sign-in; `later`: not for some days;
 * `never`: not on this device.
 */
export type Decision = 'yes' | 'skip' | 'later' | 'never';

/** A contact of the user that is not verified. */
export interface UnverifiedContact {
  readonly name: Contact;
  /** Masked: `j***@e***`. */
  readonly destination: string;
}

/**
 * A handle on the challenge in progress. Cognito's Session stays in a WeakMap of the client, keyed by the handle; a snapshot
 * or a log can only show the handle.
 */
export interface Ticket {
  /** As typed by the user, for display. */
  readonly username: string;
  /**
   * Epoch milliseconds on this device's clock. Cognito's default is 3 minutes after the challenge. Missing for a prompt
   * to a user who is signed in, which does not expire.
   */
  readonly expiresAt?: number;
}

/** The signed-in user, for display. The claims were not verified: base no decision on them. */
export interface AuthUser {
  readonly username: string;
  /** The user's id in the user pool, a UUID; or that of the identity, of a user whom the identity pool knows alone. */
  readonly sub: string;
  /** Standard and custom attributes from the ID token: `email`, `given_name`, `custom:plan` … */
  readonly attributes: Readonly<Record<string, string>>;
  /**
   * Who identified the user: a provider of the user pool, as that calls it (`Google`), or of the identity pool, by its key
   * in `Logins` (`accounts.google.com`). Missing for a user of the user pool itself.
   */
  readonly provider?: string;
}
