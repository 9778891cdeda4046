import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { ownerOf } from './account/owner.js';
import { closeSessionStorage, openSessionStorage } from './session-storage.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  openSessionStorage();
});
afterEach(async () => {
  closeSessionStorage();
  await stage.close();
});

/** Runs `then` once, after Cognito has answered this operation and before the client gets the response. */
function after(operation: string, act: () => Promise<unknown>): void {
  stage.intercept = async (_, pass) => {
    const isIt = stage.asked.at(-1) === operation;
    const response = await pass();
    if (!isIt) return response;
    stage.intercept = (_, later) => later();
    await act();
    return response;
  };
}

describe('A sign-in that is overtaken by a sign-out', () => {
  it('is cancelled although Cognito asks for a second factor, and a reload does not resume it', async () => {
    const client = stage.client({ resume: true });
    after('RespondToAuthChallenge', () => client.signOut({}));
    await expectError(signIn(client, 'sue'), 'cancelled');
    assert.deepEqual(await stage.client({ resume: true }).restore(), { name: 'signIn' });
  });

  it('does not affect the challenge of the next sign-in', async () => {
    const client = stage.client({ resume: true });
    after('RespondToAuthChallenge', async () => {
      await client.signOut({});
      expectStep(await signIn(client, 'tom'), 'confirmSignIn');
    });
    await expectError(signIn(client, 'sue'), 'cancelled');
    const { ticket } = expectStep(await stage.client({ resume: true }).restore(), 'confirmSignIn');
    assert.equal(ticket.username, 'tom');
  });
});

describe('The tokens of a user who signs in in another tab meanwhile', () => {
  it('are not refreshed for the contact that the previous user has verified', async () => {
    const client = stage.client();
    const { ticket } = expectStep(await signIn(client, 'vera'), 'verifyContact');
    const sent = expectStep(await client.answer({ ticket, choice: 'email' }), 'verifyContact');
    after('VerifyUserAttribute', () => signIn(stage.client(), 'jane'));
    const answer = new Secret(stage.cognito.outbox.latest('vera@example.com').code);
    await expectError(client.answer({ ticket: sent.ticket, answer }), 'cancelled');
    assert.ok(!stage.asked.includes('GetTokensFromRefreshToken'), stage.asked.join());
  });

  it('are not refreshed for the account of the previous user', async () => {
    const { client, account } = await ownerOf(stage, 'jane');
    const elsewhere = stage.client({ storage: 'memory' });
    await signIn(elsewhere, 'jane');
    await elsewhere.signOut({ global: true });
    after('GetUser', () => signIn(stage.client(), 'vera'));
    await expectError(account.attributes(), 'session-expired');
    assert.ok(!stage.asked.includes('GetTokensFromRefreshToken'), stage.asked.join());
    assert.equal((await client.getTokens()).accessToken.length > 0, true);
  });
});
