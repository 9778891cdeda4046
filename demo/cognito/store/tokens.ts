import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { exportJWK, jwtVerify, SignJWT, errors } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import { notAuthorized, refreshTokenReuse, unsupportedTokenType, userNotFound } from '../exceptions.js';
import type { Metadata } from '../triggers/trigger-events.js';
import type { Client, Pool, User } from './model.js';
import { signingKeysOf } from './signing-keys.js';
import type { SigningKeys } from './signing-keys.js';
import { claimsOf } from './token-claims.js';
import type { TokenSource } from './token-claims.js';
import type { UserContext } from './user-context.js';

/** A completed sign-in, to which its tokens belong. */
interface Grant {
  readonly pool: Pool;
  readonly client: Client;
  readonly user: User;
  readonly deviceKey: string | undefined;
  readonly scopes: readonly string[];
  /** What the app sent along to the hosted pages, to find it in the ID token. */
  readonly nonce: string | undefined;
  /** Whether the sign-in happened on the hosted pages: then there is an ID token with the scope `openid` only. */
  readonly isHosted: boolean;
  readonly origin: string;
  /** The SessionId of ListUserSessions. */
  readonly sessionId: string;
  readonly eventId: string;
  /** Epoch seconds. */
  readonly authTime: number;
  readonly expiresAt: number;
  /** Epoch milliseconds. */
  readonly created: number;
  /** When tokens were last issued, in epoch milliseconds. */
  lastActive: number;
  revoked: boolean;
}

interface RefreshToken {
  readonly grant: Grant;
  /** When rotation replaced it, in epoch milliseconds. */
  replacedAt: number | undefined;
}

/** The scope of every sign-in without the hosted pages, which the operations on an account require. */
const ACCOUNT_SCOPE = 'aws.cognito.signin.user.admin';
/** Throws for an access token without a scope. */
const requireScope = ({ scope }: JWTPayload, required: string): void => {
  const scopes = typeof scope === 'string' ? scope.split(' ') : [];
  if (!scopes.includes(required)) throw notAuthorized('Access Token does not have required scopes');
};

/** The issuer of the real Cognito: clients derive the login key of identity pools from it. */
export const issuerOf = ({ id }: Pick<Pool, 'id'>): string =>
  `https://cognito-idp.${id.slice(0, id.indexOf('_'))}.amazonaws.com/${id}`;

/** Issues, verifies and revokes tokens. */
export class Tokens {
  readonly #now: () => number;
  readonly #keys = new Map<Pool, Promise<SigningKeys>>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #grants = new Map<string, Grant>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The public keys of a pool, as at `/<pool>/.well-known/jwks.json`. */
  async jwks(pool: Pool): Promise<{ keys: JWK[] }> {
    const { id, publicKey } = await this.#keysOf(pool);
    const { e, n, kty } = await exportJWK(publicKey);
    return { keys: [{ alg: 'RS256', kid: id, use: 'sig', kty: kty ?? 'RSA', e: e ?? '', n: n ?? '' }] };
  }

