import type { AuthError } from '../cognito/errors.js';
import type { Secret } from '../cognito/secret.js';
import type { AuthFlow } from '../config/config.js';
import type { Discovery } from '../config/discovery.js';
import type { SignInMethod } from '../session/method-memory.js';
import type { AccountClient } from './account-client.js';
import type { CallOptions } from './call-options.js';
import type { FederateInput } from './federate-input.js';
import type { FederatedIdentity } from './federated-identity.js';
import type { Contact, Decision, Factor, MfaType, Step, Ticket } from './step.js';

export type { SignInMethod } from '../session/method-memory.js';
export type { FederateInput } from './federate-input.js';

/** InitiateAuth. */
export interface SignInInput extends CallOptions {
  readonly username: string;
  /** Needed by every flow but `USER_AUTH` and `CUSTOM_WITHOUT_SRP`. */
  readonly password?: Secret;
  /** Instead of the configured flow. */
  readonly authFlow?: AuthFlow;
  /** The factor that the user prefers (PREFERRED_CHALLENGE), for `USER_AUTH`. */
  readonly preferred?: Factor;
  /** Instead of the configured one. */
  readonly discovery?: Discovery;
}

/** SignUp. `attributes` by Cognito's names (`email`, `phone_number` in E.164, `custom:…`). */
export interface SignUpInput extends CallOptions {
  readonly username: string;
  /** May be missing where the pool lets users sign in without one. */
  readonly password?: Secret;
  readonly attributes?: Readonly<Record<string, string>>;
  /** For the pre sign-up function only: unlike the attributes, it is not stored. */
  readonly validationData?: Readonly<Record<string, string>>;
}

/** ConfirmSignUp. */
export interface ConfirmSignUpInput extends CallOptions {
  readonly username: string;
  /** Left out where the pool sends a link: a sign-in finds out whether the link was followed. */
  readonly code?: Secret;
  /** Without a code: the page checks by itself, and the user only hears of success. Default: false. */
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
  /** What was typed: a code, a password, the answer to a Lambda function's question. */
  readonly answer?: Secret;
  /** The choice of a `selectFactor` or `selectMfaType` step; the decision of a prompt after the sign-in. */
  readonly choice?: Factor | MfaType | Contact | Decision;
  /** Required attributes of a `newPassword` step, and the `email` of an `emailSetup` step. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** A name for the authenticator app of a `totpSetup` step. */
  readonly deviceName?: string;
}

/** InitiateAuth, and the answers since. */
export interface StartAgainInput extends CallOptions {
  readonly ticket: Ticket;
  /** Stops at the last choice, so that the user can choose differently. Default: false. */
  readonly another?: boolean;
}

/** How far a sign-out goes. */
export interface SignOutInput {
  /** Every session of the user ends, not only the one of this browser. */
  readonly global?: boolean;
  /**
   * What was kept about the users of this browser is forgotten too: the passkey that was used here is not offered any more,
   * and no method is marked as the last one (`rememberMethod`). For a shared device.
   */
  readonly forget?: boolean;
  /**
   * Whether the session of the sign-in pages ends too, for which the user leaves the page. Default: true for a user who
   * signed in there, if the configuration says where to return to (`oauth.redirectSignOut`).
   */
  readonly redirect?: boolean;
}

/** The tokens of the signed-in user: JWTs, and when the access token expires (epoch milliseconds on this device's clock). */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly expiresAt: number;
}

/**
 * Temporary credentials of AWS, as its clients take them. For use now: they are not to be kept, as they outlive the session.
 */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** When they expire, on this device's clock. */
  readonly expiration: Date;
  /** The identity of the user or guest in the identity pool. */
  readonly identityId: string;
  /** Whether they are those of a user who is signed in, not of a guest. */
  readonly authenticated: boolean;
}

/** Why a session has ended. `configuration`: the app client was deleted. */
export type SignOutReason = 'user' | 'expired' | 'revoked' | 'configuration' | 'other-tab';

/** A change of the session, in this tab or another. */
export type SessionChange =
  | { readonly name: 'ended'; readonly reason: SignOutReason }
  | { readonly name: 'started'; readonly step: Extract<Step, { name: 'done' }> }
  /** The store is blocked or full: the session is in memory only, and ends with the page. */
  | { readonly name: 'degraded' }
  /**
   * Cognito has not confirmed this browser as a device of the user (ConfirmDevice), and may not refresh tokens of such a
   * device: the session may end when they expire. After a sign-in by an alias, the next one by that alias avoids it.
   */
  | { readonly name: 'device-unconfirmed'; readonly error: AuthError };

