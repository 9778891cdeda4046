import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { refusal, Stage } from './stage.js';

const QUESTION = {
  userPoolId: 'us-east-1_Example4',
  userPoolClientId: 'jkl012',
  authFlow: 'CUSTOM_WITHOUT_SRP',
} as const;

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open();
  client = stage.client();
});
afterEach(() => stage.close());

/** Cognito refuses an operation in this way, until the function that is returned is called. */
function refuses(operation: string, name: string, message: string): () => void {
  stage.intercept = (request, pass) =>
    request.headers.get('x-amz-target')?.endsWith(`.${operation}`) ? Promise.resolve(refusal(name, message)) : pass();
  return () => (stage.intercept = (_, pass) => pass());
}

const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };

describe('A code that was not sent', () => {
  const LIMIT = 'Exceeded daily email limit for the operation or the account. If a higher limit is required, please …';

  for (const [operation, act] of [
    ['SignUp', () => client.signUp(IDA)],
    ['ResendConfirmationCode', () => client.resendSignUpCode({ username: 'una' })],
    ['ForgotPassword', () => client.forgotPassword({ username: 'jane' })],
  ] as const) {
    it(`is no fault of a user who tried once, and the developer is told why: ${operation}`, async () => {
      refuses(operation, 'LimitExceededException', LIMIT);
      const { cause } = await expectError(act(), 'delivery-failed');
      assert.ok(cause instanceof Error && cause.message === LIMIT);
    });
  }
});

