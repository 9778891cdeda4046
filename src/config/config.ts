/**
 * How somebody signs in. `USER_SRP_AUTH`: by a password that is proved and not sent. `USER_PASSWORD_AUTH`: by one that is
 * sent, as a user migration function needs. `USER_AUTH`: by what they choose of what their account has. `CUSTOM_WITH_SRP`,
 * `CUSTOM_WITHOUT_SRP`: by what Lambda functions ask, after a password or without one.
 */
export type AuthFlow = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'USER_AUTH' | 'CUSTOM_WITH_SRP' | 'CUSTOM_WITHOUT_SRP';

/** The settings of an {@link AuthConfig | Auth}. Everything but the two ids has a default. */
export interface AuthConfig {
  /** Id of the user pool, for instance `us-east-1_Example1`. The region is read from it. */
  readonly userPoolId: string;
  /** Id of an app client without a secret. */
  readonly userPoolClientId: string;
  /**
   * Where the user pool answers. Default: the address of Cognito in the pool's region. `https:`, or this device. What is kept
   * in the browser (session, devices, …) belongs to the endpoint, as it is spelled here, and is used with no other.
   */
  readonly userPoolEndpoint?: string;
  /** Id of an identity pool, for AWS credentials: `us-east-1:` and a UUID. */
  readonly identityPoolId?: string;
  /** Where the identity pool answers. Default: the address of Cognito in its region. `https:`, or this device. */
  readonly identityPoolEndpoint?: string;
  /** Default: `USER_SRP_AUTH`. */
  readonly authFlow?: AuthFlow;
  /** Minutes that Cognito waits for the answer to a challenge, as the app client says. Default: 3. */
  readonly authSessionValidity?: number;
  /** Whether somebody with a new account that is confirmed, or with a new password, is signed in at once. Default: true. */
  readonly autoSignIn?: boolean;
  /** Whether people who sign in without a passkey are asked if they want one (`USER_AUTH` only). Default: true. */
  readonly passkeyPrompt?: boolean;
  /** Whether somebody who signs in without any verified contact is asked to verify one. Default: true. */
  readonly verifyContact?: boolean;
  /**
   * Days until somebody is asked again, on this device, who wants to be reminded later to verify a contact. Default: 30.
   * With 0, all that they can do is to skip it until the next sign-in.
   */
  readonly skipVerifyFor?: number;
  /**
   * Whether Cognito is told what its script for threat protection finds out about the browser, on a page that has the
   * script (`AmazonCognitoAdvancedSecurityData`). Default: true.
   */
  readonly threatProtection?: boolean;
  /** Passed on to the pre sign-up function with every sign-up. Never put a secret there. */
  readonly validationData?: Readonly<Record<string, string>>;
  /** Passed on to Lambda functions with every request that may trigger one. Never put a secret there. */
  readonly clientMetadata?: Readonly<Record<string, string>>;
  /**
   * Whether a reload in the middle of a sign-in comes back to where it was. Default: false, for it keeps Cognito's Session
   * of the challenge in `sessionStorage` for as long as that is good, where every script of the page can read it. Whoever
   * steals it still needs the code or password that it waits for.
   */
  readonly resume?: boolean;
  /** Where the session is kept: `local` (default; until sign-out), `session` (this tab), `memory` (this page), or yours. */
  readonly storage?: 'local' | 'session' | 'memory' | SessionStore;
  /** Milliseconds until a request counts as unanswered. Default: 10 000. */
  readonly timeout?: number;
  /** The outside world, for tests: what is given takes the place of the browser's own. */
  readonly environment?: Partial<Environment>;
}

/** A place for the session: one string under one key. Each method may answer at once or by a promise. */
export interface SessionStore {
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  set(key: string, value: string): void | Promise<void>;
  remove(key: string): void | Promise<void>;
  /** Every key there is. Used to remove what older libraries left behind; may be missing. */
  keys?(): Iterable<string>;
}

/** What the client needs of the world around it. */
export interface Environment {
  readonly fetch: typeof fetch;
  /** Epoch milliseconds on this device's clock, which may be wrong and may jump. */
  now(): number;
  /** Milliseconds that only ever grow, from any beginning. */
  elapsed(): number;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Configurations of other libraries, which `readers/` understands. Keys of {@link AuthConfig} may be added. */
export type ForeignConfig = (
  | { readonly aws_user_pools_id: string }
  | { readonly auth: object }
  | { readonly Auth: object }
  | { readonly userPoolWebClientId: string }
) &
  Partial<AuthConfig>;

/** A key of the configuration that is missing, unknown or wrong. The value is not repeated: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The key, as the page spells it. */
  readonly key: string;

  constructor(key: string, expected: string) {
    super(`auth-elements: "${key}" must be ${expected}.`);
    this.key = key;
  }
}