/**
 * The calls of the sign-in flow. Each settles exactly once, respects the signal, fails only with an `AuthError`, and answers
 * with the next {@link Step}.
 */
export interface FlowClient {
  /**
   * Restores the session of an earlier visit. Returns `done` or `signIn`; a network failure does not sign out. After a
   * reload in the middle of a confirmation or a reset, it answers the same step again (for a challenge too, with `resume`).
   * On the page that the sign-in pages return to, it takes in what they answer.
   *
   * @throws AuthError `redirect-lost` when a redirect returns that this tab has not started, or is over; `cancelled`,
   * `rejected`, `configuration`, `service` when the sign-in pages refuse. Not while a user is signed in: see `redirect` of
   * the `done` step.
   */
  restore(input: void, signal?: AbortSignal): Promise<Step>;
  /**
   * Starts a sign-in. An unconfirmed account answers `confirmSignUp`, one that must reset `resetPassword`.
   *
   * With `discovery`, it leaves the page as `federate` does for a username that is signed in elsewhere, and answers `signIn`
   * with `asksPassword` for another one without a password that is needed. A user who comes back is not sent away again.
   */
  signIn(input: SignInInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Lets the browser offer a passkey among its suggestions for the field with `autocomplete="username webauthn"`, to the
   * user who last signed in by one on this device. There is no dialog, and no code is sent. Once the user takes it, it
   * answers `selectFactor`, and the `answer` with the choice `passkey` signs in without another question.
   *
   * @throws AuthError `passkey-unavailable` when no such user is known, or the browser cannot; `challenge-expired` when
   * the passkey was not taken in time; `cancelled` also when the page requests a passkey in another way meanwhile.
   */
  offerPasskey(input: void, signal?: AbortSignal): Promise<Step>;
  /**
   * Leaves the page for the sign-in pages of the user pool, or for a provider behind them, or for an issuer of the
   * configuration. The answer comes with the page that it returns to, by `restore`. What is returned here settles only if the
   * page was not left after all.
   *
   * A provider with a `clientId` in the configuration, and no `issuer`, asks the user in a window of its own: the page is not
   * left, and the answer is `done`. To be called while a click is being handled, or shortly after.
   *
   * With a `login`, the page is not left: the identity pool tells whose token that is (GetId, or GetCredentialsForIdentity for
   * a guest who becomes that user), and the answer is `done`.
   *
   * @throws AuthError `cancelled` when the user came back by the Back button; `offline` or `timeout` when the pages did
   * not open; `unsupported` in a frame, or where sessionStorage is blocked; `configuration` without `oauth`, or when none
   * of its addresses has this page's origin. With a `login`: `configuration` when there is no identity pool, or it does not
   * take the token; `session-expired` when the token has expired. With a window: `cancelled` when the user closed it;
   * `popup-blocked`; `provider-unavailable` when the provider's script was not loaded.
   */
  federate(input: FederateInput, signal?: AbortSignal): Promise<Step>;
  /** Answers the challenge of a ticket. A wrong code leaves the ticket usable; a right one ends it. */
  answer(input: AnswerInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Sends the code of a challenge again. Cognito can only start the sign-in again for that, with the password and the choices
   * that led there. Goes on as `signIn` does; the ticket is not usable any more.
   *
   * @throws AuthError `challenge-expired` when only the user can repeat the sign-in: what led there is not known any more, or
   * does not work any more. Where the step does not say `canStartAgain`, its ticket stays usable.
   */
  startAgain(input: StartAgainInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Creates an account. Returns `confirmSignUp`; where nothing has to be confirmed, it goes on as `signIn` does
   * (`autoSignIn`), or answers `signIn` when that fails.
   */
  signUp(input: SignUpInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Confirms an account. One that is confirmed already counts as success. A user who created it on this page is signed in
   * (`autoSignIn`); otherwise it answers `signIn`.
   */
  confirmSignUp(input: ConfirmSignUpInput, signal?: AbortSignal): Promise<Step>;
  /** Sends the sign-up code again. Returns `confirmSignUp` with the new delivery. */
  resendSignUpCode(input: UsernameInput, signal?: AbortSignal): Promise<Step>;
  /** Sends a code to set a new password. Returns `resetPassword`, whether the account exists or not. */
  forgotPassword(input: UsernameInput, signal?: AbortSignal): Promise<Step>;
  /**
   * Sets a new password with the code, and goes on as `signIn` does with it (`autoSignIn`); else it answers `signIn`. When
   * the response to an earlier try was lost, and the code is used up by it, that counts as success if the password is right.
   */
  resetPassword(input: ResetPasswordInput, signal?: AbortSignal): Promise<Step>;
  /** Starts to enroll an authenticator app for the signed-in user (AssociateSoftwareToken). Returns `totpSetup`. */
  setUpTotp(input: void, signal?: AbortSignal): Promise<Step>;
  /**
   * Removes the session here at once, even offline. The request that revokes the tokens at Cognito is sent before that, and
   * completes even if the page is closed. Returns `signIn` without waiting for Cognito. With `global`, it waits until
   * Cognito has ended every session of the user.
   *
   * @throws AuthError with `global`, when the request failed. The session here is removed all the same.
   */
  signOut(input?: SignOutInput, signal?: AbortSignal): Promise<Step>;
}

/** The headless client: the sign-in flow, and what an app needs of a session. */
export interface AuthClient extends FlowClient {
  /** The configured flow, which decides whether a sign-in begins with a password. */
  readonly authFlow?: AuthFlow | undefined;
  /**
   * Loads what a password sign-in needs, before it is submitted; or what a sign-in by a provider needs, before its button is
   * pressed: browsers block windows that open later. Never rejects.
   */
  prepare(options?: { readonly provider?: string }): Promise<void>;
  /**
   * The user has left the current step: a reload does not bring it back, its ticket is not usable any more, and passwords
   * that were kept to continue are discarded.
   */
  leave(): void;
  /**
   * The tokens of the signed-in user, refreshed when they are about to expire.
   *
   * Take the remaining time from `expiresAt`, not from the tokens: this device's clock may be wrong.
   *
   * @throws AuthError `session-expired` when no user is signed in; `offline`, `timeout` or `service` when the refresh
   * failed (the session stays); `unsupported` for a user whom the identity pool knows alone: see `identity`.
   */
  getTokens(options?: { readonly forceRefresh?: boolean; readonly signal?: AbortSignal }): Promise<Tokens>;
  /**
   * AWS credentials of the signed-in user, or of a guest (`allowGuests`), from the identity pool of the configuration. They
   * are kept in memory, and renewed 6 minutes before they expire; when that fails, those that are still valid are returned.
   * A guest who signs in keeps the identity. Fits `credentials` of all clients of the AWS SDK for JavaScript 3: it does not
   * need its `this`.
   *
   * @throws AuthError `session-expired` when no user is signed in and guests are not allowed, or the user changed meanwhile;
   * `configuration` when there is no identity pool, or it refuses the user pool or guests; `offline`, `timeout`, `service`
   * or `too-many-requests` when it did not answer.
   */
  readonly getCredentials: (options?: {
    readonly forceRefresh?: boolean;
    readonly signal?: AbortSignal;
  }) => Promise<AwsCredentials>;
  /**
   * Keeps by which method the user has signed in on this page, under one key of the store, for `lastMethod` of later
   * visits: the name of a provider or of a factor, nothing else. To be called once a user is signed in; without a sign-in on
   * this page it keeps nothing. `signOut({ forget: true })` removes it. Never rejects.
   */
  rememberMethod(): Promise<void>;
  /**
   * The method that was kept last (`rememberMethod`), of whichever user; undefined when there is none. It comes from the
   * store, where other scripts may write too: compare it with what you offer.
   *
   * @throws AuthError `offline` when the code of the client cannot be loaded.
   */
  lastMethod(): Promise<SignInMethod | undefined>;
  /** The user whom the identity pool knows alone; undefined when no such user is signed in. */
  identity(): Promise<FederatedIdentity | undefined>;
  /**
   * The account of the signed-in user: passwords, attributes, factors, passkeys, devices. Its code is loaded with the first
   * call. Call again when another user has signed in.
   *
   * @throws AuthError `session-expired` when no user is signed in; `offline` when the code cannot be loaded; `unsupported`
   * for a user whom the identity pool knows alone.
   */
  account(): Promise<AccountClient>;
  /**
   * Calls the listener whenever the session changes. While there are listeners, a failed refresh is retried when the network
   * comes back or the page becomes visible. Returns a function that removes the listener.
   */
  watch(listener: (change: SessionChange) => void): () => void;
}
