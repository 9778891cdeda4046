import type { Secret } from '../cognito/secret.js';

/** A user who has signed in by the token of a provider, and whom the identity pool knows alone. */
export interface FederatedIdentity {
  /** Who has issued the token: the key of the provider in `Logins`, `accounts.google.com`. */
  readonly provider: string;
  /** The token of the provider. It may have expired: `getCredentials` gets a newer one when it needs one. */
  readonly token: Secret;
  /** When the token expires: epoch milliseconds on this device's clock. */
  readonly expiresAt: number;
  /** Id of the identity, `us-east-1:` and a UUID. */
  readonly identityId: string;
  /** What was known about the user on the sign-in. */
  readonly user: Readonly<Record<string, unknown>>;
}
