import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open();
  client = stage.client();
});
afterEach(() => stage.close());

describe('An answer without end', () => {
  const answers = (name: string, parameters: object, more: object = {}) => {
    const answer = { ChallengeName: name, ChallengeParameters: parameters, Session: 'session', ...more };
    stage.intercept = () => Promise.resolve(Response.json(answer));
  };

  it('asks for no more attributes than a pool can have', async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `userAttributes.custom:n${index}`);
    answers('NEW_PASSWORD_REQUIRED', { requiredAttributes: JSON.stringify(names) });
    const { requiredAttributes } = expectStep(await signIn(client, 'jane'), 'newPassword');
    assert.equal(requiredAttributes.length, 200);
  });

  it('shows no more of a text than a person reads', async () => {
    answers('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'x'.repeat(700_000) });
    assert.equal(expectStep(await signIn(client, 'jane'), 'confirmSignIn').delivery?.destination.length, 500);
    answers('X'.repeat(700_000), {});
    assert.equal(expectStep(await signIn(client, 'jane'), 'unsupported').challenge.length, 100);
  });
});
