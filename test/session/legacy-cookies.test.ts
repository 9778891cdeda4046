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
import { filled } from '../compat/left/left.js';
import type { Issued, Recordings } from '../compat/left/left.js';
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

const issued: Issued = {
  ...tokens({ mark: 'kept' }),
  sub: 'a-sub',
  deviceKey: '',
  deviceGroupKey: '',
  randomPasswordKey: '',
};

/** What the keeper finds in cookies. Nothing is requested for that. */
function takeOver() {
  const unused = () => {
    throw new Error('Nothing is requested.');
  };
  return userPoolKind(POOL, cookieStore({}), { refresh: unused, revoke: unused }).takeOver();
}

/** Assigns the cookies that Amplify 5.6 has assigned: recorded by `scripts/record-amplify.ts`. */
async function signInByAmplify(): Promise<void> {
  const response = await fetch(new URL('../compat/left/amplify-5.6.json', import.meta.url));
  const recordings = (await response.json()) as Recordings;
  for (const text of recordings['a password, kept in cookies']!.cookies)
    // They expired a month after the recording.
    document.cookie = filled(text, issued).replace(/; expires=[^;]*/, '');
}

describe('A session that Amplify 5.6 has kept in cookies', () => {
  it('is taken over, and its cookies are removed', async () => {
    await signInByAmplify();
    expect(document.cookie).to.include(PREFIX).and.to.include('amplify-signin-with-hostedUI');
    const { last, others } = await takeOver();
    expect(last?.refreshToken).to.equal(issued.refreshToken);
    expect(last?.via).to.equal(undefined);
    expect(others).to.deep.equal([]);
    expect(document.cookie).not.to.match(/Cognito|amplify/);
  });
});

describe('A session that amazon-cognito-identity-js has kept in cookies', () => {
  for (const username of ['jane', 'jane+test@example.com', 'żółw (1)']) {
    it(`is taken over, and its cookies are removed: ${username}`, async () => {
      signInByLibrary(username);
      expect(document.cookie).to.include(PREFIX);
      const { last, others } = await takeOver();
      expect(last?.sub).to.equal('a-sub');
      expect(last?.refreshToken).to.equal(tokens().refreshToken);
      expect(others).to.deep.equal([]);
      expect(document.cookie).not.to.include(PREFIX);
    });
  }
});
