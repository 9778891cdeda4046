import { AuthError } from '../cognito/errors.js';
import { numberOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { claimsOf } from '../cognito/jwt.js';
import { Secret } from '../cognito/secret.js';
import type { ProviderLogin } from './provider.js';

/** Seconds that a token counts as valid of which its provider says nothing. */
const HOUR = 3_600;

/** Claims about the user that may be shown. */
const SHOWN = ['sub', 'name', 'given_name', 'family_name', 'email', 'picture', 'locale'] as const;

/** What is known about a user, without what is missing. */
export const userOf = (claims: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(SHOWN.flatMap((name) => (textOf(claims, name) === undefined ? [] : [[name, claims[name]]])));

/** When a token expires that is valid for these seconds from now. */
export const expiryOf = (seconds: number, now: number): number => now + (seconds > 0 ? seconds : HOUR) * 1000;

/**
 * The login that an ID token is. Its signature is for the identity pool to verify; here it has to be the answer to what
 * was asked. Its times are counted from now, as this device's clock may be wrong.
 *
 * @throws AuthError `bad-response` when it is for another request, or another app.
 */
export function tokenLogin(
  token: string,
  { nonce, clientId, now }: { readonly nonce: string; readonly clientId: string; readonly now: number },
): ProviderLogin {
  const claims = claimsOf(token);
  if (textOf(claims, 'nonce') !== nonce || textOf(claims, 'aud') !== clientId || !textOf(claims, 'sub')) {
    throw new AuthError('bad-response', { cause: new Error('The ID token is not the answer to this request.') });
  }
  const seconds = numberOf(claims, 'exp') - numberOf(claims, 'iat');
  return { token: new Secret(token), expiresAt: expiryOf(seconds, now), user: userOf(claims) };
}
