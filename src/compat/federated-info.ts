import type { FederatedIdentity } from '../client/federated-identity.js';
import { nameOfLoginKey } from '../cognito/login-keys.js';

/** A user whom the identity pool knows by the token of a provider, as the guides read it from `Cache`. */
export interface FederatedInfo {
  /** `google`, `facebook`, `amazon`, `developer`, or the domain of an issuer. */
  readonly provider: string;
  readonly token: string;
  readonly user: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds. */
  readonly expires_at: number;
  /** Id of the identity, `us-east-1:` and a UUID. */
  readonly identity_id: string;
}

/** Who a federated user is. */
export type FederatedUser = Readonly<Record<string, unknown>> & {
  /** Id of the identity. */
  readonly id: string;
  /** The token of the provider. */
  readonly token: string;
};

export const federatedInfoOf = ({
  provider,
  token,
  user,
  expiresAt,
  identityId,
}: FederatedIdentity): FederatedInfo => ({
  provider: nameOfLoginKey(provider),
  token: token.reveal(),
  user,
  expires_at: expiresAt,
  identity_id: identityId,
});

export const federatedUserOf = ({ token, user, identityId }: FederatedIdentity): FederatedUser => ({
  ...user,
  id: identityId,
  token: token.reveal(),
});
