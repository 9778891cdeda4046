import { addressOf } from '../../config/domain.js';
import type { AuthConfig } from '../../config/config.js';
import type { OAuthConfig } from '../../config/oauth-config.js';
import { AuthError } from '../errors.js';
import { userPoolOf } from '../user-pool.js';

/** The sign-in pages of a user pool, as an app client uses them. */
export interface Pages extends OAuthConfig {
  readonly clientId: string;
  /** Where they are: the origin of the domain. */
  readonly origin: string;
}

/**
 * The sign-in pages that are configured.
 *
 * @throws AuthError `configuration` when there are none, or no user pool.
 */
export function pagesOf(config: AuthConfig): Pages {
  const { oauth, userPoolClientId } = userPoolOf(config);
  if (!oauth) throw new AuthError('configuration', { detail: 'oauth' });
  const { origin } = new URL(addressOf(oauth.domain));
  return { ...oauth, clientId: userPoolClientId, origin };
}

/** What can be asked of the pages, in the words of the query. */
export type PageOptions = Readonly<
  Partial<Record<'identity_provider' | 'idp_identifier' | 'login_hint' | 'lang' | 'prompt', string | undefined>>
>;

/** What a redirect proves itself with when it comes back. */
interface Protection {
  readonly state: string;
  readonly nonce: string;
  /** S256 of the verifier (RFC 7636, section 4.2). */
  readonly challenge: string;
}

const SCOPES = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'];

/** An address with these parameters, without those that are undefined. */
function addressWith(origin: string, path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${origin}${path}?${new URLSearchParams(given).toString()}`;
}

/** The address of the authorization endpoint. */
export const authorizeUrl = (
  { clientId, origin, scopes = SCOPES, responseType = 'code' }: Pages,
  redirectUri: string,
  { state, nonce, challenge }: Protection,
  options: PageOptions,
): string =>
  addressWith(origin, '/oauth2/authorize', {
    ...options,
    response_type: responseType,
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    nonce,
    // An implicit grant has no code to protect.
    ...(responseType === 'code' && { code_challenge: challenge, code_challenge_method: 'S256' }),
  });

/** The address that ends the session of the pages. */
export const logoutUrl = ({ clientId, origin }: Pages, logoutUri: string): string =>
  addressWith(origin, '/logout', { client_id: clientId, logout_uri: logoutUri });

/**
 * The one of these addresses that returns to this page; else the first that returns to its origin.
 *
 * @param key The key of the configuration.
 * @throws AuthError `configuration` when none does.
 */
export function redirectUriFor(given: string | readonly string[], key: string): string {
  const near = [given].flat().filter((address) => new URL(address).origin === location.origin);
  const uri = near.find((address) => new URL(address).pathname === location.pathname) ?? near[0];
  if (!uri) throw new AuthError('configuration', { detail: `${key}: none has the origin ${location.origin}` });
  return uri;
}
