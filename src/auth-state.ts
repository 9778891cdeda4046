import type { SignOutReason } from './client/auth-client.js';
import type { AuthUser, Step } from './client/step.js';
import type { AuthError } from './cognito/errors.js';

/** What can be on the screen: the tag of an element without `auth-`, or one of the two situations without a form. */
export type ScreenName =
  | 'loading'
  | 'sign-in'
  | 'sign-up'
  | 'confirm-sign-up'
  | 'confirm-sign-in'
  | 'select-factor'
  | 'select-mfa-type'
  | 'email-setup'
  | 'custom-challenge'
  | 'totp-setup'
  | 'new-password'
  | 'forgot-password'
  | 'reset-password'
  | 'remember-device'
  | 'verify-contact'
  | 'passkey-prompt'
  | 'unsupported'
  | 'signed-in';

/** Where a page may begin. `totp-setup` is for users who are signed in; the others are for users who are not. */
export type InitialState = 'sign-in' | 'sign-up' | 'forgot-password' | 'totp-setup';

/** What a page begins with: the step that `restore` or `signOut` answered, or why there is none. */
export interface Beginning {
  readonly step?: Step;
  readonly error?: AuthError;
  readonly ended?: SignOutReason | undefined;
}

/** Where a user is. A new object on every change, and only then. Nothing in it is secret. */
export interface AuthState {
  /** What is on the screen. */
  readonly screen: ScreenName;
  /** Whether an answer is awaited. */
  readonly isBusy: boolean;
  /** What Cognito asked for last. */
  readonly step: Step | undefined;
  /** Who is signed in. */
  readonly user: AuthUser | undefined;
  /** The identifier typed last, carried from screen to screen. */
  readonly username: string;
  /** Why the last request failed, until the next one. */
  readonly error: AuthError | undefined;
  /** Why the user is no longer signed in, until the next sign-in. */
  readonly ended: SignOutReason | undefined;
}

/** It is not known yet whether a session is kept from an earlier visit. */
export const LOADING: AuthState = {
  screen: 'loading',
  isBusy: true,
  step: undefined,
  user: undefined,
  username: '',
  error: undefined,
  ended: undefined,
};

/** Whether two states say the same. */
export const isSameState = (one: AuthState, other: AuthState): boolean =>
  // The keys of an object of this type are those of the type.
  (Object.keys(LOADING) as (keyof AuthState)[]).every((key) => one[key] === other[key]);

/** Where a page can begin, and the screen that one without a signed-in user begins with. */
const FORM: Readonly<Record<InitialState, ScreenName>> = {
  'sign-in': 'sign-in',
  'sign-up': 'sign-up',
  'forgot-password': 'forgot-password',
  'totp-setup': 'sign-in',
};

/** The names of {@link InitialState}. */
export const initialStates: readonly string[] = Object.keys(FORM);

/**
 * What can be shown of a beginning before the chart is loaded: a form, or the app. Whatever else a page may come back to
 * waits for the chart: undefined.
 */
export function stateWithoutChart(
  { step, error, ended }: Beginning,
  initialState: InitialState = 'sign-in',
): AuthState | undefined {
  const shown = { ...LOADING, isBusy: false, step, error, ended };
  if (error) return { ...shown, screen: 'sign-in' };
  if (step?.name === 'signIn') {
    return { ...shown, screen: FORM[initialState], username: step.username ?? '', error: step.error };
  }
  if (step?.name === 'done' && initialState !== 'totp-setup') return { ...shown, screen: 'signed-in', user: step.user };
  return undefined;
}
