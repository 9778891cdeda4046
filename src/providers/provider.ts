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
  /** What is known about the user, to be shown: `name`, `email`, … A provider of ours tells its id of the user: `sub`. */
  readonly user?: Readonly<Record<string, unknown>>;
}

/** One that signs a user in without a user pool. Fails with an AuthError. */
export interface Provider {
  /** Loads its script, so that the window opens in time. */
  prepare(): Promise<void>;
  /**
   * Asks the user, in a window of the provider. To be called while a click is being handled, or shortly after: browsers
   * block the window otherwise.
   *
   * @throws AuthError `cancelled` when the user closed the window, or it is out of reach (COOP `same-origin`);
   * `popup-blocked`; `provider-unavailable` when the provider's script was not loaded; `bad-response` when the answer is for
   * another request.
   */
  signIn(signal?: AbortSignal): Promise<ProviderLogin>;
  /**
   * A token in place of one that has expired, without asking the user. Missing where there is no way.
   *
   * @throws AuthError `session-expired` when the provider wants to ask, or has another user by now.
   */
  renew?(held: ProviderLogin): Promise<ProviderLogin>;
  /**
   * The user has signed out: the provider asks the next time, if its script is on this page. `isGlobal`: ends the session of
   * the provider itself too.
   */
  signOff?(isGlobal: boolean): Promise<void>;
}
