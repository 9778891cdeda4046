/** The methods of the seed documents' `Auth`, by name. */
export const METHODS = [
  'changePassword',
  'completeNewPassword',
  'configure',
  'confirmSignIn',
  'confirmSignUp',
  'createCognitoUser',
  'currentAuthenticatedUser',
  'currentCredentials',
  'currentSession',
  'currentUserCredentials',
  'currentUserInfo',
  'currentUserPoolUser',
  'deleteUser',
  'deleteUserAttributes',
  'disableSMS',
  'enableSMS',
  'essentialCredentials',
  'federatedSignIn',
  'fetchDevices',
  'forgetDevice',
  'forgotPassword',
  'forgotPasswordSubmit',
  'getMFAOptions',
  'getPreferredMFA',
  'rememberDevice',
  'resendSignUp',
  'sendCustomChallengeAnswer',
  'setPreferredMFA',
  'setupTOTP',
  'signIn',
  'signOut',
  'signUp',
  'updateUserAttributes',
  'userAttributes',
  'userSession',
  'verifiedContact',
  'verifyCurrentUserAttribute',
  'verifyCurrentUserAttributeSubmit',
  'verifyTotpToken',
  'verifyUserAttribute',
  'verifyUserAttributeSubmit',
] as const;

/** The name of a method of `Auth`. */
export type MethodName = (typeof METHODS)[number];

/** `Auth` of the seed documents. What a method takes and answers is for the transcript to tell, not for the compiler. */
export type LegacyAuth = { readonly [Name in MethodName]: (...input: readonly unknown[]) => unknown };

/** What calls use of a `CognitoUserSession`. */
export interface CognitoTokens {
  getAccessToken(): { getJwtToken(): string };
  getIdToken(): { getJwtToken(): string };
}

/** What a listener of `Hub` is told. */
export interface Capsule {
  readonly channel: string;
  readonly payload: { readonly event: string; readonly data?: unknown; readonly message?: string };
  readonly source: string;
  readonly patternInfo?: readonly string[];
}

/** Hears what `Hub` tells. */
export type Listener = (capsule: Capsule) => void;

/** `Hub` of the seed documents. */
export interface LegacyHub {
  listen(channel: string | RegExp, listener?: Listener | { onHubCapsule: Listener }, name?: string): () => void;
  remove(channel: string | RegExp, listener: Listener): void;
  dispatch(channel: string, payload: Capsule['payload'], source?: string): void;
}

/** The library under test, as an app imports it. */
export interface Subject {
  readonly Auth: LegacyAuth;
  readonly Hub: LegacyHub;
}

/** Opens the library for one call: without configuration and listeners where it can. */
export type Open = () => Promise<Subject>;
