import { createHash } from 'node:crypto';
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoException } from '../exceptions.js';
import type { Store } from '../store/store.js';
import type { Caller } from '../store/user-context.js';
import { clientIn, refusal } from './client-authentication.js';
import { json } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';

type Grant = (store: Store, caller: Caller, form: URLSearchParams) => Promise<AuthenticationResultType>;

const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** The tokens for each `grant_type`. */
const GRANTS: Readonly<Record<string, Grant>> = {
  /** A code is used up by its first use, right or wrong. A second one ends what the first one brought. */
  authorization_code: async (store, { client }, form) => {
    if (!client.oauthFlows.includes('code')) throw refusal('unauthorized_client');
    if (!form.has('code') || !form.has('redirect_uri')) throw refusal('invalid_request');
    const issued = store.hosted.codes.find(form.get('code')!);
    if (issued?.authorization.client !== client) throw refusal('invalid_grant');
    issued.uses += 1;
    if (issued.uses > 1) {
      if (issued.refreshToken) store.tokens.revoke(issued.refreshToken, client);
      throw refusal('invalid_grant');
    }
    const { authorization } = issued;
    const verifier = form.get('code_verifier');
    const isSameApp =
      authorization.redirectUri === form.get('redirect_uri') &&
      (authorization.codeChallenge ?? null) === (verifier === null ? null : s256(verifier));
    if (!isSameApp || !authorization.user.enabled || !authorization.pool.users.includes(authorization.user)) {
      throw refusal('invalid_grant');
    }
    const { scopes, nonce } = authorization;
    const tokens = await store.tokens.issue(authorization, 'HostedAuth', scopes, nonce);
    issued.refreshToken = tokens.RefreshToken;
    // It may have been used again meanwhile. `find` returns the same object.
    if (store.hosted.codes.find(form.get('code')!)?.uses !== 1) {
      store.tokens.revoke(tokens.RefreshToken ?? '', client);
      throw refusal('invalid_grant');
    }
    return tokens;
  },

  refresh_token: async (store, { client }, form) => {
    if (!form.has('refresh_token')) throw refusal('invalid_request');
    return store.tokens.refresh(form.get('refresh_token')!, client);
  },
};

/** `POST /oauth2/token` */
export async function token(store: Store, request: HostedRequest): Promise<HostedAnswer> {
  const { form } = request;
  const type = form.get('grant_type');
  if (type === null) throw refusal('invalid_request');
  const caller = clientIn(store, request);
  if (!Object.hasOwn(GRANTS, type)) throw refusal('unsupported_grant_type');
  const tokens = await GRANTS[type]!(store, caller, form).catch((cause: unknown) => {
    throw cause instanceof CognitoException ? refusal('invalid_grant') : cause;
  });
  await store.hosted.tokensHeld;
  return json(200, {
    id_token: tokens.IdToken,
    access_token: tokens.AccessToken,
    refresh_token: tokens.RefreshToken,
    expires_in: tokens.ExpiresIn,
    token_type: tokens.TokenType,
  });
}
