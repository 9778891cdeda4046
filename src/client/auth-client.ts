import type { Secret } from '../cognito/secret.js';
import type { AuthFlow } from '../config/config.js';
import type { AccountClient } from './account-client.js';
import type { CallOptions } from './call-options.js';
import type { Contact, Decision, Factor, MfaType, Step, Ticket } from './step.js';

/** InitiateAuth. */
export interface SignInInput extends CallOptions {
  readonly username: string;
  /** Needed by every flow but `USER_AUTH` and `CUSTOM_WITHOUT_SRP`. */
  readonly password?: Secret;
  /** Instead of the configured flow. */
  readonly authFlow?: AuthFlow;
  /** What the person would like to prove themselves by (PREFERRED_CHALLENGE), for `USER_AUTH`. */
  readonly preferred?: Factor;
}

/** SignUp. `attributes` by Cognito's names (`email`, `phone_number` in E.164, `custom:…`). */
export interface SignUpInput extends CallOptions {
  readonly username: string;
  /** May be missing where the pool lets people sign in without one. */
  readonly password?: Secret;
  readonly attributes?: Readonly<Record<string, string>>;
  /** For the pre sign-up function alone: unlike the attributes, it is not kept. */
  readonly validationData?: Readonly<Record<string, string>>;
}

/** ConfirmSignUp. */
export interface ConfirmSignUpInput extends CallOptions {
  readonly username: string;
  /** Left out where the pool sends a link: whether that was followed, a sign-in finds out. */
  readonly code?: Secret;
  /** Without a code: the person has not asked. Whatever is not good news is kept from them. Default: false. */
  readonly unasked?: boolean;
  /** Take over an e-mail address or phone number that another account has verified. Default: false. */
  readonly forceAliasCreation?: boolean;
}

/** ResendConfirmationCode, ForgotPassword. */
export interface UsernameInput extends CallOptions {
  readonly username: string;
}

/** ConfirmForgotPassword. */
export interface ResetPasswordInput extends CallOptions {
  readonly username: string;
  readonly code: Secret;
  readonly password: Secret;
}

/** RespondToAuthChallenge. */
export interface AnswerInput extends CallOptions {
  readonly ticket: Ticket;
  /** What was typed: a code, a password, the answer to a function's question. */
  readonly answer?: Secret;
  /** What was chosen, of a `selectFactor` or `selectMfaType` step; what was decided, of a question after the sign-in. */
  readonly choice?: Factor | MfaType | Contact | Decision;
  /** Required attributes of a `newPassword` step, and the `email` of an `emailSetup` step. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** A name for the authenticator app of a `totpSetup` step. */
  readonly deviceName?: string;
}

/** InitiateAuth, and what was answered since. */
export interface StartAgainInput extends CallOptions {
  readonly ticket: Ticket;
  /** Goes only as far as the last choice, for another one. Default: false. */
  readonly another?: boolean;
}

/** How far a sign-out goes. */
export interface SignOutInput {
  /** Every session of the user ends, not only the one of this browser. */
  readonly global?: boolean;
  /** Whoever signed in by a passkey here is forgotten too: nobody is offered it any more. For a device that is shared. */
  readonly forget?: boolean;
}

/** The tokens of the signed-in user: JWTs, and when the access token ends (epoch milliseconds on this device's clock). */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly expiresAt: number;
}

/** Why nobody is signed in any more. */
export type SignOutReason = 'user' | 'expired' | 'revoked' | 'other-tab';

/** What happened to the session, whoever asked for it. */
export type SessionChange =
  | { readonly name: 'ended'; readonly reason: SignOutReason }
  | { readonly name: 'started'; readonly step: Extract<Step, { name: 'done' }> }
  /** The store is blocked or full: the session is kept in memory, and ends with the page. */
  | { readonly name: 'degraded' };

/**
 * Everything the chart may ask of the outside world. Each method settles exactly once, honors the signal, and fails
 * only with an `AuthError`. Those that move the flow answer with the next {@link Step}.
 */
