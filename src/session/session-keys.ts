import type { AuthConfig } from '../config/config.js';

/** The settings that decide under which keys something is stored. */
export type Place = {
  readonly [Key in `${'userPool' | 'identityPool'}${'Id' | 'Endpoint'}` | 'userPoolClientId']?:
    AuthConfig[Key] | undefined;
};

/** What a pool or client is called in keys: each endpoint has keys of its own. */
export const scoped = (id: string, endpoint: string | undefined): string => (endpoint ? `${id}.${endpoint}` : id);

/** What the identity pool is called; undefined when there is none. */
export const identityPlaceOf = ({ identityPoolId, identityPoolEndpoint }: Place): string | undefined =>
  identityPoolId && scoped(identityPoolId, identityPoolEndpoint);

/** The keys that tell whether a user may be signed in. They are needed before all others: see {@link keysOf}. */
export function sessionKeysOf(place: Place) {
  const { userPoolClientId, userPoolEndpoint, identityPoolId, identityPoolEndpoint } = place;
  const client = userPoolClientId && scoped(userPoolClientId, userPoolEndpoint);
  const record = `auth-elements.${client ?? identityPlaceOf(place)}`;
  return {
    /** Who is signed in. */
    record,
    pendingStep: `${record}.asked`,
    /** What keys of older libraries for the app client begin with. */
    legacy: `CognitoIdentityServiceProvider.${client}.`,
    /** Where aws-amplify 5 keeps a user who has signed in by a token of a provider; undefined where that is of no use. */
    legacyIdentity: identityPoolId && !identityPoolEndpoint ? 'aws-amplify-federatedInfo' : undefined,
  };
}
