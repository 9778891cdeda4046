import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { QUESTION } from '../../demo/cognito/index.js';
import type { SeedPool, TriggerEvent } from '../../demo/cognito/index.js';
import { answerChallenge } from './support/answer-challenge.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { SrpClient } from './support/srp-client.js';
import { PASSWORD, setStage } from './support/stage.js';

const ClientId = 'asking';
const told: TriggerEvent<'defineAuthChallenge' | 'verifyAuthChallengeResponse'>[] = [];

/** The pool of the demo that asks a question, with its trigger events recorded. */
const POOL: SeedPool = {
  title: 'A question',
  pool: {
    id: 'us-east-1_Asking',
    triggers: {
      ...QUESTION,
      defineAuthChallenge: async (event) => {
        told.push(event);
        return QUESTION.defineAuthChallenge!(event);
      },
      verifyAuthChallengeResponse: async (event) => {
        told.push(event);
        if (event.request.challengeAnswer === 'crash') throw new Error('Out of order');
        return QUESTION.verifyAuthChallengeResponse!(event);
      },
    },
  },
  client: { id: ClientId, authFlows: ['ALLOW_CUSTOM_AUTH'] },
  users: [{ username: 'carl', password: PASSWORD, attributes: { email: 'carl@example.com' }, note: '' }],
};
const BARE: SeedPool = { ...POOL, pool: { id: 'us-east-1_Bare' }, client: { ...POOL.client, id: 'bare' } };

/** Pools that lack one of the triggers. */
const PARTIAL = (['createAuthChallenge', 'verifyAuthChallengeResponse'] as const).map((missing): SeedPool => {
  const triggers = Object.fromEntries(Object.entries(QUESTION).filter(([trigger]) => trigger !== missing));
  const name = missing.toLowerCase();
  return { ...POOL, pool: { id: `us-east-1_${name}`, triggers }, client: { ...POOL.client, id: name } };
});

const stage = setStage([POOL, BARE, ...PARTIAL]);
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
  told.length = 0;
});

const begin = (USERNAME: string, parameters: Record<string, string> = {}, clientId = ClientId) =>
  sdk.send(
    new aws.InitiateAuthCommand({
      AuthFlow: 'CUSTOM_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME, ...parameters },
    }),
  );

const answer = (
  asked: aws.InitiateAuthResponse,
  responses: Record<string, string>,
  clientMetadata?: Record<string, string>,
) => answerChallenge(sdk, ClientId, asked, { USERNAME: 'carl', ...responses }, clientMetadata);

const notAuthorized = refusal(aws.NotAuthorizedException, 'Incorrect username or password.');

describe('a custom sign-in', () => {
  it('asks the question of the triggers, and never reveals the answer', async () => {
    const asked = await begin('carl');
    assert.equal(asked.ChallengeName, 'CUSTOM_CHALLENGE');
    assert.deepEqual(asked.ChallengeParameters, { USERNAME: 'carl', question: 'What is 2 + 3?' });
    assert.ok((await answer(asked, { ANSWER: '5' })).AuthenticationResult);
    assert.deepEqual(sdk.misfits, []);
  });

  it('asks again after a wrong answer, in a new session, until the triggers end it', async () => {
    const first = await begin('carl');
    const second = await answer(first, { ANSWER: '6' });
    assert.equal(second.ChallengeName, 'CUSTOM_CHALLENGE');
    assert.notEqual(second.Session, first.Session);
    await assert.rejects(answer(first, { ANSWER: '5' }), aws.NotAuthorizedException);
    const third = await answer(second, { ANSWER: '7' });
    await assert.rejects(answer(third, { ANSWER: '8' }), notAuthorized);
  });

  it('tells the triggers the previous challenges and the ClientMetadata', async () => {
    await answer(await begin('carl'), { ANSWER: '6' }, { captcha: 'token' });
    const [before, verify, after] = told.map(({ request }) => request);
    assert.deepEqual(before, { userAttributes: before!.userAttributes, session: [] });
    assert.deepEqual(verify!.clientMetadata, { captcha: 'token' });
    assert.equal(verify!.userAttributes['email'], 'carl@example.com');
    assert.deepEqual((after as TriggerEvent<'defineAuthChallenge'>['request']).session, [
      { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'ADDITION' },
    ]);
  });

  it('can require the password first', async () => {
    const client = new SrpClient('Asking');
    const asked = await begin('carl', { CHALLENGE_NAME: 'SRP_A', SRP_A: client.publicValue });
    assert.equal(asked.ChallengeName, 'PASSWORD_VERIFIER');
    const question = await answer(asked, client.prove(asked, PASSWORD));
    assert.equal(question.ChallengeName, 'CUSTOM_CHALLENGE');
    assert.ok((await answer(question, { ANSWER: '5' })).AuthenticationResult);
  });

  it('issues no token for an unknown user, even if the triggers allow it', async () => {
    const asked = await begin('unknown');
    assert.equal(asked.ChallengeName, 'CUSTOM_CHALLENGE');
    await assert.rejects(answer(asked, { USERNAME: 'unknown', ANSWER: '5' }), notAuthorized);
  });

  it('says which trigger failed, and lets the user try again', async () => {
    const asked = await begin('carl');
    await assert.rejects(
      answer(asked, { ANSWER: 'crash' }),
      refusal(aws.UserLambdaValidationException, 'VerifyAuthChallengeResponse failed with error Out of order.'),
    );
    assert.ok((await answer(asked, { ANSWER: '5' })).AuthenticationResult);
  });

  it('is refused in a pool without one of the triggers', async () => {
    const notConfigured = refusal(
      aws.InvalidParameterException,
      'Custom auth lambda trigger is not configured for the user pool.',
    );
    await assert.rejects(begin('carl', {}, 'bare'), notConfigured);
    await assert.rejects(begin('carl', {}, 'createauthchallenge'), notConfigured);
    const asked = await begin('carl', {}, 'verifyauthchallengeresponse');
    const responses = { USERNAME: 'carl', ANSWER: '5' };
    await assert.rejects(answerChallenge(sdk, 'verifyauthchallengeresponse', asked, responses), notConfigured);
  });
});
