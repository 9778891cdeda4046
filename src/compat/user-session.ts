import {
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUserSession,
} from 'amazon-cognito-identity-js';
import type { Wire } from '../client/wire.js';
import { claimsOf } from '../cognito/jwt.js';

/** A session as the client keeps it. */
export type KeptSession = Awaited<ReturnType<Wire['fresh']>>;

/** A session as amazon-cognito-identity-js has it. It is valid by Cognito's clock, whatever that of the device says. */
export function userSessionOf({
  accessToken,
  idToken,
  refreshToken = '',
  receivedAt,
}: KeptSession): CognitoUserSession {
  const data = {
    IdToken: new CognitoIdToken({ IdToken: idToken }),
    AccessToken: new CognitoAccessToken({ AccessToken: accessToken }),
    RefreshToken: new CognitoRefreshToken({ RefreshToken: refreshToken }),
    // Missing in the types. Seconds that the device is ahead.
    ClockDrift: Math.floor(receivedAt / 1000) - Number(claimsOf(accessToken)['iat']),
  };
  return new CognitoUserSession(data);
}

/** The tokens of such a session. */
export const tokensOf = (session: CognitoUserSession): Parameters<Wire['begin']>[0] => ({
  idToken: session.getIdToken().getJwtToken(),
  accessToken: session.getAccessToken().getJwtToken(),
  refreshToken: session.getRefreshToken().getToken(),
});
