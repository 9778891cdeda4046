import type { UserPoolConfig } from '../../config/config.js';
import { decodeBase64url } from '../base64url.js';
import { endpointOf } from '../endpoints.js';
import { AuthError } from '../errors.js';
import { fieldsOf, listOf, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { headerOf } from '../jwt.js';
import type { SendRequest } from '../request.js';
import { failureOf, jsonOf } from '../response.js';

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3): the only one that Cognito signs with. */
const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** The user pool whose keys they are. */
type Pool = Pick<UserPoolConfig, 'userPoolId' | 'userPoolEndpoint'>;

async function read(response: Response): Promise<readonly Fields[]> {
  const keys = await jsonOf(response);
  if (!response.ok || !keys) throw failureOf(response);
  return listOf(keys, 'keys').map(fieldsOf);
}

/** The public keys of a user pool (RFC 7517). */
function keysOf(send: SendRequest, { userPoolId, userPoolEndpoint }: Pool): Promise<readonly Fields[]> {
  const endpoint = userPoolEndpoint ?? endpointOf('cognito-idp', userPoolId);
  const url = `${endpoint.replace(/\/?$/, '/')}${userPoolId}/.well-known/jwks.json`;
  return send({ method: 'GET', url, headers: {}, keepalive: false, retries: 2 }, read);
}

/** Whether a key has signed a JWT (RFC 7515, section 5.2). A key or signature that is damaged has signed nothing. */
async function hasSigned(key: Fields, token: string): Promise<boolean> {
  const end = token.lastIndexOf('.');
  try {
    const [n, e] = [textOf(key, 'n') ?? '', textOf(key, 'e') ?? ''];
    const publicKey = await crypto.subtle.importKey('jwk', { kty: 'RSA', n, e }, RS256, false, ['verify']);
    const signed = new TextEncoder().encode(token.slice(0, end));
    return await crypto.subtle.verify(RS256, publicKey, decodeBase64url(token.slice(end + 1)), signed);
  } catch {
    return false;
  }
}

/**
 * Checks that the user pool has signed a JWT, with the key that its header names.
 *
 * @throws AuthError `bad-response` when it has not; `offline`, `timeout` or `service` when its keys cannot be loaded.
 */
export async function checkSignature(send: SendRequest, pool: Pool, token: string): Promise<void> {
  const header = headerOf(token);
  const [algorithm, id] = [textOf(header, 'alg'), textOf(header, 'kid')];
  const keys = id && algorithm === 'RS256' ? await keysOf(send, pool) : [];
  const key = keys.find((each) => textOf(each, 'kid') === id);
  if (!key || !(await hasSigned(key, token)))
    throw new AuthError('bad-response', { cause: new Error('The user pool has not signed this token.') });
}
