import { CognitoException } from '../exceptions.js';
import type { Store } from '../store/store.js';
import { clientIn, refusal } from './client-authentication.js';
import type { HostedAnswer, HostedRequest } from './http.js';

/** `POST /oauth2/revoke`: ends a refresh token, and all tokens of its sign-in (RFC 7009). An unknown one is no error. */
export async function revoke(store: Store, request: HostedRequest): Promise<HostedAnswer> {
  const { client } = clientIn(store, request);
  const token = request.form.get('token');
  if (!token) throw refusal('invalid_request');
  try {
    store.tokens.revoke(token, client);
  } catch (cause) {
    throw cause instanceof CognitoException ? refusal('unsupported_token_type') : cause;
  }
  return { status: 200, headers: {} };
}
