import { COGNITO } from '../store/model.js';
import type { User } from '../store/model.js';
import type { Store } from '../store/store.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { visitCookie } from './cookies.js';
import type { HostedAnswer } from './http.js';
import { returnError, returnTo } from './returns.js';

/** Returns to the app with a code, or with tokens in the implicit flow, which never has a refresh token. */
export async function grant(
  store: Store,
  request: AuthorizationRequest,
  user: User,
  cookies: readonly string[] = [],
): Promise<HostedAnswer> {
  const { pool, client, scopes, nonce } = request;
  const failure = store.hosted.nextError;
  store.hosted.nextError = undefined;
  if (failure) return returnError(request, failure);
  if (request.responseType === 'code') {
    return returnTo(request, { code: store.hosted.codes.issue({ ...request, user }) }, cookies);
  }
  const issued = await store.tokens.issue({ pool, client, user }, 'HostedAuth', scopes, nonce);
  const parameters = {
    id_token: issued.IdToken,
    access_token: issued.AccessToken,
    expires_in: String(issued.ExpiresIn),
    token_type: issued.TokenType,
  };
  return returnTo(request, parameters, cookies);
}

/** Ends a sign-in: the pages remember the user, and the app gets its answer. */
export async function completeSignIn(
  store: Store,
  request: AuthorizationRequest,
  user: User,
  provider = COGNITO,
): Promise<HostedAnswer> {
  const { visitors } = store.hosted;
  const cookies = visitors.areRemembered ? [visitCookie(visitors.begin(request.pool, user, provider))] : [];
  return grant(store, request, user, cookies);
}
