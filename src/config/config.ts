import type { ProviderLogin } from '../providers/provider.js';
import type { OAuthConfig } from './oauth-config.js';
import type { Discovery } from './discovery.js';
import type { Providers } from './provider-config.js';

/**
 * How users sign in. `USER_SRP_AUTH`: by a proof of the password (SRP); the password itself is not sent. `USER_PASSWORD_AUTH`: by a password that is
 * sent, as a user migration function needs. `USER_AUTH`: by a factor of their choice. `CUSTOM_WITH_SRP`,
 * `CUSTOM_WITHOUT_SRP`: by challenges of Lambda functions, after a password or without one.
 */
export type AuthFlow = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'USER_AUTH' | 'CUSTOM_WITH_SRP' | 'CUSTOM_WITHOUT_SRP';

/** The configuration of an `Auth`. Everything but the ids of its pool has a default. */
export type AuthConfig = UserPoolConfig | IdentityPoolConfig;

/** A user pool, and perhaps an identity pool for AWS credentials of its users. */
export interface UserPoolConfig extends ConfigOptions {
  /** Id of the user pool, for instance `us-east-1_Example1`. The region is read from it. */
  readonly userPoolId: string;
  /** Id of an app client without a secret. */
  readonly userPoolClientId: string;
  /** Id of an identity pool, for AWS credentials: `us-east-1:` and a UUID. */
  readonly identityPoolId?: string;
}

/** An identity pool alone: users sign in at providers that it takes, and the calls for users of a user pool do not work. */
export interface IdentityPoolConfig extends ConfigOptions {
  /** Id of the identity pool: `us-east-1:` and a UUID. */
  readonly identityPoolId: string;
  readonly userPoolId?: undefined;
  readonly userPoolClientId?: undefined;
}

/** The part of a configuration that has defaults. */
export interface ConfigOptions {
  /**
   * Address of the user pool. Default: that of Cognito in the pool's region. `https:`, or this device. What is stored in
   * the browser (session, devices, …) belongs to the endpoint, as it is spelled here, and is used with no other.
   */
  readonly userPoolEndpoint?: string;
  /** Address of the identity pool. Default: that of Cognito in its region. `https:`, or this device. */
  readonly identityPoolEndpoint?: string;
  /** The sign-in pages of the user pool. Without them, users sign in by the form alone. */
  readonly oauth?: OAuthConfig;
  /**
   * Whether users who are not signed in get AWS credentials too, where the identity pool has guests. Default: true.
   */
  readonly allowGuests?: boolean;
  /** The buttons below the form, in this order: providers of the user pool, by `oauth`, or beside it. Default: none. */
  readonly providers?: Providers;
  /**
   * Who signs a user in, by their identifier: as teams need it whose customers have identity providers of their own. The form
   * asks for the identifier first, and for the password only where this finds no provider. By `oauth`.
   */
  readonly discovery?: Discovery;
  /**
   * How to get a newer token of a provider, for users who have signed in by one of its tokens: by the provider's name
   * (`google`, `facebook`, `amazon`, `apple`, `developer`, an issuer) or its key in `Logins`. Called when credentials are
   * wanted and the token has expired. One that fails ends the session, unless the network is down.
   */
  readonly refreshHandlers?: Readonly<Record<string, () => Promise<ProviderLogin>>>;
  /**
   * The nonce of the content security policy, for scripts of providers. Default: `litNonce`, else that of the first script
   * of the page that has one.
   */
  readonly scriptNonce?: string;
  /** Default: `USER_SRP_AUTH`. */
  readonly authFlow?: AuthFlow;
  /**
   * Whether `USER_AUTH` may send a password as it is (challenge `PASSWORD`) where Cognito takes no proof of it by SRP, as a
   * user migration function needs. Default: false: a challenge that wants the password itself gets a proof, by another start;
   * where Cognito takes none, name or password count as wrong.
   */
  readonly plainPassword?: boolean;
  /** Minutes that Cognito waits for the answer to a challenge, as the app client says. Default: 3. */
  readonly authSessionValidity?: number;
  /** Whether users are signed in at once after they confirm an account or set a new password. Default: true. */
  readonly autoSignIn?: boolean;
  /** Whether users who sign in without a passkey are offered to create one (`USER_AUTH` only). Default: true. */
  readonly passkeyPrompt?: boolean;
  /** Whether users who sign in without a verified contact are asked to verify one. Default: true. */
  readonly verifyContact?: boolean;
  /**
   * Days until a user who has put off the verification of a contact is asked again on this device. Default: 30. With 0, it
   * can only be skipped until the next sign-in.
   */
  readonly skipVerifyFor?: number;
  /**
   * Whether requests contain what Cognito's script for threat protection (`AmazonCognitoAdvancedSecurityData`) collects
   * about the browser, on a page that has the script. Default: true.
   */
  readonly threatProtection?: boolean;
  /** Passed on to the pre sign-up function with every sign-up. Never put a secret there. */
  readonly validationData?: Readonly<Record<string, string>>;
  /** Passed on to Lambda functions with every request that may trigger one. Never put a secret there. */
  readonly clientMetadata?: Readonly<Record<string, string>>;
  /**
   * Whether a reload in the middle of a sign-in returns to the same step. Default: false, because it keeps Cognito's
   * Session of the challenge in `sessionStorage` while that is valid, where every script of the page can read it. A thief
   * still needs the code or password that the challenge asks for.
   */
  readonly resume?: boolean;
  /** Where the session is kept: `local` (default; until sign-out), `session` (this tab), `memory` (this page), or yours. */
  readonly storage?: 'local' | 'session' | 'memory' | SessionStore;
  /** Milliseconds until a request counts as unanswered. Default: 10 000. */
  readonly timeout?: number;
  /** For tests: replaces functions of the browser. */
  readonly environment?: Partial<Environment>;
}

/** A store for the session: strings under keys. Each method may return a value or a promise. */
export interface SessionStore {
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  set(key: string, value: string): void | Promise<void>;
  remove(key: string): void | Promise<void>;
  /** All keys. Used to remove what older libraries left behind; optional. */
  keys?(): Iterable<string>;
}

/** What the client needs of the browser. */
export interface Environment {
  readonly fetch: typeof fetch;
  /** Epoch milliseconds on this device's clock, which may be wrong and may jump. */
  now(): number;
  /** Milliseconds on a monotonic clock, from any start. */
  elapsed(): number;
  /** Resolves after these milliseconds, or when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Configurations of other libraries, which `readers/` understands. Keys of {@link AuthConfig} may be added. */
export type ForeignConfig = (
  | { readonly aws_user_pools_id: string }
  | { readonly aws_cognito_identity_pool_id: string }
  | { readonly auth: object }
  | { readonly Auth: object }
  | { readonly userPoolWebClientId: string }
) &
  Partial<Omit<UserPoolConfig, 'oauth' | 'refreshHandlers'>> & {
    readonly oauth?: object;
    readonly refreshHandlers?: object;
    readonly federated?: object;
    readonly auth0?: object;
  };

/** A key of the configuration that is missing, unknown or wrong. The value is not repeated: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The key, as the page spells it. */
  readonly key: string;
  /** Which key it is, and what it must be. */
  readonly problem: string;

  constructor(key: string, expected: string) {
    const problem = `"${key}" must be ${expected}.`;
    super(`auth-elements: ${problem}`);
    this.key = key;
    this.problem = problem;
  }
}
