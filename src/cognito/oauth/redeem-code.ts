import { CognitoException, errorOf } from '../exceptions.js';
import { fieldsOf, requireText, textOf } from '../json.js';
import type { SendRequest } from '../request.js';
import { failureOf, jsonOf } from '../response.js';
import type { IssuedTokens } from '../tokens.js';
import type { Pages } from './pages.js';

/** The answer of the token endpoint, or why there is none (RFC 6749, sections 5.1 and 5.2). */
async function read(response: Response): Promise<IssuedTokens> {
  const answer = await jsonOf(response);
  const error = textOf(fieldsOf(answer), 'error');
  if (error && !response.ok)
    throw errorOf(new CognitoException(error, textOf(fieldsOf(answer), 'error_description') ?? '', 'token'));
  if (!response.ok || !answer) throw failureOf(response);
  const refreshToken = textOf(answer, 'refresh_token');
  return {
    accessToken: requireText(answer, 'access_token'),
    idToken: requireText(answer, 'id_token'),
    ...(refreshToken && { refreshToken }),
  };
}

/**
 * Redeems an authorization code, once: it is not valid a second time, whatever became of the first.
 *
 * @throws AuthError `redirect-lost` when the code is not valid any more.
 */
export const redeemCode = (
  send: SendRequest,
  { clientId, origin }: Pages,
  { code, redirectUri, verifier }: { readonly code: string; readonly redirectUri: string; readonly verifier: string },
): Promise<IssuedTokens> =>
  send(
    {
      url: `${origin}/oauth2/token`,
      // A simple request: it needs no preflight.
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }).toString(),
      keepalive: false,
      retries: 0,
    },
    read,
  );
