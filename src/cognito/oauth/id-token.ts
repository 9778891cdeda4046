import { AuthError } from '../errors.js';
import { numberOf, textOf } from '../json.js';
import { claimsOf, headerOf } from '../jwt.js';

const isTime = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

/**
 * Checks what an ID token says about the redirect that it comes from (OpenID Connect Core, section 3.1.3.7). Its signature
 * is not checked, as it came straight from Cognito over TLS; its times are not compared with this device's clock, which may
 * be wrong. Whose it is, `userPoolSession` checks.
 *
 * @throws AuthError `bad-response`
 */
export function checkIdToken(idToken: string, nonce: string): void {
  const [header, claims] = [headerOf(idToken), claimsOf(idToken)];
  const [issued, expires] = [numberOf(claims, 'iat'), numberOf(claims, 'exp')];
  const signedIn = Object.hasOwn(claims, 'auth_time') ? numberOf(claims, 'auth_time') : issued;
  const isRight =
    textOf(header, 'alg') === 'RS256' &&
    !Object.hasOwn(header, 'crit') &&
    textOf(claims, 'nonce') === nonce &&
    [issued, expires, signedIn].every(isTime) &&
    signedIn <= issued &&
    issued < expires;
  if (!isRight)
    throw new AuthError('bad-response', { cause: new Error('The ID token is not the answer to this redirect.') });
}
