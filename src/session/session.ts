import { decodeBase64url } from '../cognito/base64url.js';
import { fieldsOf, parseJson, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import type { IssuedTokens } from '../cognito/tokens.js';

/** Which tokens are ours. */
export interface Pool {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** Where they were issued. Without it, at Cognito's own address. */
  readonly userPoolEndpoint?: string;
}

/** Somebody who is signed in: what is kept, as one record that is written at once or not at all. */
export interface Session {
  /** Version of this shape. */
  readonly v: 1;
  /** Grows with every record that is written. */
  readonly gen: number;
  /** The user's id in the pool. */
  readonly sub: string;
  readonly username: string;
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
  /** When the tokens came: epoch milliseconds on this device's clock, right or wrong. */
  readonly receivedAt: number;
  /** Milliseconds that the tokens live, from when they came; by Cognito's clock alone. */
  readonly lifetime: number;
}

/** The claims of a JWT. Not verified: for display, and to recognize what is plainly not ours. */
export function claimsOf(token: string): Fields {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1] ?? '';
  try {
    return fieldsOf(parseJson(new TextDecoder().decode(decodeBase64url(payload))));
  } catch {
    return {};
  }
}

/** Milliseconds from `iat` to `exp`; NaN when either is none. */
function lifetimeOf({ iat, exp }: Fields): number {
  return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : NaN;
}

/**
 * The session that tokens stand for; undefined when they are not a pair, or of another pool or client.
 *
 * @param tokens From Cognito, or from a store.
 */
export function sessionOf(
  { accessToken, idToken, refreshToken }: IssuedTokens,
  { userPoolId, userPoolClientId }: Pool,
  { gen, receivedAt }: Pick<Session, 'gen' | 'receivedAt'>,
): Session | undefined {
  const [access, id] = [claimsOf(accessToken), claimsOf(idToken)];
  const sub = textOf(access, 'sub');
  const lifetime = Math.min(lifetimeOf(access), lifetimeOf(id));
  const isOurs =
    [access, id].every((claims) => textOf(claims, 'iss')?.endsWith(`/${userPoolId}`)) &&
    access['token_use'] === 'access' &&
    access['client_id'] === userPoolClientId &&
    id['token_use'] === 'id' &&
    id['aud'] === userPoolClientId &&
    id['sub'] === sub &&
    Number.isFinite(lifetime) &&
    lifetime > 0 &&
    Number.isSafeInteger(gen) &&
    Number.isFinite(receivedAt);
  if (!isOurs || !sub || !refreshToken) return undefined;
  const username = textOf(access, 'username') ?? sub;
  return { v: 1, gen, sub, username, accessToken, idToken, refreshToken, receivedAt, lifetime };
}

/** Reads a record back. What is not one of ours, or not whole, is none. */
export function parseSession(text: string, pool: Pool): Session | undefined {
  const record = fieldsOf(parseJson(text));
  const [accessToken = '', idToken = '', refreshToken = ''] = ['accessToken', 'idToken', 'refreshToken'].map((name) =>
    textOf(record, name),
  );
  const { v, gen, receivedAt } = record;
  if (v !== 1 || typeof gen !== 'number' || typeof receivedAt !== 'number') return undefined;
  return sessionOf({ accessToken, idToken, refreshToken }, pool, { gen, receivedAt });
}

/** Claims of an ID token that say something about the token, or that Cognito adds, and not what the user is like. */
const PROTOCOL = /^(iss|aud|exp|iat|nbf|jti|sub|nonce|azp|at_hash|auth_time|token_use|event_id|origin_jti|cognito:.*)$/;

/** The user's attributes, as far as they can be shown: strings, and true or false. */
export const attributesOf = ({ idToken }: Session): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claimsOf(idToken)).flatMap(([name, value]) =>
      (typeof value === 'string' || typeof value === 'boolean') && !PROTOCOL.test(name) ? [[name, String(value)]] : [],
    ),
  );
