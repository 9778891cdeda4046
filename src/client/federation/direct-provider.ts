import { AuthError } from '../../cognito/errors.js';
import { loginKeyOf } from '../../cognito/login-keys.js';
import type { AuthConfig } from '../../config/config.js';
import type { ProviderConfig } from '../../config/provider-config.js';
import { isScripted } from '../../providers/open-provider.js';

/** A provider of the configuration that signs users in without the user pool: by its own script, or as an issuer. */
export type DirectProvider = ProviderConfig & Required<Pick<ProviderConfig, 'clientId'>>;

/** One to which the user leaves. */
export type IssuerProvider = DirectProvider & Required<Pick<ProviderConfig, 'issuer'>>;

/** Whether the user leaves the page for it. */
export const isIssuer = (provider: DirectProvider): provider is IssuerProvider => provider.issuer !== undefined;

/** Its key in `Logins`. */
export const keyOf = ({ name, issuer }: ProviderConfig): string => loginKeyOf(issuer ?? name);

const isDirect = (provider: string | ProviderConfig): provider is DirectProvider =>
  typeof provider === 'object' && provider.clientId !== undefined;

/** What the configuration says about a provider, beside the user pool or not; undefined where that is its name at the most. */
export const providerNamed = (
  { providers = [] }: Pick<AuthConfig, 'providers'>,
  name: string | undefined,
): ProviderConfig | undefined =>
  providers.filter((provider) => typeof provider === 'object').find((provider) => provider.name === name);

/** All of them. */
export const directProvidersIn = ({ providers = [] }: Pick<AuthConfig, 'providers'>): readonly DirectProvider[] =>
  providers.filter(isDirect);

/** The one whose tokens have this key. */
export const directProviderWith = (
  config: Pick<AuthConfig, 'providers'>,
  loginKey: string,
): DirectProvider | undefined => directProvidersIn(config).find((provider) => keyOf(provider) === loginKey);

/**
 * The one of a name; undefined for a provider of the user pool.
 *
 * @throws AuthError `configuration` when the configuration does not say how it signs users in.
 */
export function directProviderOf(
  config: Pick<AuthConfig, 'providers'>,
  name: string | undefined,
): DirectProvider | undefined {
  const found = providerNamed(config, name);
  if (!found || (found.clientId ?? found.issuer) === undefined) return undefined;
  if (!isDirect(found)) throw new AuthError('configuration', { detail: 'providers.clientId' });
  if (!isIssuer(found) && !isScripted(found.name)) throw new AuthError('configuration', { detail: 'providers.issuer' });
  return found;
}
