import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { externalService, notAuthorized } from '../exceptions.js';
import { COGNITO_IDENTITY } from '../store/identity-pools.js';
import type { ForEachSource, IdentityPool, Login, LoginSource } from '../store/identity-pools.js';
import type { Store } from '../store/store.js';
import { issuerOf } from '../store/tokens.js';

type Verified = Promise<Omit<Login, 'provider'>>;

const invalid = (why: string): Error => notAuthorized(`Invalid login token. ${why}`);

/** The claims of a token with a good signature that has not expired. */
async function claimsOf(token: string, keys: JWTVerifyGetKey, now: number): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, { algorithms: ['RS256'], currentDate: new Date(now) })).payload;
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) {
      throw invalid(`Token expired: ${Math.floor(now / 1000)} >= ${String(cause.payload.exp)}`);
    }
    if (cause instanceof errors.JWTInvalid || cause instanceof errors.JWSInvalid) {
      throw invalid('Not a valid OpenId Connect identity token.');
    }
    if (cause instanceof errors.JOSEError) throw invalid("Couldn't verify signed token.");
    throw externalService();
  }
}

/** What the claims of an ID token have to be, and the user that they name. */
function loginOf({ iss, aud, sub }: JWTPayload, issuer: string, audiences: readonly string[]) {
  if (iss !== issuer) throw invalid("Issuer doesn't match providerName");
  if (typeof aud !== 'string') throw invalid('Missing a required claim: aud');
  if (!audiences.includes(aud)) throw invalid('Incorrect token audience.');
  if (!sub) throw invalid('Missing a required claim: sub');
  return { subject: sub, audience: aud };
}

/** How a token of each kind is verified. */
const verifiersOf = (store: Store, token: string): ForEachSource<Verified> => ({
  async userPool({ poolId, clientIds }) {
    const pool = store.pools.find(({ id }) => id === poolId);
    if (!pool) throw externalService();
    const claims = await claimsOf(token, createLocalJWKSet(await store.tokens.jwks(pool)), store.now());
    const login = loginOf(claims, issuerOf(pool), clientIds);
    if (claims['token_use'] !== 'id') throw invalid('Not a valid OpenId Connect identity token.');
    return login;
  },

  async issuer({ issuer, keys, clientIds }) {
    return loginOf(await claimsOf(token, createRemoteJWKSet(keys), store.now()), issuer, clientIds);
  },

  async accessToken({ userInfo, clientId }) {
    const answer = await fetch(userInfo, { headers: { authorization: `Bearer ${token}` } }).catch(() => {
      throw externalService();
    });
    if (answer.status === 401) throw notAuthorized('Invalid login token.');
    if (!answer.ok) throw externalService();
    const { sub, client_id: app } = (await answer.json()) as Readonly<Record<string, unknown>>;
    if (typeof sub !== 'string') throw externalService();
    if (app !== clientId) throw invalid('Incorrect token audience.');
    return { subject: sub, audience: clientId };
  },

  async developer({ identityPoolId }) {
    const subject = await store.identityPools.openIdTokens.verify(token, identityPoolId).catch((cause: unknown) => {
      throw invalid(cause instanceof errors.JWTExpired ? 'Token expired' : "Couldn't verify signed token.");
    });
    return { subject, audience: COGNITO_IDENTITY };
  },
});

const verify = <Kind extends LoginSource['kind']>(store: Store, token: string, source: LoginSource<Kind>): Verified =>
  verifiersOf(store, token)[source.kind](source);

/** The users whom the `Logins` of a request name. Throws where one token is not accepted. */
export const verifiedLogins = (
  store: Store,
  { sources }: IdentityPool,
  logins: Readonly<Record<string, string>>,
): Promise<readonly Login[]> =>
  Promise.all(
    Object.entries(logins).map(async ([provider, token]) => {
      const source = sources.get(provider);
      if (!source) throw notAuthorized('Token is not from a supported provider of this identity pool.');
      if (store.identityPools.downProviders.has(provider)) throw externalService();
      return { provider, ...(await verify(store, token, source)) };
    }),
  );
