import { endpointOf } from './endpoints.js';

/** The key of users whom a server of the developer has authenticated (GetOpenIdTokenForDeveloperIdentity). */
export const DEVELOPER = 'cognito-identity.amazonaws.com';

/** The keys of providers that have a name. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['google', 'accounts.google.com'],
  ['facebook', 'graph.facebook.com'],
  ['amazon', 'www.amazon.com'],
  ['apple', 'appleid.apple.com'],
  ['developer', DEVELOPER],
]);

/**
 * The key of a provider in the `Logins` of an identity pool: of one that has a name (`google`), of an issuer of OpenID Connect
 * (its address without the scheme), or the key itself.
 */
export const loginKeyOf = (provider: string): string =>
  KEYS.get(provider) ?? provider.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The key of a user pool: the issuer of its tokens. */
export const userPoolLoginKey = (userPoolId: string): string =>
  loginKeyOf(endpointOf('cognito-idp', userPoolId) + userPoolId);
