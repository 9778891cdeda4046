import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserPool,
  CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { Amplify } from 'aws-amplify';
import * as amplify from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger } from 'aws-amplify/utils';
import { PASSWORD } from '../../demo/cognito/index.js';
import { CompatStage } from './compat-stage.js';

const PREFIX = 'CognitoIdentityServiceProvider.abc123.';

let stage: CompatStage;
beforeEach(async () => (stage = await CompatStage.open()));
afterEach(() => stage.close());

/** A page without an endpoint of its own, as what is left has none: its requests to AWS go to the local Cognito. */
const page = () =>
  stage.page({
    endpoint: undefined,
    environment: {
      fetch: (input: string, init?: RequestInit) =>
        fetch(new URL(new URL(input).pathname, stage.cognito.endpoint), init),
    },
  });

const left = (): readonly string[] => [...stage.storage.all.keys()].filter((key) => key.startsWith('Cognito')).sort();

/** A page of before, with amazon-cognito-identity-js, on which a user signs in. */
async function signInByLibrary(username: string): Promise<readonly [CognitoUser, CognitoUserSession]> {
  const { storage: Storage } = stage;
  const Pool = new CognitoUserPool({
    UserPoolId: 'us-east-1_Example1',
    ClientId: 'abc123',
    endpoint: stage.cognito.endpoint,
    Storage,
  });
  const user = new CognitoUser({ Username: username, Pool, Storage });
  const details = new AuthenticationDetails({ Username: username, Password: PASSWORD });
  const session = await new Promise<CognitoUserSession>((onSuccess, onFailure) =>
    user.authenticateUser(details, { onSuccess, onFailure }),
  );
  return [user, session];
}

/** A page of before, with aws-amplify, on which a user signs in. */
async function signInByAmplify(username: string): Promise<void> {
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  const Cognito = {
    userPoolId: 'us-east-1_Example1',
    userPoolClientId: 'abc123',
    userPoolEndpoint: stage.cognito.endpoint,
  };
  Amplify.configure({ Auth: { Cognito } });
  const { storage } = stage;
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    getItem: async (key) => storage.getItem(key),
    setItem: async (key, value) => storage.setItem(key, value),
    removeItem: async (key) => storage.removeItem(key),
    clear: async () => storage.clear(),
  });
  await amplify.signIn({ username, password: PASSWORD });
}

const writers = {
  'amazon-cognito-identity-js': async (username: string) => {
    await signInByLibrary(username);
  },
  'aws-amplify 6': signInByAmplify,
} as const;

for (const [name, signIn] of Object.entries(writers)) {
  describe(`A user whom ${name} has signed in`, () => {
    for (const username of ['jane', 'jane@example.com']) {
      it(`as ${username} stays signed in, and nothing of it is left`, async () => {
        await signIn(username);
        assert.ok(left().some((key) => key.endsWith('.refreshToken')));
        const session = await page().currentSession();
        assert.equal(session.getIdToken().decodePayload()['email'], 'jane@example.com');
        assert.deepEqual(left(), []);
        assert.equal((await page().currentAuthenticatedUser()).attributes?.['email'], 'jane@example.com');
      });
    }

    it('does not come back after a sign-out, though it was written later', async () => {
      const Auth = page();
      await Auth.signIn('vera', PASSWORD);
      await signIn('jane');
      await Auth.signOut();
      assert.deepEqual(left(), []);
      const isNone = (reason: unknown) => reason === 'No current user';
      await assert.rejects(page().currentSession(), isNone);
    });

    it('leaves the device, which is still remembered', async () => {
      await signIn('jane');
      const device = `${PREFIX}jane.deviceKey`;
      stage.storage.setItem(device, 'us-east-1_1');
      const Auth = page();
      await Auth.currentSession();
      await Auth.signOut();
      assert.deepEqual(left(), [device]);
    });
  });
}

describe('A user whom amazon-cognito-identity-js has signed in without a refresh token', () => {
  it('stays signed in, and nothing is refreshed', async () => {
    const [user, session] = await signInByLibrary('jane');
    const RefreshToken = new CognitoRefreshToken({ RefreshToken: '' });
    const [IdToken, AccessToken] = [session.getIdToken(), session.getAccessToken()];
    user.setSignInUserSession(new CognitoUserSession({ IdToken, AccessToken, RefreshToken }));
    const before = stage.cognito.received.length;
    const kept = await page().currentSession();
    assert.equal(kept.getAccessToken().getJwtToken(), AccessToken.getJwtToken());
    assert.deepEqual(left(), []);
    assert.ok((await page().currentSession()).isValid());
    const asked = stage.cognito.received.slice(before).map(({ operation }) => operation);
    assert.deepEqual([...new Set(asked)], ['GetUser']);
  });
});
