import type { Secret } from '../cognito/secret.js';

/** A token of a provider, which an identity pool accepts. */
export interface ProviderLogin {
  /** An ID token (Google, Apple, any OpenID Connect issuer) or an access token (Facebook, Amazon). */
  readonly token: Secret | string;
  /** When the token expires: since 1970, in seconds or in milliseconds. */
  readonly expiresAt: number;
  /** The identity that the token is for. Needed for identities that a server of the developer authenticates. */
  readonly identityId?: string;
  /** Brings the next token, at an issuer of OpenID Connect. */
  readonly refreshToken?: Secret | string;
  /** What is known about the user, to be shown: `name`, `email`, … */
  readonly user?: Readonly<Record<string, unknown>>;
}

/** One that signs a user in without a user pool. */
export interface Provider {
  /** Its key in the `Logins` of an identity pool: `accounts.google.com`. */
  readonly loginKey: string;
  /** Asks the user. */
  signIn(signal?: AbortSignal): Promise<ProviderLogin>;
  /** A token in place of one that has expired, without asking the user. Missing where there is no way. */
  renew?(held: ProviderLogin): Promise<ProviderLogin>;
  /** The user has signed out: the provider asks the next time. `global`: ends the session of the provider itself too. */
  signOff?(global: boolean): Promise<void>;
}