export interface FlowClient {
  /**
   * Who is signed in from an earlier visit? Answers `done` or `signIn`; a lost network does not sign out. After a reload in
   * the middle of a confirmation or a reset, it asks the same again (of a challenge too, with `resume`).
   */
  restore(input: void, signal?: AbortSignal): Promise<Step>;
  /** Starts a sign-in. An unconfirmed account answers `confirmSignUp`, one that must reset `resetPassword`. */
  signIn(input: SignInInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Lets the browser offer a passkey among its suggestions for the field with `autocomplete="username webauthn"`, to
   * whoever signed in by one on this device last. Nobody is asked and nothing is sent to anybody. Once they take it, it
   * answers `selectFactor`, and the `answer` with the choice `passkey` signs in without another question.
   *
   * @throws AuthError `passkey-unavailable` when there is nobody to offer it to, or no way; `challenge-expired` when
   * nobody has taken it in time; `cancelled` also when the page asks for a passkey in another way meanwhile.
   */
  offerPasskey(input: void, signal?: AbortSignal): Promise<Step>;
  /** Answers the challenge of a ticket. A wrong code leaves the ticket usable; a right one ends it. */
  answer(input: AnswerInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Sends the code of a challenge again: Cognito has no other way than to start the sign-in anew, with the password and
   * the choices that led there. Answers as `signIn` does; the ticket is of no use any more.
   *
   * @throws AuthError `challenge-expired` when only the person can do that: what led there is not known any more, or does
   * not work any more. Where the step does not say `canStartAgain`, its ticket is as good as it was.
   */
  startAgain(input: StartAgainInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Creates an account. Answers `confirmSignUp`; where nothing has to be confirmed, it goes on as `signIn` does
   * (`autoSignIn`), or answers `signIn` when that fails.
   */
  signUp(input: SignUpInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Confirms an account. One that is confirmed already counts as success. Who created it a moment ago, here, is signed in
   * (`autoSignIn`); for anybody else it answers `signIn`.
   */
  confirmSignUp(input: ConfirmSignUpInput, signal?: AbortSignal): Promise<Step>;
  /** Sends the sign-up code again. Answers `confirmSignUp` with the new delivery. */
  resendSignUpCode(input: UsernameInput, signal?: AbortSignal): Promise<Step>;
  /** Sends a code to set a new password. Answers `resetPassword`, whether the account exists or not. */
  forgotPassword(input: UsernameInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Sets a new password with the code, and goes on as `signIn` does with it (`autoSignIn`); else it answers `signIn`. When
   * the answer to an earlier try got lost, and the code is used up by it, that counts as success if the password is right.
   */
  resetPassword(input: ResetPasswordInput, signal?: AbortSignal): Promise<Step>;
  /** Begins to enrol an authenticator app for the signed-in user (AssociateSoftwareToken). Answers `totpSetup`. */
  setUpTotp(input: void, signal?: AbortSignal): Promise<Step>;
  /**
   * Forgets the session here at once, offline too. The request that revokes the tokens at Cognito leaves first, and outlives
   * the page. Answers `signIn` without waiting for Cognito's answer. With `global` it waits until Cognito has ended every session of the user.
   *
   * @throws AuthError with `global`, when Cognito could not be told. The session here is gone all the same.
   */
  signOut(input: SignOutInput, signal?: AbortSignal): Promise<Step>;
}

/** The headless client: the flow, and what an app needs of a session. */
export interface AuthClient extends FlowClient {
  /** The configured flow, which decides whether a sign-in begins with a password. */
  readonly authFlow?: AuthFlow | undefined;
  /** Loads what a password sign-in will need, ahead of the submit. Never rejects. */
  prepare(): Promise<void>;
  /** The person has left what they were asked, so that a reload does not bring it back. */
  leave(): void;
  /**
   * The tokens of the signed-in user, refreshed when they are about to end.
   *
   * Read the time that is left from `expiresAt`, not from the tokens: this device's clock may be wrong.
   *
   * @throws AuthError `session-expired` when nobody is signed in; `offline`, `timeout` or `service` when the refresh
   * could not be made (the session stays).
   */
  getTokens(options?: { readonly forceRefresh?: boolean; readonly signal?: AbortSignal }): Promise<Tokens>;
  /**
   * The account of who is signed in now: passwords, attributes, factors, passkeys, devices. Loaded when it is first
   * asked for. Ask again when somebody else has signed in.
   *
   * @throws AuthError `session-expired` when nobody is signed in; `offline` when it cannot be loaded.
   */
  account(): Promise<AccountClient>;
  /**
   * Calls back whenever the session changes. While anybody listens, a refresh that failed is tried again when the
   * network comes back or the page is looked at again. Returns the way to stop.
   */
  watch(listener: (change: SessionChange) => void): () => void;
}
