import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { signingKeysOf } from './signing-keys.js';

const ISSUER = 'https://cognito-identity.amazonaws.com';

/** Signs the tokens of GetOpenIdToken, with one key for all identity pools. */
export class OpenIdTokens {
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * @param methods The claim `amr`: how the user was authenticated.
   * @param lifetime In seconds.
   */
  async sign(poolId: string, identityId: string, methods: readonly string[], lifetime: number): Promise<string> {
    const { privateKey } = await signingKeysOf(ISSUER, 'RS512');
    const issuedAt = Math.floor(this.#now() / 1000);
    return new SignJWT({ amr: methods, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS512', typ: 'JWS' })
      .setSubject(identityId)
      .setAudience(poolId)
      .setIssuer(ISSUER)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(privateKey);
  }

  /** The identity of a token that was signed here for a pool. Throws an error of jose for any other. */
  async verify(token: string, poolId: string): Promise<string> {
    const { publicKey } = await signingKeysOf(ISSUER, 'RS512');
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS512'],
      issuer: ISSUER,
      audience: poolId,
      currentDate: new Date(this.#now()),
    });
    return payload.sub ?? '';
  }
}
