import { encodeBase64url } from '../../src/cognito/base64url.js';
import type { AuthError } from '../../src/cognito/errors.js';
import { CognitoException, errorOf } from '../../src/cognito/exceptions.js';
import type { IssuedTokens } from '../../src/cognito/tokens.js';
import { userPoolSession } from '../../src/session/user-pool-session.js';
import type { Pool, SignInOrigin, UserPoolSession } from '../../src/session/user-pool-session.js';

export const POOL: Pool = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };

const encoded = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)).buffer);

/** A JWT with an invalid signature, which the client does not check. */
export const jwt = (claims: unknown): string => `${encoded({ alg: 'RS256' })}.${encoded(claims)}.c2ln`;

const common = (sub: string) => ({
  sub,
  iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example1',
  iat: 1_000_000,
  exp: 1_003_600,
});

/** The claims of an access token. */
export const accessClaims = (sub = 'a-sub') => ({
  ...common(sub),
  token_use: 'access',
  client_id: 'abc123',
  username: `user of ${sub}`,
});

/** The claims of an ID token. */
export const idClaims = (sub = 'a-sub') => ({ ...common(sub), token_use: 'id', aud: 'abc123', email: 'a@example.com' });

/** The tokens of a user, valid for an hour. `mark` distinguishes sets of tokens. */
export const tokens = ({ sub = 'a-sub', mark = '' } = {}): Required<IssuedTokens> => ({
  accessToken: jwt({ ...accessClaims(sub), jti: mark }),
  idToken: jwt({ ...idClaims(sub), jti: mark }),
  refreshToken: `refresh ${mark}`,
});

/** How the users of sessions signed in. */
let origin: SignInOrigin = {};
export const signInBy = (other: SignInOrigin): void => void (origin = other);

/** The session of these tokens. */
export const sessionOf = (options?: Parameters<typeof tokens>[0]): UserPoolSession =>
  userPoolSession(tokens(options), POOL, origin);

/** How Cognito refuses a refresh. */
export const refusal = (message: string, name = 'NotAuthorizedException'): AuthError =>
  errorOf(new CognitoException(name, message, 'GetTokensFromRefreshToken'));
