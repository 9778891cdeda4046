import type { UserPoolConfig } from '../../config/config.js';
import { encodeBase64url } from '../base64url.js';
import { AuthError } from '../errors.js';
import { textOf } from '../json.js';
import { claimsOf } from '../jwt.js';
import type { SendRequest } from '../request.js';
import type { IssuedTokens } from '../tokens.js';
import { checkSignature } from './key-set.js';

/** What an ID token says about the access token beside it (OpenID Connect Core, section 3.2.2.9). */
async function hashOf(accessToken: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  return encodeBase64url(hash.slice(0, hash.byteLength / 2));
}

/**
 * The tokens of an implicit grant (RFC 6749, section 4.2.2). They came in the address, which anyone can write: the user pool
 * has to have signed the ID token, and that has to name the access token. There is never a refresh token.
 *
 * @throws AuthError `bad-response` when they are not; `offline`, `timeout` or `service` when that cannot be known.
 */
export async function tokensOfGrant(
  send: SendRequest,
  pool: Pick<UserPoolConfig, 'userPoolId' | 'userPoolEndpoint'>,
  { accessToken, idToken }: { readonly accessToken: string; readonly idToken: string },
): Promise<IssuedTokens> {
  await checkSignature(send, pool, idToken);
  if (textOf(claimsOf(idToken), 'at_hash') !== (await hashOf(accessToken)))
    throw new AuthError('bad-response', { cause: new Error('The ID token is not of this access token.') });
  return { accessToken, idToken };
}
