import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { CHOICE_POOL, HOUR, PASSWORD, POOL, setStage } from './support/stage.js';

const stage = setStage();
const ClientId = CHOICE_POOL.clientId;
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

const signUp = (Username: string, options: Partial<aws.SignUpRequest> = {}) =>
  sdk.send(
    new aws.SignUpCommand({
      ClientId,
      Username,
      UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      ...options,
    }),
  );

const confirm = (Username: string, Session?: string) =>
  sdk.send(
    new aws.ConfirmSignUpCommand({
      ClientId,
      Username,
      Session,
      ConfirmationCode: stage.codeFor(`${Username}@example.com`),
    }),
  );

const signIn = (USERNAME: string, Session?: string) =>
  sdk.send(new aws.InitiateAuthCommand({ AuthFlow: 'USER_AUTH', ClientId, Session, AuthParameters: { USERNAME } }));

describe('the session of a sign-up', () => {
  it('signs in without a password, once', async () => {
    const { Session } = await signUp('nora');
    const confirmed = await confirm('nora', Session);
    const { AuthenticationResult } = await signIn('nora', confirmed.Session);
    assert.ok(AuthenticationResult?.AccessToken);
    assert.deepEqual(sdk.misfits, []);
    await assert.rejects(
      signIn('nora', confirmed.Session),
      refusal(aws.NotAuthorizedException, 'Invalid session for the user, session can only be used once.'),
    );
  });

  it('does not sign in before the code, nor another user', async () => {
    const { Session } = await signUp('nora');
    const invalid = refusal(aws.NotAuthorizedException, 'Invalid session for the user.');
    await assert.rejects(signIn('nora', Session), invalid);
    const confirmed = await confirm('nora', Session);
    await assert.rejects(signIn('cleo', confirmed.Session), invalid);
    const other = await signUp('otto');
    await assert.rejects(confirm('otto', confirmed.Session), invalid);
    assert.ok((await confirm('otto', other.Session)).Session);
  });

  it('expires like every session', async () => {
    const confirmed = await confirm('nora', (await signUp('nora')).Session);
    stage.pass(HOUR);
    await assert.rejects(
      signIn('nora', confirmed.Session),
      refusal(aws.NotAuthorizedException, 'Invalid session for the user, session is expired.'),
    );
  });

  it('begins with the code where the request had none, and only where there is USER_AUTH', async () => {
    const plain = await signUp('nora', { ClientId: POOL.clientId, Password: PASSWORD });
    assert.equal(plain.Session, undefined);
    await signUp('otto');
    assert.ok((await signIn('otto', (await confirm('otto')).Session)).AuthenticationResult);
  });
});

describe('an account without a password', () => {
  it('signs in with a code from then on', async () => {
    await confirm('nora', (await signUp('nora')).Session);
    assert.deepEqual((await signIn('nora')).AvailableChallenges, ['EMAIL_OTP']);
  });

  it('cannot be created where a password is the only factor', async () => {
    await assert.rejects(signUp('nora', { ClientId: POOL.clientId }), aws.InvalidParameterException);
  });
});
