import { isException, meaningOf } from './exceptions.js';
import type { Post } from './json-protocol.js';
import { objectOf, requireText, textOf } from './json.js';
import type { Fields } from './json.js';

/** The tokens that Cognito issues. A refresh yields a new refresh token only when the app client rotates them. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken?: string;
}

/**
 * The tokens of an AuthenticationResult.
 *
 * @throws AuthError `bad-response`
 */
export function tokensOf(answer: Fields): IssuedTokens {
  const result = objectOf(answer, 'AuthenticationResult');
  const refreshToken = textOf(result, 'RefreshToken');
  return {
    accessToken: requireText(result, 'AccessToken'),
    idToken: requireText(result, 'IdToken'),
    ...(refreshToken && { refreshToken }),
  };
}

/**
 * GetTokensFromRefreshToken, or InitiateAuth with REFRESH_TOKEN_AUTH where the service does not support that yet.
 *
 * @param deviceKey The device that the tokens were issued to; Cognito refreshes them for no other. Left out where Cognito
 * does not know it any more.
 */
export async function refreshTokens(post: Post, refreshToken: string, deviceKey?: string): Promise<IssuedTokens> {
  try {
    return tokensOf(
      await post('GetTokensFromRefreshToken', {
        RefreshToken: refreshToken,
        ...(deviceKey && { DeviceKey: deviceKey }),
      }),
    );
  } catch (error) {
    if (deviceKey && meaningOf(error).device) return refreshTokens(post, refreshToken);
    if (!isException(error, 'UnknownOperationException')) throw error;
    const AuthParameters = { REFRESH_TOKEN: refreshToken, ...(deviceKey && { DEVICE_KEY: deviceKey }) };
    return tokensOf(await post('InitiateAuth:REFRESH_TOKEN_AUTH', { AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }));
  }
}

/** RevokeToken: Cognito accepts the refresh token, and the access tokens from it, no longer. */
export const revokeToken = (post: Post, refreshToken: string): Promise<unknown> =>
  post('RevokeToken', { Token: refreshToken });

/** GlobalSignOut: Cognito accepts the refresh tokens and access tokens of the user no longer. */
export const signOutEverywhere = (post: Post, accessToken: string): Promise<unknown> =>
  post('GlobalSignOut', { AccessToken: accessToken });
