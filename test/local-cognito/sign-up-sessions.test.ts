import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { SEED } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { CHOICE_POOL, HOUR, PASSWORD, POOL, setStage } from './support/stage.js';

const CHOICE = SEED.find(({ pool }) => pool.id === CHOICE_POOL.userPoolId)!;

/** A pool where users choose the first factor, with another app client. */
const variant = (id: string, pool: Partial<SeedPool['pool']>): SeedPool => ({
  ...CHOICE,
  pool: { ...CHOICE.pool, ...pool, id: `us-east-1_${id}` },
  client: { ...CHOICE.client, id },
});

const stage = setStage([
  ...SEED,
  variant('passwords', { firstFactors: ['PASSWORD'] }),
  variant('required', { mfa: 'ON' }),
  variant('refused', { expiredSignUpSessions: 'REFUSED' }),
]);
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

const confirm = (Username: string, Session?: string, clientId = ClientId) =>
  sdk.send(
    new aws.ConfirmSignUpCommand({
      ClientId: clientId,
      Username,
      Session,
      ConfirmationCode: stage.codeFor(`${Username}@example.com`),
    }),
  );

const signIn = (USERNAME: string, Session?: string, clientId = ClientId) =>
  sdk.send(
    new aws.InitiateAuthCommand({
      AuthFlow: 'USER_AUTH',
      ClientId: clientId,
      Session,
      AuthParameters: { USERNAME },
    }),
  );

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

  it('counts as none once it has expired', async () => {
    const { Session } = await signUp('nora');
    stage.pass(HOUR);
    const confirmed = await confirm('nora', Session);
    stage.pass(HOUR);
    const { ChallengeName, AvailableChallenges } = await signIn('nora', confirmed.Session);
    assert.equal(ChallengeName, 'SELECT_CHALLENGE');
    assert.deepEqual(AvailableChallenges, ['EMAIL_OTP']);
  });

  it('is refused once it has expired, where the pool says so', async () => {
    const expired = refusal(aws.NotAuthorizedException, 'Invalid session for the user, session is expired.');
    const { Session } = await signUp('nora', { ClientId: 'refused' });
    stage.pass(HOUR);
    await assert.rejects(confirm('nora', Session, 'refused'), expired);
    const confirmed = await confirm('nora', undefined, 'refused');
    stage.pass(HOUR);
    await assert.rejects(signIn('nora', confirmed.Session, 'refused'), expired);
  });

  it('replaces a code only where the user could sign in with one', async () => {
    for (const pool of ['passwords', 'required']) {
      const { Session } = await signUp(`nora-${pool}`, { ClientId: pool, Password: PASSWORD });
      stage.pass(HOUR);
      const confirmed = await confirm(`nora-${pool}`, Session, pool);
      const { AvailableChallenges } = await signIn(`nora-${pool}`, confirmed.Session, pool);
      assert.deepEqual(AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
    }
  });

  it('replaces the password of the sign-up where no session in between was lost', async () => {
    const { Session } = await signUp('nora', { ClientId: 'passwords', Password: PASSWORD });
    const confirmed = await confirm('nora', Session, 'passwords');
    assert.ok((await signIn('nora', confirmed.Session, 'passwords')).AuthenticationResult);
    const other = await signUp('otto', { ClientId: 'required', Password: PASSWORD });
    const { Session: last } = await confirm('otto', other.Session, 'required');
    assert.equal((await signIn('otto', last, 'required')).ChallengeName, 'MFA_SETUP');
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
