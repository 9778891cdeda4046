import { CognitoException } from '../exceptions.js';
import type { Store } from '../store/store.js';
import { attributesWithin } from '../store/token-claims.js';
import { identitiesAttribute } from '../store/users.js';
import { json, Refused } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';

/** An error response of a protected resource (RFC 6750, section 3). */
const refusal = (status: number, error: string, description: string): Refused =>
  new Refused(
    json(
      status,
      { error, error_description: description },
      { 'www-authenticate': `Bearer error="${error}", error_description="${description}"` },
    ),
  );

/** `GET /oauth2/userInfo`: the attributes within the scopes of an access token, all of them strings. */
export async function userInfo(store: Store, { authorization = '' }: HostedRequest): Promise<HostedAnswer> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw refusal(400, 'invalid_request', 'The request lacks an access token');
  const { user, scopes } = await store.tokens.verify(token, 'openid').catch((cause: unknown) => {
    throw cause instanceof CognitoException ? refusal(401, 'invalid_token', cause.message) : cause;
  });
  const attributes = [...attributesWithin(user, scopes), ...identitiesAttribute(user)];
  return json(200, { sub: user.sub, ...Object.fromEntries(attributes), username: user.username });
}