  /** The key pair with which a pool signs its tokens. */
  #keysOf(pool: Pool): Promise<SigningKeys> {
    const keys = signingKeysOf(issuerOf(pool), 'RS256');
    this.#keys.set(pool, keys);
    return keys;
  }

  /** Issues the three tokens of a new sign-in. */
  async issue(
    { pool, client, user, deviceKey, clientMetadata }: UserContext,
    source: TokenSource = 'Authentication',
    scopes: readonly string[] = [ACCOUNT_SCOPE],
    nonce?: string,
  ): Promise<AuthenticationResultType> {
    const authTime = Math.floor(this.#now() / 1000);
    const grant: Grant = {
      pool,
      client,
      user,
      deviceKey,
      scopes,
      nonce,
      isHosted: source === 'HostedAuth',
      origin: randomUUID(),
      sessionId: newSessionId(),
      eventId: randomUUID(),
      authTime,
      expiresAt: this.#now() + client.refreshTokenValidity * 1000,
      created: this.#now(),
      lastActive: this.#now(),
      revoked: false,
    };
    this.#grants.set(grant.origin, grant);
    const signed = await this.#sign(grant, source, clientMetadata);
    return { ...signed, RefreshToken: this.#refreshToken(grant) };
  }

  /** Issues new tokens for a refresh token; with rotation, a new refresh token too. */
  async refresh(
    token: string | undefined,
    client: Client,
    { deviceKey, clientMetadata }: Pick<UserContext, 'deviceKey' | 'clientMetadata'> = {},
  ): Promise<AuthenticationResultType> {
    const known = this.#refreshTokens.get(token ?? '');
    if (!known || known.grant.client !== client) throw notAuthorized('Invalid Refresh Token.');
    const { grant } = known;
    if (!grant.user.enabled) throw notAuthorized('User is disabled.');
    if (!grant.pool.users.includes(grant.user)) throw notAuthorized('Invalid Refresh Token.');
    if (grant.revoked) throw notAuthorized('Refresh Token has been revoked');
    if (grant.expiresAt <= this.#now()) throw notAuthorized('Refresh Token has expired');
    if (!isRefreshable(grant, deviceKey)) throw notAuthorized('Invalid Refresh Token.');
    grant.lastActive = this.#now();
    if (client.rotationGracePeriod === undefined) return this.#sign(grant, 'RefreshTokens', clientMetadata);
    if (known.replacedAt !== undefined && this.#now() >= known.replacedAt + client.rotationGracePeriod * 1000) {
      throw refreshTokenReuse();
    }
    known.replacedAt ??= this.#now();
    return { ...(await this.#sign(grant, 'RefreshTokens', clientMetadata)), RefreshToken: this.#refreshToken(grant) };
  }

  /** Revokes a refresh token and all tokens of its sign-in. An unknown one is no error. */
  revoke(token: string, client: Client): void {
    if (isSigned(token)) throw unsupportedTokenType();
    const known = this.#refreshTokens.get(token);
    if (known?.grant.client === client) known.grant.revoked = true;
  }

  /** Revokes all tokens of a user. */
  revokeAll(user: User): void {
    for (const grant of this.#grants.values()) if (grant.user === user) grant.revoked = true;
  }

  /** The sign-ins of a user that are neither revoked nor expired. */
  grantsOf(user: User): readonly Grant[] {
    return [...this.#grants.values()].filter(
      (grant) => grant.user === user && !grant.revoked && grant.expiresAt > this.#now(),
    );
  }

  /** The user and scopes of an access token. Throws for any other, forged, expired or revoked token. */
  async verify(
    token: string | undefined,
    scope = ACCOUNT_SCOPE,
  ): Promise<UserContext & { readonly scopes: readonly string[] }> {
    const claims = await this.#claims(token ?? '');
    const grant = this.#grants.get(String(claims['origin_jti']));
    if (!grant || claims['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
    if (!grant.pool.users.includes(grant.user)) throw userNotFound();
    if (grant.revoked) throw notAuthorized('Access Token has been revoked');
    if (!grant.user.enabled) throw notAuthorized('User is disabled.');
    requireScope(claims, scope);
    const { pool, client, user, sessionId, scopes } = grant;
    return { pool, client, user, sessionId, scopes };
  }

  async #claims(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#publicKey(kid), {
        algorithms: ['RS256'],
        currentDate: new Date(this.#now()),
      });
      return payload;
    } catch (cause) {
      throw notAuthorized(cause instanceof errors.JWTExpired ? 'Access Token has expired' : 'Invalid Access Token');
    }
  }

  async #publicKey(kid: string | undefined): Promise<CryptoKey> {
    const known = await Promise.all(this.#keys.values());
    const found = known.find(({ id }) => id === kid);
    if (!found) throw new errors.JWKSNoMatchingKey();
    return found.publicKey;
  }

  #refreshToken(grant: Grant): string {
    const token = `eyJjdHkiOiJKV1QifQ.${randomBytes(96).toString('base64url')}`;
    this.#refreshTokens.set(token, { grant, replacedAt: undefined });
    return token;
  }

  async #sign(grant: Grant, source: TokenSource, clientMetadata?: Metadata): Promise<AuthenticationResultType> {
    const { pool, client, user, origin, eventId, authTime } = grant;
    const { groups, idClaims } = await claimsOf({ ...grant, clientMetadata }, source, grant.scopes);
    const shared = {
      sub: user.sub,
      ...(groups.length && { 'cognito:groups': groups }),
      iss: issuerOf(pool),
      origin_jti: origin,
      event_id: eventId,
      auth_time: authTime,
    };
    const AccessToken = await this.#jwt(pool, client.accessTokenValidity, {
      ...shared,
      client_id: client.id,
      token_use: 'access',
      scope: grant.scopes.join(' '),
      username: user.username,
    });
    const signed = { AccessToken, ExpiresIn: client.accessTokenValidity, TokenType: 'Bearer' };
    if (grant.isHosted && !grant.scopes.includes('openid')) return signed;
    const IdToken = await this.#jwt(pool, client.idTokenValidity, {
      ...idClaims,
      ...shared,
      ...(grant.isHosted && { at_hash: hashOf(AccessToken) }),
      ...(grant.nonce !== undefined && { nonce: grant.nonce }),
      aud: client.id,
      token_use: 'id',
      'cognito:username': user.username,
    });
    return { ...signed, IdToken };
  }

  async #jwt(pool: Pool, seconds: number, claims: JWTPayload): Promise<string> {
    const { id, privateKey } = await this.#keysOf(pool);
    const issuedAt = Math.floor(this.#now() / 1000);
    return new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ kid: id, alg: 'RS256' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(privateKey);
  }
}

/** The tokens of a device can be refreshed once it is confirmed, until it is forgotten, and with its key only. */
function isRefreshable({ pool, user, deviceKey }: Grant, given: string | undefined): boolean {
  if (deviceKey === undefined) return true;
  const device = user.devices.get(deviceKey);
  if (!device) return pool.refreshesForgottenDevices;
  return device.verifier ? deviceKey === given : pool.refreshesUnconfirmedDevices;
}

/** The `at_hash` of an access token (OpenID Connect Core 1.0, section 3.1.3.6). */
const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');

/** 28 lowercase letters and digits. The first three say that the session has type TOKEN. */
const newSessionId = (): string => `tkn${randomBytes(16).toString('hex').slice(0, 25)}`;

/** Whether a token is a signed JWT, of three parts: an access or ID token, and no refresh token. */
const isSigned = (token: string): boolean => token.split('.').length === 3;
