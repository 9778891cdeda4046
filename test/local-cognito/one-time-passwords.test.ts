import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SeedPool } from '../../demo/cognito/index.js';
import { granted, post, refused, tokensIn } from './support/protocol.js';
import type { Answer } from './support/protocol.js';
import { PASSWORD, setStage } from './support/stage.js';

const email = (username: string): Record<string, string> => ({ email: `${username}@example.com` });

/** A pool whose users sign in with passwords and codes. */
const poolOf = (name: string, pool: Partial<SeedPool['pool']> = {}): SeedPool => ({
  title: name,
  pool: {
    id: `us-east-1_${name}`,
    firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    requiredAttributes: [],
    ...pool,
  },
  client: { id: name.toLowerCase(), authFlows: ['ALLOW_USER_AUTH'] },
  users: [
    { username: 'una', password: PASSWORD, attributes: email('una'), status: 'UNCONFIRMED', note: '' },
    { username: 'phil', attributes: { phone_number: '+15555550100' }, status: 'UNCONFIRMED', note: '' },
    {
      username: 'newbie',
      password: PASSWORD,
      attributes: verified('newbie'),
      status: 'FORCE_CHANGE_PASSWORD',
      note: '',
    },
    { username: 'imported', attributes: verified('imported'), status: 'RESET_REQUIRED', note: '' },
    { username: 'cole', password: PASSWORD, attributes: email('cole'), note: '' },
  ],
});

function verified(username: string): Record<string, string> {
  return { ...email(username), email_verified: 'true' };
}

const stage = setStage([
  poolOf('Verified'),
  poolOf('Any', { sendsOtpToUnverified: true }),
  poolOf('Passwords', { firstFactors: ['PASSWORD'] }),
  poolOf('Mfa', { mfa: 'ON' }),
]);

const ask = (operation: string, request: object): Promise<Answer> => post(stage.cognito.endpoint, operation, request);

const begin = (pool: string, USERNAME: string, PREFERRED_CHALLENGE = ''): Promise<Answer['body']> =>
  granted(
    ask('InitiateAuth', {
      AuthFlow: 'USER_AUTH',
      ClientId: pool.toLowerCase(),
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE },
    }),
  );

const answer = (pool: string, { ChallengeName, Session }: Answer['body'], responses: object): Promise<Answer> =>
  ask('RespondToAuthChallenge', {
    ClientId: pool.toLowerCase(),
    ChallengeName,
    Session,
    ChallengeResponses: responses,
  });

const available = async (pool: string, username: string): Promise<unknown> =>
  (await begin(pool, username))['AvailableChallenges'];

/** The status of a user, and whether their contacts are verified. */
function accountOf(pool: string, username: string): readonly [string, string | undefined, string | undefined] {
  const { users } = stage.cognito.store.pools.find(({ id }) => id === `us-east-1_${pool}`)!;
  const { status, attributes } = users.find((user) => user.username === username)!;
  return [status, attributes.get('email_verified'), attributes.get('phone_number_verified')];
}

describe('a code as the first factor', () => {
  it('confirms an account and verifies the contact that it was sent to', async () => {
    const una = await begin('Verified', 'una', 'EMAIL_OTP');
    await refused(answer('Verified', una, { USERNAME: 'una', EMAIL_OTP_CODE: 'wrong' }), 'CodeMismatchException');
    assert.deepEqual(accountOf('Verified', 'una'), ['UNCONFIRMED', undefined, undefined]);
    const EMAIL_OTP_CODE = stage.codeFor('una@example.com');
    await tokensIn(answer('Verified', una, { USERNAME: 'una', EMAIL_OTP_CODE }));
    assert.deepEqual(accountOf('Verified', 'una'), ['CONFIRMED', 'true', undefined]);

    const phil = await begin('Verified', 'phil', 'SMS_OTP');
    await tokensIn(answer('Verified', phil, { USERNAME: 'phil', SMS_OTP_CODE: stage.codeFor('+15555550100') }));
    assert.deepEqual(accountOf('Verified', 'phil'), ['CONFIRMED', undefined, 'true']);
  });

  it('can be chosen for an account that is not confirmed, unlike the password', async () => {
    const asked = await begin('Verified', 'una');
    assert.deepEqual(asked['AvailableChallenges'], ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
    await refused(
      answer('Verified', asked, { USERNAME: 'una', ANSWER: 'PASSWORD', PASSWORD }),
      'UserNotConfirmedException',
    );
    const chosen = await granted(answer('Verified', asked, { USERNAME: 'una', ANSWER: 'EMAIL_OTP' }));
    assert.equal(chosen['ChallengeName'], 'EMAIL_OTP');
  });

  it('is not offered where the pool does not have it, or requires a second factor', async () => {
    assert.deepEqual(await available('Passwords', 'una'), ['PASSWORD_SRP', 'PASSWORD']);
    assert.deepEqual(await available('Mfa', 'una'), ['PASSWORD_SRP', 'PASSWORD']);
  });

  it('is not offered to a user with a temporary password', async () => {
    assert.deepEqual(await available('Verified', 'newbie'), ['PASSWORD_SRP', 'PASSWORD']);
    assert.equal((await begin('Verified', 'newbie', 'EMAIL_OTP'))['ChallengeName'], 'SELECT_CHALLENGE');
  });

  it('signs in a user who was imported without a password', async () => {
    assert.deepEqual(await available('Verified', 'imported'), ['EMAIL_OTP']);
    const asked = await begin('Verified', 'imported', 'EMAIL_OTP');
    const EMAIL_OTP_CODE = stage.codeFor('imported@example.com');
    await tokensIn(answer('Verified', asked, { USERNAME: 'imported', EMAIL_OTP_CODE }));
  });

  it('goes to a verified contact of a confirmed account alone, unless the pool says otherwise', async () => {
    assert.deepEqual(await available('Verified', 'cole'), ['PASSWORD_SRP', 'PASSWORD']);
    assert.deepEqual(await available('Any', 'cole'), ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
    const asked = await begin('Any', 'cole', 'EMAIL_OTP');
    await tokensIn(answer('Any', asked, { USERNAME: 'cole', EMAIL_OTP_CODE: stage.codeFor('cole@example.com') }));
    assert.deepEqual(accountOf('Any', 'cole'), ['CONFIRMED', 'true', undefined]);
  });
});

describe('a user whom an administrator created', () => {
  const create = async (pool: string, request: object = {}): Promise<unknown> => {
    const UserAttributes = [{ Name: 'email', Value: 'nora@example.com' }];
    const UserPoolId = `us-east-1_${pool}`;
    const { User } = await granted(
      ask('AdminCreateUser', { UserPoolId, Username: 'nora', UserAttributes, ...request }),
    );
    return (User as Record<string, unknown>)['UserStatus'];
  };

  it('needs no password where a code suffices', async () => {
    assert.equal(await create('Any'), 'CONFIRMED');
    assert.deepEqual(await available('Any', 'nora'), ['EMAIL_OTP']);
    assert.equal(stage.cognito.outbox.latest('nora@example.com').text, 'Your username is nora');
  });

  it('has to replace the password that they got', async () => {
    assert.equal(await create('Any', { TemporaryPassword: PASSWORD }), 'FORCE_CHANGE_PASSWORD');
    assert.equal(await create('Passwords'), 'FORCE_CHANGE_PASSWORD');
    assert.ok(stage.codeFor('nora@example.com'));
  });
});
