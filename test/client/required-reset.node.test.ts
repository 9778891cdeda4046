import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Secret } from '../../src/cognito/secret.js';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

describe('A user who has to reset the password', () => {
  it('is led to the reset, and signed in after it', async () => {
    const jane = stage.cognito.store.pools[0]!.users.find(({ username }) => username === 'jane');
    assert.ok(jane);
    jane.status = 'RESET_REQUIRED';
    const client = stage.client();
    const username = 'JANE@example.com';
    assert.deepEqual(await signIn(client, username), { name: 'resetPassword', username, isRequired: true });

    assert.deepEqual(await client.forgotPassword({ username }), { name: 'resetPassword', username });
    const code = new Secret(stage.cognito.outbox.latest('jane@example.com').code);
    const step = await client.resetPassword({ username, code, password: new Secret('Battery-Staple-9') });
    assert.equal(expectStep(step, 'done').user.username, 'jane');
  });
});
