import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { SEED, findUser } from '../../demo/cognito/index.js';
import type { Triggers } from '../../demo/cognito/index.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { setStage } from './support/stage.js';

const confirmed: string[] = [];
const triggers: Triggers = {
  postConfirmation: (event) => {
    confirmed.push(event.userName);
    return Promise.resolve(event);
  },
};
const stage = setStage(
  SEED.map((one) =>
    one.pool.defaultEmailOption === 'CONFIRM_WITH_LINK'
      ? {
          ...one,
          pool: { ...one.pool, triggers },
        }
      : one,
  ),
);
const ClientId = 'stu901';
const email = 'ida@example.com';
let sdk: CheckedSdk;

beforeEach(async () => {
  confirmed.length = 0;
  sdk = checkedSdk(stage.cognito.endpoint);
  const UserAttributes = [{ Name: 'email', Value: email }];
  const answer = await sdk.send(
    new aws.SignUpCommand({ ClientId, Username: 'ida', Password: 'Correct-Horse-8', UserAttributes }),
  );
  assert.equal(answer.CodeDeliveryDetails?.DeliveryMedium, 'EMAIL');
});

const ida = () =>
  findUser(
    stage.cognito.store.pools.find(({ clients }) => clients.has(ClientId))!,
    'ida',
  );

const follow = async (change: (query: URLSearchParams) => void = () => undefined): Promise<string> => {
  const url = new URL(stage.cognito.outbox.latest(email).link ?? '', stage.cognito.endpoint);
  change(url.searchParams);
  return (await fetch(url)).text();
};

describe('a pool that sends links', () => {
  it('confirms the account and the address by the link', async () => {
    assert.equal(stage.cognito.outbox.latest(email).code, '');
    assert.equal(await follow(), 'Your registration has been confirmed!');
    assert.equal(ida()?.status, 'CONFIRMED');
    assert.equal(ida()?.attributes.get('email_verified'), 'true');
    assert.deepEqual(confirmed, ['ida']);
  });

  it('confirms no account by a link that was changed, has expired or was used', async () => {
    for (const [name, value] of [
      ['confirmation_code', '000000'],
      ['user_name', 'unknown'],
      ['client_id', 'abc123'],
    ] as const) {
      assert.equal(await follow((query) => query.set(name, value)), 'This link is not valid.');
    }
    assert.equal(ida()?.status, 'UNCONFIRMED');
    await follow();
    assert.equal(await follow(), 'This link is not valid.');
  });

  it('sends another link on request', async () => {
    const first = stage.cognito.outbox.latest(email).link;
    await sdk.send(new aws.ResendConfirmationCodeCommand({ ClientId, Username: 'ida' }));
    assert.notEqual(stage.cognito.outbox.latest(email).link, first);
    assert.equal(await follow(), 'Your registration has been confirmed!');
  });
});
