/* eslint-disable @typescript-eslint/no-deprecated -- The whole library is, and its users are many. */
import { expect } from '@open-wc/testing';
import {
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserPool,
  CognitoUserSession,
  CookieStorage,
} from 'amazon-cognito-identity-js';
import { cookieStore } from '../../src/session/cookie-store.js';
import { userPoolKind } from '../../src/session/user-pool-kind.js';
import { POOL, tokens } from './tokens.js';

const PREFIX = 'CognitoIdentityServiceProvider.abc123.';

/** Has amazon-cognito-identity-js keep a session in cookies. */
function signInByLibrary(username: string): void {
  const { accessToken, idToken, refreshToken } = tokens();
  const Storage = new CookieStorage({ domain: location.hostname, sameSite: 'strict' });
  const Pool = new CognitoUserPool({ UserPoolId: POOL.userPoolId, ClientId: POOL.userPoolClientId, Storage });
  new CognitoUser({ Username: username, Pool, Storage }).setSignInUserSession(
    new CognitoUserSession({
      AccessToken: new CognitoAccessToken({ AccessToken: accessToken }),
      IdToken: new CognitoIdToken({ IdToken: idToken }),
      RefreshToken: new CognitoRefreshToken({ RefreshToken: refreshToken }),
    }),
  );
}

describe('A session that amazon-cognito-identity-js has kept in cookies', () => {
  for (const username of ['jane', 'jane+test@example.com', 'żółw (1)']) {
    it(`is taken over, and its cookies are removed: ${username}`, async () => {
      signInByLibrary(username);
      expect(document.cookie).to.include(PREFIX);
      const unused = () => {
        throw new Error('Nothing is requested.');
      };
      const kind = userPoolKind(POOL, cookieStore({}), { refresh: unused, revoke: unused });
      const { last, others } = await kind.takeOver();
      expect(last?.sub).to.equal('a-sub');
      expect(last?.refreshToken).to.equal(tokens().refreshToken);
      expect(others).to.deep.equal([]);
      expect(document.cookie).not.to.include(PREFIX);
    });
  }
});
