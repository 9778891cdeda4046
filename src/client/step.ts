import type { Contact } from '../cognito/account/attributes.js';
import type { Factor, MfaType } from '../cognito/choices.js';
import type { CodeDelivery } from '../cognito/delivery.js';
import type { Secret } from '../cognito/secret.js';

export type { Contact } from '../cognito/account/attributes.js';
export type { Factor, MfaType } from '../cognito/choices.js';
export type { CodeDelivery } from '../cognito/delivery.js';

/** What Cognito asks for next. One member per situation; the chart has one state per member. */
export type Step =
  /** Nobody is signed in. `username` is kept for the form; `notice` is the good news that led here. */
  | { readonly name: 'signIn'; readonly username?: string; readonly notice?: Notice }
  /** The account exists but its owner has not typed the code that was sent on sign-up. */
  | { readonly name: 'confirmSignUp'; readonly username: string; readonly delivery?: CodeDelivery }
  /** Cognito leaves it to the person how they prove who they are. `password` alone: it asks for nothing else. */
  | { readonly name: 'selectFactor'; readonly factors: readonly Factor[]; readonly ticket: Ticket }
  /** A code, as first or as second factor: from a text message, a mail or an authenticator app. */
  | {
      readonly name: 'confirmSignIn';
      readonly medium: MfaType;
      readonly delivery?: CodeDelivery;
      /** It is still known how the person came here, so that another code can be sent: `startAgain`. */
      readonly canStartAgain?: boolean;
      /** The person came here by a choice, and can go back to it: `startAgain` with `another`. */
      readonly hasOtherWays?: boolean;
      readonly ticket: Ticket;
    }
  /** There are several second factors: one is chosen, to `use` now or to `setup` for the future. */
  | {
      readonly name: 'selectMfaType';
      readonly purpose: 'use' | 'setup';
      readonly types: readonly MfaType[];
      readonly ticket: Ticket;
    }
  /** Codes will come by mail, and the account has no address yet. `hasOtherWays`: as of `confirmSignIn`. */
  | { readonly name: 'emailSetup'; readonly hasOtherWays?: boolean; readonly ticket: Ticket }
  /** A Lambda function asks something. `parameters` is what it says about that: not secret, and in no language of ours. */
  | {
      readonly name: 'customChallenge';
      readonly parameters: Readonly<Record<string, string>>;
      readonly ticket: Ticket;
    }
  /** An authenticator app must be (or was asked to be) enrolled. */
  | {
      readonly name: 'totpSetup';
      /** The base32 key that the app needs. */
      readonly secret: Secret;
      /** As of `confirmSignIn`. */
      readonly hasOtherWays?: boolean;
      readonly ticket: Ticket;
    }
  /** A temporary password has to be replaced. `requiredAttributes` are names without the prefix `userAttributes.`. */
  | { readonly name: 'newPassword'; readonly requiredAttributes: readonly string[]; readonly ticket: Ticket }
  /** A code to set a new password was sent (or would have been, if the account existed: the answer is the same). */
  | {
      readonly name: 'resetPassword';
      readonly username: string;
      readonly delivery?: CodeDelivery;
      /** Cognito demands it of somebody who wanted to sign in. Whoever demanded it first may have sent a code, or not. */
      readonly isRequired?: boolean;
    }
  /** Signed in. Whether this device is to stand for a second factor from now on, Cognito leaves to the person. */
  | { readonly name: 'rememberDevice'; readonly user: AuthUser; readonly ticket: Ticket }
  /** Signed in. They may make a passkey for the next time. */
  | { readonly name: 'passkeyPrompt'; readonly user: AuthUser; readonly ticket: Ticket }
  /** Signed in. No contact of theirs is verified: they choose one, and type the `code` that went to it (`delivery`). */
  | {
      readonly name: 'verifyContact';
      readonly contacts: readonly UnverifiedContact[];
      /** Days until somebody is asked again who answers `later`. */
      readonly remindIn: number;
      /** Where a code went, once one was asked for. */
      readonly contact?: Contact;
      readonly delivery?: CodeDelivery;
      readonly user: AuthUser;
      readonly ticket: Ticket;
    }
  /** Signed in. `user` is for display; the tokens stay in the session. */
  | { readonly name: 'done'; readonly user: AuthUser }
  /** Cognito asks for something that this version does not know. `challenge` is its ChallengeName. */
  | { readonly name: 'unsupported'; readonly challenge: string };

/** Why a person is back at sign-in, when it is good news. */
export type Notice = 'confirmed' | 'password-reset';

/**
 * What somebody wants who is asked for something that they need not do. `skip`: not this time, and to be asked again after
 * the next sign-in; `later`: not for some days; `never`: not on this device.
 */
export type Decision = 'yes' | 'skip' | 'later' | 'never';

/** What somebody could be reached by. */
export interface UnverifiedContact {
  readonly name: Contact;
  /** Masked: `j***@e***`. */
  readonly destination: string;
}

/**
 * A handle on the challenge in progress. What Cognito calls the Session stays in a WeakMap of the client, keyed by the
 * handle; a snapshot or a log can only ever show this.
 */
export interface Ticket {
  /** As typed by the person, for display. */
  readonly username: string;
  /**
   * Epoch milliseconds on this device's clock. Cognito's default is 3 minutes after the challenge. Missing for a question
   * to somebody who is signed in, which does not expire.
   */
  readonly expiresAt?: number;
}

/** Who is signed in, for display. Claims were not verified: decide nothing by them. */
export interface AuthUser {
  readonly username: string;
  /** The user's id in the pool, a UUID. */
  readonly sub: string;
  /** Standard and custom attributes from the ID token: `email`, `given_name`, `custom:plan` … */
  readonly attributes: Readonly<Record<string, string>>;
}
