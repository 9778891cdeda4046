import { AuthError } from '../cognito/errors.js';
import { fieldsOf, numberOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { claimsOf } from '../cognito/jwt.js';
import type { IssuedTokens } from '../cognito/tokens.js';
import type { UserPoolConfig } from '../config/config.js';
import type { AnySession, Kept } from './session.js';

/** The app client that sessions belong to. */
export type Pool = Pick<UserPoolConfig, 'userPoolId' | 'userPoolClientId' | 'userPoolEndpoint'>;

/** A session of a user pool: the tokens of a user. */
export interface UserPoolSession extends AnySession {
  readonly kind?: undefined;
  readonly accessToken: string;
  readonly idToken: string;
  /** Missing after an implicit grant: then the session ends with its tokens. */
  readonly refreshToken?: string;
  /** How the user signed in; missing for a sign-in by form. The sign-in pages keep a session of their own. */
  readonly via?: 'redirect';
  /** Who identified the user, in Cognito's words (`Google`): missing for a user of the pool itself. */
  readonly provider?: string;
}

/** How a user signed in. It stays as it is when the tokens are refreshed. */
export type SignInOrigin = { readonly [Key in 'via' | 'provider']?: UserPoolSession[Key] | undefined };

/** A session of a user pool, as it is kept. */
export type Session = Kept<UserPoolSession>;

/** The longest lifetime that Cognito has for access and ID tokens. Milliseconds. */
const DAY = 24 * 3_600_000;

/** Milliseconds from `iat` to `exp`, at most a day; NaN when either is none. */
const lifetimeOf = (claims: Fields): number =>
  Math.min((numberOf(claims, 'exp') - numberOf(claims, 'iat')) * 1000, DAY);

/** The session that tokens stand for; undefined when they are not a pair, or of another pool or client. */
function sessionOf(
  { accessToken, idToken, refreshToken }: IssuedTokens,
  { userPoolId, userPoolClientId }: Pool,
): UserPoolSession | undefined {
  const [access, id] = [claimsOf(accessToken), claimsOf(idToken)];
  const sub = textOf(access, 'sub');
  const lifetime = Math.min(lifetimeOf(access), lifetimeOf(id));
  const isOurs =
    // By its ending, for a stand-in for Cognito may name another host than the configured endpoint, a replica of the pool may
    // name its own region, and the host adds no safety: a token that could be forged here could name the right one.
    [access, id].every((claims) => textOf(claims, 'iss')?.endsWith(`/${userPoolId}`)) &&
    textOf(access, 'token_use') === 'access' &&
    textOf(access, 'client_id') === userPoolClientId &&
    textOf(id, 'token_use') === 'id' &&
    textOf(id, 'aud') === userPoolClientId &&
    textOf(id, 'sub') === sub &&
    lifetime > 0;
  if (!isOurs || !sub) return undefined;
  const username = textOf(access, 'username') ?? sub;
  return { sub, username, accessToken, idToken, ...(refreshToken && { refreshToken }), lifetime };
}

/**
 * The session that tokens of Cognito stand for.
 *
 * @throws AuthError `bad-response` when they are not a pair, or of another pool or client.
 */
export function userPoolSession(
  tokens: IssuedTokens,
  pool: Pool,
  { via, provider }: SignInOrigin = {},
): UserPoolSession {
  const session = sessionOf(tokens, pool);
  if (!session) throw new AuthError('bad-response', { cause: new Error('Tokens of another pool or client.') });
  return { ...session, ...(via && { via }), ...(provider && { provider }) };
}

/** The session in a record, or in what another library stored; undefined when it is damaged, or of another client. */
export function readUserPoolSession(record: Fields, pool: Pool): UserPoolSession | undefined {
  const [accessToken, idToken, refreshToken] = [
    textOf(record, 'accessToken'),
    textOf(record, 'idToken'),
    textOf(record, 'refreshToken'),
  ];
  const isDamaged = Object.hasOwn(record, 'refreshToken') && !refreshToken;
  if (!accessToken || !idToken || isDamaged) return undefined;
  const session = sessionOf({ accessToken, idToken, ...(refreshToken && { refreshToken }) }, pool);
  const isRedirected = textOf(record, 'via') === 'redirect';
  const provider = textOf(record, 'provider');
  return session && { ...session, ...(isRedirected && { via: 'redirect' }), ...(provider && { provider }) };
}

/** Claims of an ID token that are about the token, or added by Cognito, and are no attributes of the user. */
const PROTOCOL = /^(iss|aud|exp|iat|nbf|jti|sub|nonce|azp|at_hash|auth_time|token_use|event_id|origin_jti|cognito:.*)$/;

/**
 * A claim as text; undefined where there is none for it. Most are strings, but `email_verified` is true or false,
 * `updated_at` a number, and `address` an object (OpenID Connect Core 1.0, section 5.1).
 */
const claimText = (value: unknown): string | undefined =>
  ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : textOf(fieldsOf(value), 'formatted');

/** The user's attributes, as far as they can be shown as text. */
export const attributesOf = ({ idToken }: Pick<Session, 'idToken'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claimsOf(idToken)).flatMap(([name, value]) => {
      const text = PROTOCOL.test(name) ? undefined : claimText(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
