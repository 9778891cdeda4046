import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { IDENTITY_POOLS } from '../../demo/cognito/index.js';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const [{ id: POOL }] = IDENTITY_POOLS;
const MINUTE = 60_000;

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open();
  client = stage.client({ authFlow: 'USER_PASSWORD_AUTH', identityPoolId: POOL });
  // Clients of AWS read the clock themselves.
  mock.timers.enable({ apis: ['Date'], now: stage.clock.now() });
});
afterEach(async () => {
  mock.timers.reset();
  await stage.close();
});

/** How a page makes a client of AWS. */
const options = () => ({
  region: 'us-east-1',
  endpoint: stage.cognito.identityEndpoint,
  credentials: client.getCredentials,
  maxAttempts: 1,
});

const renewals = () => stage.asked.filter((operation) => operation === 'GetCredentialsForIdentity').length;

describe('Clients of AWS', () => {
  it('are let in with the credentials of the user', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    assert.deepEqual((await new DynamoDBClient(options()).send(new ListTablesCommand({}))).TableNames, ['Notes']);
    const { Arn } = await new STSClient(options()).send(new GetCallerIdentityCommand({}));
    assert.match(Arn ?? '', /LocalUserRole/);
    assert.equal(renewals(), 1);
  });

  it('are let in with those of a guest', async () => {
    const { Arn } = await new STSClient(options()).send(new GetCallerIdentityCommand({}));
    assert.match(Arn ?? '', /LocalGuestRole/);
  });

  it('that ask before each request, from 5 minutes before the end, cause one renewal', async () => {
    const dynamo = new DynamoDBClient(options());
    const list = () => dynamo.send(new ListTablesCommand({}));
    await list();
    stage.clock.advance(55.5 * MINUTE);
    mock.timers.setTime(stage.clock.now());
    await list();
    await list();
    await Promise.all([list(), list(), list()]);
    assert.equal(renewals(), 2);
  });
});
