import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { PASSWORD } from '../../demo/cognito/index.js';
import { CompatStage, TestStorage } from './compat-stage.js';

let stage: CompatStage;
beforeEach(async () => (stage = await CompatStage.open()));
afterEach(() => stage.close());

/** A user object that the app has made by itself, with a pool and a store of its own. */
function ownUser(Username: string): CognitoUser {
  const Storage = new TestStorage();
  const { endpoint } = stage.cognito;
  const Pool = new CognitoUserPool({ UserPoolId: 'us-east-1_Example1', ClientId: 'abc123', endpoint, Storage });
  return new CognitoUser({ Username, Pool, Storage });
}

/** Resolves when the user is signed in, or asked for a code. */
const signIn = (user: CognitoUser) =>
  new Promise<void>((resolve, onFailure) => {
    const details = new AuthenticationDetails({ Username: user.getUsername(), Password: PASSWORD });
    user.authenticateUser(details, { onSuccess: () => resolve(), mfaRequired: () => resolve(), onFailure });
  });

describe('A user object that the app has made by itself', () => {
  it('works with the calls that take one', async () => {
    const user = ownUser('jane');
    await signIn(user);
    assert.equal(await stage.Auth.updateUserAttributes(user, { given_name: 'Janet' }), 'SUCCESS');
    assert.equal(await stage.Auth.getPreferredMFA(user), 'NOMFA');
    const attributes = await stage.Auth.userAttributes(user);
    assert.equal(attributes.find(({ Name }) => Name === 'given_name')?.Value, 'Janet');
  });

  it('is answered for, and is the same one afterwards', async () => {
    const user = ownUser('sue');
    await signIn(user);
    assert.equal(await stage.Auth.confirmSignIn(user, stage.code('+15555550100')), user);
    assert.ok(user.getSignInUserSession()?.isValid());
  });

  it('is of the type that apps give to users of Auth', async () => {
    const user: CognitoUser = await stage.Auth.signIn('jane', PASSWORD);
    assert.ok(user instanceof CognitoUser);
  });
});
