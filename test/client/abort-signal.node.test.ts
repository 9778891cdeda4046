import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

describe('A signal that a page uses for many calls', () => {
  it('has none of their listeners after them, also when one was sent twice or failed', async () => {
    let isOffline = true;
    const client = stage.client({
      userPoolEndpoint: stage.cognito.endpoint,
      environment: {
        fetch(input, init) {
          if (!isOffline) return fetch(input, init);
          isOffline = false;
          return Promise.reject(new TypeError('Failed to fetch'));
        },
      },
    });
    const { signal } = new AbortController();
    const input = { username: 'jane', password: new Secret(PASSWORD) };
    await expectError(client.signIn({ ...input, password: new Secret('Wrong-Horse-7') }, signal), 'credentials');
    expectStep(await client.signIn(input, signal), 'done');
    await client.getTokens({ forceRefresh: true, signal });
    const account = await client.account();
    await account.attributes({ signal });
    expectStep(await client.forgotPassword({ username: 'jane' }, signal), 'resetPassword');
    await expectError(client.offerPasskey(undefined, signal), 'passkey-unavailable');
    expectStep(await client.signOut({}, signal), 'signIn');
    await new Promise(setImmediate);
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });
});
