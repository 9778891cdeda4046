import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fieldsOf } from '../../src/cognito/json.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const CHOICE: Partial<UserPoolConfig> = {
  userPoolId: 'us-east-1_Example3',
  userPoolClientId: 'ghi789',
  authFlow: 'USER_AUTH',
};

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

/** Starts the sign-in of a user whom Cognito offers these factors. Node has no Web Authentication. */
function signIn(...names: readonly string[]) {
  stage.intercept = async (_, pass) => {
    const answer = await pass();
    const body = fieldsOf(await answer.json());
    const offered = 'AvailableChallenges' in body ? { ...body, AvailableChallenges: names } : body;
    return Response.json(offered, { status: answer.status });
  };
  const client = stage.client(CHOICE);
  return client.signIn({ username: 'cleo' }).then((step) => ({ client, step }));
}

describe('A browser without Web Authentication', () => {
  it('is not offered a passkey', async () => {
    const { client, step } = await signIn('PASSWORD_SRP', 'EMAIL_OTP', 'WEB_AUTHN');
    const { factors, ticket } = expectStep(step, 'selectFactor');
    assert.deepEqual(factors, ['password', 'email']);
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'invalid-parameter');
  });

  it('is sent a code at once where there is no other way, and is promised no other', async () => {
    const { step } = await signIn('EMAIL_OTP', 'WEB_AUTHN');
    assert.equal(expectStep(step, 'confirmSignIn').hasOtherWays, undefined);
  });

  it('is told that it has none where a passkey is the only way', async () => {
    const { client, step } = await signIn('WEB_AUTHN');
    const { factors, ticket } = expectStep(step, 'selectFactor');
    assert.deepEqual(factors, ['passkey']);
    stage.intercept = () =>
      Promise.resolve(Response.json({ ChallengeName: 'WEB_AUTHN', Session: 'session', ChallengeParameters: {} }));
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'passkey-unavailable');
  });
});
