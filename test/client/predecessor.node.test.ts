import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fieldsOf, parseJson, textOf } from '../../src/cognito/json.js';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { Stage } from './stage.js';

let stage: Stage;
/** The refresh tokens that Cognito was asked to revoke. */
let revoked: (string | undefined)[];
beforeEach(async () => {
  stage = await Stage.open();
  revoked = [];
  stage.intercept = async (request, pass) => {
    const isRevocation = stage.asked.at(-1) === 'RevokeToken';
    if (isRevocation) revoked.push(textOf(fieldsOf(parseJson(await request.clone().text())), 'Token'));
    return pass();
  };
});
afterEach(() => stage.close());

const keptToken = () => textOf(fieldsOf(parseJson(stage.kept.get('auth-elements.abc123') ?? '')), 'refreshToken');

const isRevoked = (token: string | undefined) => until(() => revoked.includes(token));

describe('The session before', () => {
  for (const [who, username] of [
    ['the same user', 'jane'],
    ['another user', 'vera'],
  ] as const) {
    it(`is revoked when ${who} signs in`, async () => {
      const client = stage.client();
      await signIn(client, 'jane');
      const before = keptToken();
      await signIn(client, username);
      assert.notEqual(keptToken(), before);
      await isRevoked(before);
      assert.deepEqual(revoked, [before]);
    });
  }

  it('is revoked when a user signs in on a page that has not looked for it', async () => {
    await signIn(stage.client(), 'jane');
    const before = keptToken();
    await signIn(stage.client(), 'jane');
    await isRevoked(before);
  });

  it('is not revoked by a refresh', async () => {
    const client = stage.client();
    await signIn(client, 'jane');
    await client.getTokens({ forceRefresh: true });
    expectStep(await stage.client().restore(), 'done');
    assert.ok(!stage.asked.includes('RevokeToken'));
  });
});