describe('A new password that Cognito does not let in', () => {
  for (const [title, constraint] of [
    ['is too short', 'Member must have length greater than or equal to 6'],
    ['begins with a space', 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'],
  ]) {
    it(`is said to break a rule, at its field, when it ${title}`, async () => {
      const message = `1 validation error detected: Value at 'password' failed to satisfy constraint: ${constraint}`;
      refuses('SignUp', 'InvalidParameterException', message);
      const signUp = await expectError(client.signUp(IDA), 'password-policy');
      assert.deepEqual([signUp.field, signUp.detail], ['new-password', undefined]);
      refuses('ConfirmForgotPassword', 'InvalidParameterException', message);
      const reset = { username: 'jane', code: new Secret('123456'), password: new Secret('a') };
      await expectError(client.resetPassword(reset), 'password-policy');
      await signIn(client, 'jane');
      refuses('ChangePassword', 'InvalidParameterException', message.replace('password', 'proposedPassword'));
      const account = await client.account();
      await expectError(account.changePassword({ proposed: new Secret('a') }), 'password-policy');
    });
  }
});

describe('A challenge', () => {
  it('goes on when an attribute of the answer was refused, at whose field that is said', async () => {
    const { ticket } = expectStep(await signIn(client, 'newbie', 'Temporary-7'), 'newPassword');
    const answer = { ticket, answer: new Secret('Battery-Staple-9') };
    const accepts = refuses(
      'RespondToAuthChallenge',
      'NotAuthorizedException',
      'Cannot modify an already provided email',
    );
    const attributes = { email: 'other@example.com' };
    const { field } = await expectError(client.answer({ ...answer, attributes }), 'invalid-parameter');
    assert.equal(field, 'email');
    accepts();
    expectStep(await client.answer(answer), 'done');
  });

  for (const message of [
    'PreAuthentication failed with error session limit reached.',
    'The session store of this account is being moved.',
    'Something that no version of this library has heard of.',
  ]) {
    it(`goes on when Cognito says “${message}”`, async () => {
      const { ticket } = expectStep(await signIn(client, 'sue'), 'confirmSignIn');
      const accepts = refuses('RespondToAuthChallenge', 'NotAuthorizedException', message);
      const answer = { ticket, answer: new Secret(stage.cognito.outbox.latest('+15555550100').code) };
      await expectError(client.answer(answer), 'rejected');
      accepts();
      expectStep(await client.answer(answer), 'done');
    });
  }

  it('is over when a function accepts none of the answers, and does not blame the time', async () => {
    const page = stage.client(QUESTION);
    let step = await page.signIn({ username: 'carl' });
    const wrong = () => {
      const { ticket } = expectStep(step, 'customChallenge');
      return page.answer({ ticket, answer: new Secret('6') });
    };
    for (let tries = 0; tries < 2; tries += 1) step = await wrong();
    await expectError(wrong(), 'challenge-failed');
    await expectError(wrong(), 'challenge-expired');
  });

  it('is answered once more without the key of a device that Cognito does not take', async () => {
    const [name, places] = ['us-east-1_Example1', 'CognitoIdentityServiceProvider.abc123.sue'];
    stage.kept.set(`${places}.deviceKey`, `${name}_key`);
    stage.kept.set(`${places}.deviceGroupKey`, 'group');
    stage.kept.set(`${places}.randomPasswordKey`, 'secret');
    const keys: boolean[] = [];
    stage.intercept = async (request, pass) => {
      const body = await request.clone().text();
      if (!body.includes('"SMS_MFA"')) return pass();
      const hasKey = body.includes('DEVICE_KEY');
      keys.push(hasKey);
      return hasKey ? refusal('InvalidParameterException', 'Invalid device key given.') : pass();
    };
    const { ticket } = expectStep(await signIn(client, 'sue'), 'confirmSignIn');
    const answer = new Secret(stage.cognito.outbox.latest('+15555550100').code);
    expectStep(await client.answer({ ticket, answer }), 'done');
    assert.deepEqual(keys, [true, false]);
  });
});

describe('A pool that is not set up for the sign-in', () => {
  for (const [name, message] of [
    ['InvalidParameterException', 'Custom auth lambda trigger is not configured for the user pool.'],
    ['InvalidParameterException', 'Initiate Auth method not supported.'],
    ['NotAuthorizedException', 'Initiate Auth method not supported.'],
  ] as const) {
    it(`is no fault of the form: ${name} ${message}`, async () => {
      refuses('InitiateAuth', name, message);
      await expectError(signIn(client, 'jane'), 'configuration');
    });
  }
});

describe('A refresh that Cognito refuses', () => {
  const HOUR = 3_600_000;
  const reasons = () => client.changes.flatMap((change) => (change.name === 'ended' ? [change.reason] : []));

  for (const [name, message, code] of [
    ['NotAuthorizedException', 'PreTokenGeneration failed with error session limit reached.', 'rejected'],
    ['UserLambdaValidationException', 'PreTokenGeneration failed with error tenant is disabled.', 'rejected'],
    ['NotAuthorizedException', 'Request not allowed due to security reasons.', 'blocked'],
    ['NotAuthorizedException', 'Unable to verify secret hash for client abc123', 'configuration'],
    ['NotAuthorizedException', 'Something that no version of this library has heard of.', 'rejected'],
    ['ResourceNotFoundException', 'Something that no version of this library has heard of.', 'configuration'],
  ] as const) {
    it(`ends no session by “${message}” of a ${name}`, async () => {
      await signIn(client, 'jane');
      const { accessToken } = await client.getTokens();
      stage.clock.advance(HOUR);
      const accepts = refuses('GetTokensFromRefreshToken', name, message);
      await expectError(client.getTokens(), code satisfies AuthErrorCode);
      assert.deepEqual(reasons(), []);
      accepts();
      stage.clock.advance(60_000);
      assert.notEqual((await client.getTokens({ forceRefresh: true })).accessToken, accessToken);
    });
  }

  for (const [name, message, reason] of [
    ['NotAuthorizedException', 'Refresh Token has expired', 'expired'],
    ['NotAuthorizedException', 'Refresh Token has been revoked', 'revoked'],
    ['NotAuthorizedException', 'Invalid Refresh Token', 'revoked'],
    ['NotAuthorizedException', 'User is disabled.', 'revoked'],
    ['NotAuthorizedException', 'Incorrect username or password.', 'revoked'],
    ['UserNotFoundException', 'User does not exist.', 'revoked'],
  ] as const) {
    it(`ends the session by “${message}”`, async () => {
      await signIn(client, 'jane');
      stage.clock.advance(HOUR);
      refuses('GetTokensFromRefreshToken', name, message);
      await expectError(client.getTokens(), 'session-expired');
      assert.deepEqual(reasons(), [reason]);
    });
  }

  it('ends the session of an app client that was deleted, and says that it is not the user’s fault', async () => {
    await signIn(client, 'jane');
    stage.clock.advance(HOUR);
    refuses('GetTokensFromRefreshToken', 'ResourceNotFoundException', 'User pool client abc123 does not exist.');
    expectStep(await client.restore(), 'signIn');
    assert.deepEqual(reasons(), ['configuration']);
    await signIn(client, 'jane');
    stage.clock.advance(HOUR);
    await expectError(client.getTokens(), 'configuration');
  });

  it('does not count as signed out everywhere', async () => {
    await signIn(client, 'jane');
    refuses('GlobalSignOut', 'NotAuthorizedException', 'Request not allowed due to security reasons.');
    await expectError(client.signOut({ global: true }), 'blocked');
  });
});

describe('What Cognito says in an empty answer', () => {
  /** A proxy passes on neither a body nor a header. */
  const empty = (operation: string) => {
    stage.intercept = async (request, pass) => {
      const answer = await pass();
      return request.headers.get('x-amz-target')?.endsWith(`.${operation}`) && answer.ok ? new Response('') : answer;
    };
  };

  it('is that the account was deleted, and nobody is signed in any more', async () => {
    await signIn(client, 'jane');
    empty('DeleteUser');
    await (await client.account()).deleteUser();
    expectStep(await client.restore(), 'signIn');
  });

  it('is nothing where an answer is due', async () => {
    await signIn(client, 'jane');
    empty('GetUser');
    await expectError((await client.account()).attributes(), 'bad-response');
  });
});

describe('A code that does not fit', () => {
  for (const [mode, refusesSimulatedDelivery] of [
    ['LEGACY', false],
    ['ENABLED', false],
    ['ENABLED', true],
  ] as const) {
    const title = refusesSimulatedDelivery ? `${mode}, with refused requests for it` : mode;
    it(`is refused in one sentence, whether there is an account or not: ${title}`, async (test) => {
      const people = {
        known: { attributes: { email: 'known@example.com', email_verified: 'true' } },
        waiting: { attributes: { email: 'waiting@example.com' }, status: 'UNCONFIRMED' },
        unreachable: { attributes: {} },
      } as const;
      const pool = await Stage.open([
        {
          title: mode,
          pool: { id: 'us-east-1_Example1', requiredAttributes: [], refusesSimulatedDelivery },
          client: { id: 'abc123', preventUserExistenceErrors: mode },
          users: Object.entries(people).map(([username, rest]) => ({
            username,
            password: PASSWORD,
            note: '',
            ...rest,
          })),
        },
      ]);
      test.after(() => pool.close());
      Object.assign(pool.cognito.store, { random: () => 1 });
      const page = pool.client();
      const names = [...Object.keys(people), 'nobody'];
      for (const username of names) {
        expectStep(await page.forgotPassword({ username }), 'resetPassword');
        const code = new Secret('000000');
        const reset = await expectError(
          page.resetPassword({ username, code, password: new Secret(PASSWORD) }),
          'wrong-code',
        );
        assert.deepEqual([reset.message, reset.detail, reset.field], ['wrong-code', undefined, undefined], username);
      }
      for (const username of ['waiting', 'nobody']) {
        await expectError(page.confirmSignUp({ username, code: new Secret('000000') }), 'wrong-code');
        expectStep(await page.resendSignUpCode({ username }), 'confirmSignUp');
      }
    });
  }

  it('is refused in the same sentence when Cognito tells that an account is not confirmed', async () => {
    refuses('ConfirmForgotPassword', 'UserNotConfirmedException', 'User is not confirmed.');
    const reset = { username: 'una', code: new Secret('123456'), password: new Secret(PASSWORD) };
    await expectError(client.resetPassword(reset), 'wrong-code');
  });
});
