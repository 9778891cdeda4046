import type { InitialState } from '../auth-state.js';
import type {
  AnswerInput,
  ConfirmSignUpInput,
  FederateInput,
  ResetPasswordInput,
  SignInInput,
  SignOutInput,
  SignOutReason,
  SignUpInput,
  StartAgainInput,
  UsernameInput,
} from '../client/auth-client.js';
import type { CallOptions } from '../client/call-options.js';
import type { AuthUser, Contact, Decision, Factor, MfaType, Step } from '../client/step.js';
import type { AuthError } from '../cognito/errors.js';
import type { Secret } from '../cognito/secret.js';

/** What the chart knows. Nothing in it is secret: codes, passwords and keys are boxed, the Session is behind a ticket. */
export interface AuthContext {
  readonly initialState: InitialState;
  /** What Cognito asked for last. */
  readonly step: Step | undefined;
  /** Why the last request failed, until the next one. */
  readonly error: AuthError | undefined;
  /** Who is signed in. */
  readonly user: AuthUser | undefined;
  /** Why the user was signed out, until the next sign-in. */
  readonly ended: SignOutReason | undefined;
  /** The identifier typed last, carried from screen to screen. */
  readonly username: string;
}

/** `response` answers instead of Cognito: what a page passed to `respondWith` of an `auth-submit` event. */
export interface Respond {
  readonly response?: Promise<Step>;
}

type Submit<Type extends string, Input> = { readonly type: Type } & Input & Respond;
type Go<Type extends string> = { readonly type: Type; readonly username?: string };

/** What can happen: what the user did, and facts from outside. */
export type AuthEvent =
  /** The user has begun to fill in the form: what the submit needs is loaded. */
  | { readonly type: 'signIn.typing' }
  | Submit<'signIn.submit', SignInInput>
  | Submit<'federate', FederateInput>
  | Submit<'signUp.submit', SignUpInput>
  | Submit<'confirmSignUp.submit', Omit<ConfirmSignUpInput, 'username'>>
  | Submit<'confirmSignUp.resend', Omit<UsernameInput, 'username'>>
  | Submit<'confirmSignIn.submit', Omit<AnswerInput, 'ticket'>>
  | Submit<'selectFactor.submit', { readonly choice: Factor; readonly answer?: Secret } & CallOptions>
  | Submit<'selectMfaType.submit', { readonly choice: MfaType } & CallOptions>
  | Submit<'emailSetup.submit', { readonly attributes: { readonly email: string } } & CallOptions>
  | Submit<'customChallenge.submit', { readonly answer: Secret } & CallOptions>
  | Submit<'totpSetup.submit', Omit<AnswerInput, 'ticket'>>
  | Submit<'newPassword.submit', Omit<AnswerInput, 'ticket'>>
  /** The sign-in is repeated up to this challenge: for another code, or for more time. `another`: up to the choice before it. */
  | Submit<'challenge.startAgain', Omit<StartAgainInput, 'ticket'>>
  | Submit<'forgotPassword.submit', UsernameInput>
  | Submit<'resetPassword.submit', Omit<ResetPasswordInput, 'username'>>
  | Submit<'resetPassword.resend', Omit<UsernameInput, 'username'>>
  | Submit<'rememberDevice.submit', { readonly choice: Decision } & CallOptions>
  | Submit<'verifyContact.submit', { readonly choice?: Contact | Decision; readonly answer?: Secret } & CallOptions>
  | Submit<'passkeyPrompt.submit', { readonly choice: Decision } & CallOptions>
  | Go<'go.signIn'>
  | Go<'go.signUp'>
  | Go<'go.forgotPassword'>
  | { readonly type: 'go.totpSetup' }
  | { readonly type: 'go.signedIn' }
  /** A page leads a user who is not signed in to a step that it knows of, which Cognito has not told. */
  | { readonly type: 'step'; readonly step: Extract<Step, { name: 'confirmSignUp' }> }
  /** The user cancels the pending request. */
  | { readonly type: 'cancel' }
  | ({ readonly type: 'signOut' } & SignOutInput)
  /** The time for the answer to a challenge is over. */
  | { readonly type: 'challenge.expired'; readonly error: AuthError }
  /** The session has ended, and not by a sign-out in this page. */
  | { readonly type: 'session.ended'; readonly reason: SignOutReason }
  /** A user signed in, in another tab or through the headless client. */
  | { readonly type: 'session.started'; readonly step: Extract<Step, { name: 'done' }> };
