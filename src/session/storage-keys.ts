import { identityPlaceOf, scoped, sessionKeysOf } from './session-keys.js';
import type { Place } from './session-keys.js';

export type { Place } from './session-keys.js';

/**
 * The keys under which each thing is stored. Each endpoint has keys of its own, so that what was stored for one is never
 * read, sent or removed for another; the address of AWS itself adds nothing to them.
 *
 * Keys of older libraries do not contain an endpoint, so what is there is taken for something of AWS itself, and is sent
 * nowhere else.
 */
export function keysOf(place: Place) {
  const { userPoolId, userPoolEndpoint, identityPoolId, identityPoolEndpoint } = place;
  const identityPool = `auth-elements.${identityPlaceOf(place)}`;
  const pool = userPoolId ? `auth-elements.${scoped(userPoolId, userPoolEndpoint)}` : identityPool;
  const legacyGuests = [`CognitoIdentityId-${identityPoolId}`, `com.amplify.Cognito.${identityPoolId}.identityId`];
  const guests: readonly [string, ...string[]] = [
    `${identityPool}.guest`,
    ...(identityPoolEndpoint ? [] : legacyGuests),
  ];
  return {
    ...sessionKeysOf(place),
    devices: `${pool}.devices`,
    passkeys: `${pool}.passkeys`,
    method: `${pool}.method`,
    reminder: (prompt: string) => `${pool}.later.${prompt}`,
    /** The identity of a guest: where it is kept, and where aws-amplify 5 and 6 keep one. */
    guests,
  };
}
