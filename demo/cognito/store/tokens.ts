import { randomBytes, randomUUID } from 'node:crypto';
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT, errors } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import { notAuthorized, refreshTokenReuse, unsupportedTokenType, userNotFound } from '../exceptions.js';
import type { Metadata } from '../triggers/trigger-events.js';
import type { Client, Pool, User } from './model.js';
import { claimsOf } from './token-claims.js';
import type { TokenSource } from './token-claims.js';
import type { UserContext } from './user-context.js';

/** One sign-in and all tokens that go back to it. */
interface Grant {
  readonly pool: Pool;
  readonly client: Client;
  readonly user: User;
  readonly deviceKey: string | undefined;
  readonly scopes: readonly string[];
  readonly origin: string;
  /** What ListUserSessions calls it. */
  readonly sessionId: string;
  readonly eventId: string;
  /** Epoch seconds. */
  readonly authTime: number;
  readonly expiresAt: number;
  /** Epoch milliseconds. */
  readonly created: number;
  /** When it last got tokens, in epoch milliseconds. */
  lastActive: number;
  revoked: boolean;
}

interface RefreshToken {
  readonly grant: Grant;
  /** When it was replaced by another one, in epoch milliseconds. */
  replacedAt: number | undefined;
}

/** The scope of everybody who signed in without the hosted UI. */
const SCOPE = 'aws.cognito.signin.user.admin';
/** What the operations of somebody who is signed in are refused without. */
const requireScope = ({ scope }: JWTPayload): void => {
  const scopes = typeof scope === 'string' ? scope.split(' ') : [];
  if (!scopes.includes(SCOPE)) throw notAuthorized('Access Token does not have required scopes');
};

/** Cognito's name as issuer: the real one, since clients build the key of identity pools from it. */
const issuerOf = ({ id }: Pool): string => `https://cognito-idp.${id.slice(0, id.indexOf('_'))}.amazonaws.com/${id}`;

/** What a pool signs its tokens with. */
interface Keys extends CryptoKeyPair {
  readonly id: string;
}

/** Issues tokens, checks them, and takes them back. */
export class Tokens {
  readonly #now: () => number;
  readonly #keys = new Map<Pool, Promise<Keys>>();
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

  /** Each pool has keys of its own. They take a moment to make, so they are made when they are needed. */
  #keysOf(pool: Pool): Promise<Keys> {
    const made = async (): Promise<Keys> => ({
      ...(await generateKeyPair('RS256')),
      id: randomBytes(32).toString('base64'),
    });
    const keys = this.#keys.get(pool) ?? made();
    this.#keys.set(pool, keys);
    return keys;
  }

  /** The three tokens of a new sign-in. */
  async issue(
    { pool, client, user, deviceKey, clientMetadata }: UserContext,
    source: TokenSource = 'Authentication',
    scopes: readonly string[] = [SCOPE],
  ): Promise<AuthenticationResultType> {
    const authTime = Math.floor(this.#now() / 1000);
    const grant: Grant = {
      pool,
      client,
      user,
      deviceKey,
      scopes,
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

  /** New tokens for a refresh token; with rotation, a new refresh token too. */
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
    // A device that was confirmed keeps its tokens for itself.
    const device = grant.user.devices.get(grant.deviceKey ?? '');
    if (device?.verifier && device.key !== deviceKey) throw notAuthorized('Invalid Refresh Token.');
    grant.lastActive = this.#now();
    if (client.rotationGracePeriod === undefined) return this.#sign(grant, 'RefreshTokens', clientMetadata);
    if (known.replacedAt !== undefined && this.#now() >= known.replacedAt + client.rotationGracePeriod * 1000) {
      throw refreshTokenReuse();
    }
    known.replacedAt ??= this.#now();
    return { ...(await this.#sign(grant, 'RefreshTokens', clientMetadata)), RefreshToken: this.#refreshToken(grant) };
  }

  /** Takes back a refresh token and every token that goes back to the same sign-in. One that is unknown is no error. */
  revoke(token: string, client: Client): void {
    if (isSigned(token)) throw unsupportedTokenType();
    const known = this.#refreshTokens.get(token);
    if (known?.grant.client === client) known.grant.revoked = true;
  }

  /** Takes back everything that a person has. */
  revokeAll(user: User): void {
    for (const grant of this.#grants.values()) if (grant.user === user) grant.revoked = true;
  }

  /** The sign-ins of somebody that have not ended. */
  grantsOf(user: User): readonly Grant[] {
    return [...this.#grants.values()].filter(
      (grant) => grant.user === user && !grant.revoked && grant.expiresAt > this.#now(),
    );
  }

  /** Whose access token it is. Refuses any other token, a forged, old or revoked one. */
  async verify(token: string | undefined): Promise<UserContext> {
    const claims = await this.#claims(token ?? '');
    const grant = this.#grants.get(String(claims['origin_jti']));
    if (!grant || claims['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
    if (!grant.pool.users.includes(grant.user)) throw userNotFound();
    if (grant.revoked) throw notAuthorized('Access Token has been revoked');
    if (!grant.user.enabled) throw notAuthorized('User is disabled.');
    requireScope(claims);
    return { pool: grant.pool, client: grant.client, user: grant.user, sessionId: grant.sessionId };
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
    const { groups, idClaims } = await claimsOf({ ...grant, clientMetadata }, source);
    const shared = {
      sub: user.sub,
      ...(groups.length && { 'cognito:groups': groups }),
      iss: issuerOf(pool),
      origin_jti: origin,
      event_id: eventId,
      auth_time: authTime,
    };
    const [AccessToken, IdToken] = await Promise.all([
      this.#jwt(pool, client.accessTokenValidity, {
        ...shared,
        client_id: client.id,
        token_use: 'access',
        scope: grant.scopes.join(' '),
        username: user.username,
      }),
      this.#jwt(pool, client.idTokenValidity, {
        ...idClaims,
        ...shared,
        aud: client.id,
        token_use: 'id',
        'cognito:username': user.username,
      }),
    ]);
    return { AccessToken, IdToken, ExpiresIn: client.accessTokenValidity, TokenType: 'Bearer' };
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

/** 28 lowercase letters and digits, of which the first three tell that it is a session of tokens. */
const newSessionId = (): string => `tkn${randomBytes(16).toString('hex').slice(0, 25)}`;

/** Access and ID tokens are signed, which makes three parts. A refresh token has no meaning but here. */
const isSigned = (token: string): boolean => token.split('.').length === 3;
