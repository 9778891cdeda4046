import { randomUUID } from 'node:crypto';
import { generateKeyPair, jwtVerify, SignJWT } from 'jose';

const ISSUER = 'https://cognito-identity.amazonaws.com';

/** Signs the tokens of GetOpenIdToken, with one key for all identity pools. */
export class OpenIdTokens {
  readonly #now: () => number;
  /** Generated at the first use: it takes a while. */
  #keys: ReturnType<typeof generateKeyPair> | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * @param methods The claim `amr`: how the user was authenticated.
   * @param lifetime In seconds.
   */
  async sign(poolId: string, identityId: string, methods: readonly string[], lifetime: number): Promise<string> {
    const { privateKey } = await (this.#keys ??= generateKeyPair('RS512'));
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
    const { publicKey } = await (this.#keys ??= generateKeyPair('RS512'));
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS512'],
      issuer: ISSUER,
      audience: poolId,
      currentDate: new Date(this.#now()),
    });
    return payload.sub ?? '';
  }
}
