import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { findUser } from '../../demo/cognito/index.js';
import { answerChallenge } from './support/answer-challenge.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { CHOICE_POOL, PASSWORD, POOL, setStage } from './support/stage.js';

const stage = setStage();
const ClientId = POOL.clientId;
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

const control = async (method: string, path: string, query: Record<string, string> = {}): Promise<number> => {
  const url = new URL(`/__dev/${path}?${new URLSearchParams(query)}`, stage.cognito.endpoint);
  return (await fetch(url, { method })).status;
};

const signIn = (USERNAME: string) =>
  sdk.send(
    new aws.InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: { USERNAME, PASSWORD } }),
  );

describe('a developer', () => {
  it('can throttle the next requests of an operation', async () => {
    assert.equal(await control('POST', 'throttle', { operation: 'InitiateAuth', count: '2' }), 200);
    const tooMany = refusal(aws.TooManyRequestsException, 'Rate exceeded');
    await assert.rejects(signIn('jane'), tooMany);
    await assert.rejects(signIn('jane'), tooMany);
    assert.ok((await signIn('jane')).AuthenticationResult);
  });

  it('can require a password reset', async () => {
    assert.equal(await control('POST', 'reset', { user: 'jane' }), 200);
    await assert.rejects(
      signIn('jane'),
      refusal(aws.PasswordResetRequiredException, 'Password reset required for the user'),
    );
    const ConfirmationCode = stage.codeFor('jane@example.com');
    await sdk.send(
      new aws.ConfirmForgotPasswordCommand({ ClientId, Username: 'jane', Password: PASSWORD, ConfirmationCode }),
    );
    assert.ok((await signIn('jane')).AuthenticationResult);
    assert.equal(await control('POST', 'reset', { user: 'unknown' }), 404);
  });

  it('can let every session expire', async () => {
    const asked = await signIn('tom');
    assert.equal(await control('DELETE', 'sessions'), 200);
    await assert.rejects(
      answerChallenge(sdk, ClientId, asked, { USERNAME: 'tom', SOFTWARE_TOKEN_MFA_CODE: '000000' }),
      refusal(aws.NotAuthorizedException, 'Invalid session for the user, session is expired.'),
    );
  });

  it('can force the challenges of the next sign-in, in any order', async () => {
    assert.equal(
      await control('POST', 'challenges', { user: 'jane', names: 'CUSTOM,NEW_PASSWORD_REQUIRED,MFA_SETUP' }),
      200,
    );
    const asked = await signIn('jane');
    assert.equal(asked.ChallengeName, 'NEW_PASSWORD_REQUIRED');
    const next = await answerChallenge(sdk, ClientId, asked, { USERNAME: 'jane', NEW_PASSWORD: PASSWORD });
    assert.equal(next.ChallengeName, 'MFA_SETUP');
    assert.ok((await signIn('jane')).AuthenticationResult, 'once');
    assert.equal(await control('POST', 'challenges', { user: 'unknown' }), 404);
  });

  it('can confirm an account, as the link in a mail does', async () => {
    assert.equal(await control('GET', 'confirm', { user: 'una', code: 'wrong' }), 400);
    await assert.rejects(signIn('una'), aws.UserNotConfirmedException);
    assert.equal(await control('GET', 'confirm', { user: 'una' }), 200);
    assert.ok((await signIn('una')).AuthenticationResult);
    assert.equal(await control('GET', 'confirm', { user: 'una' }), 404);
  });
});

describe('an access token', () => {
  it('without the required scope is refused by the operations on the account', async () => {
    const { pools, tokens } = stage.cognito.store;
    const pool = pools[0]!;
    const context = { pool, client: pool.clients.get(ClientId)!, user: findUser(pool, 'jane')! };
    const { AccessToken } = await tokens.issue(context, 'Authentication', ['openid', 'email']);
    await assert.rejects(
      sdk.send(new aws.GetUserCommand({ AccessToken })),
      refusal(aws.NotAuthorizedException, 'Access Token does not have required scopes'),
    );
  });
});

describe('attributes', () => {
  it('can be deleted, unless the pool requires them', async () => {
    const begun = await sdk.send(
      new aws.InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: CHOICE_POOL.clientId,
        AuthParameters: { USERNAME: 'cleo', PASSWORD },
      }),
    );
    const AccessToken = begun.AuthenticationResult?.AccessToken;
    const remove = (...UserAttributeNames: string[]) =>
      sdk.send(new aws.DeleteUserAttributesCommand({ AccessToken, UserAttributeNames }));
    await remove('phone_number', 'given_name');
    const { UserAttributes = [] } = await sdk.send(new aws.GetUserCommand({ AccessToken }));
    assert.deepEqual(
      UserAttributes.map(({ Name }) => Name),
      ['sub', 'email', 'email_verified'],
    );
    await assert.rejects(remove('email'), aws.InvalidParameterException);
    assert.deepEqual(sdk.misfits, []);
  });
});
