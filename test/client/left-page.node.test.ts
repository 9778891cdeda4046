import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

describe('A page that is left', () => {
  for (const [how, input, operation] of [
    ['here', {}, 'RevokeToken'],
    ['everywhere', { global: true }, 'GlobalSignOut'],
  ] as const) {
    it(`still sends the request that signs out ${how}, and no other`, async () => {
      const goOn: (string | undefined)[] = [];
      stage.intercept = (request, pass) => {
        if (request.keepalive) goOn.push(stage.asked.at(-1));
        return pass();
      };
      const client = stage.client();
      expectStep(await signIn(client, 'jane'), 'done');
      await client.getTokens({ forceRefresh: true });
      await client.signOut(input);
      await until(() => stage.asked.includes(operation));
      assert.deepEqual(goOn, [operation]);
    });
  }
});
