import { endpointOf } from './endpoints.js';

/** The key of users whom a server of the developer has authenticated (GetOpenIdTokenForDeveloperIdentity). */
export const DEVELOPER = 'cognito-identity.amazonaws.com';

/** Providers that have a name, and their keys. */
const NAMED: readonly (readonly [name: string, key: string])[] = [
  ['google', 'accounts.google.com'],
  ['facebook', 'graph.facebook.com'],
  ['amazon', 'www.amazon.com'],
  ['apple', 'appleid.apple.com'],
  ['developer', DEVELOPER],
];

const KEYS: ReadonlyMap<string, string> = new Map(NAMED);

/**
 * The key of a provider in the `Logins` of an identity pool: of one that has a name (`google`), of an issuer of OpenID Connect
 * (its address without the scheme), or the key itself.
 */
export const loginKeyOf = (provider: string): string =>
  KEYS.get(provider) ?? provider.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The name of the provider that has a key; of one without a name, the key. */
export const nameOfLoginKey = (key: string): string => NAMED.find((named) => named[1] === key)?.[0] ?? key;

/** The key of a user pool: the issuer of its tokens. */
export const userPoolLoginKey = (userPoolId: string): string =>
  loginKeyOf(endpointOf('cognito-idp', userPoolId) + userPoolId);
