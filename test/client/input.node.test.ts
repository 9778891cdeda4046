import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { ownerOf } from './account/owner.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

/** Calls as a page without types can. No request may be sent. */
async function refused(call: Promise<unknown>, detail: string): Promise<void> {
  const before = stage.asked.length;
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof AuthError);
    assert.deepEqual([error.code, error.detail], ['invalid-parameter', detail]);
    return true;
  });
  assert.deepEqual(stage.asked.slice(before), []);
}

/** Any arguments, as a page without types can pass. */
const untyped = (input: unknown): never => input as never;

describe('A page that passes what the types forbid', () => {
  it('gets an error with the key and the expected type', async () => {
    const client = stage.client();
    const username = 'username: text that is not empty';
    for (const input of [undefined, {}, 'jane', { username: '' }, { username: 7 }]) {
      await refused(client.signIn(untyped(input)), username);
      await refused(client.forgotPassword(untyped(input)), username);
    }
    await refused(client.signIn(untyped({ username: 'jane', password: PASSWORD })), 'password: new Secret(…)');
    await refused(client.signUp(untyped({ username: 'new', attributes: { email: 7 } })), 'attributes: text by name');
    await refused(client.resetPassword(untyped({ username: 'jane' })), 'code: new Secret(…)');
    await refused(client.answer(untyped({})), 'ticket: the ticket of a step');
  });

  it('may pass more than is expected', async () => {
    const more = { username: 'jane', password: new Secret(PASSWORD), email: 'jane@example.com', name: 'Jane' };
    expectStep(await stage.client().signIn(more), 'done');
  });

  it('can answer again with the same ticket', async () => {
    const client = stage.client();
    const { ticket } = expectStep(await signIn(client, 'newbie', 'Temporary-7'), 'newPassword');
    await refused(client.answer(untyped({ ticket, answer: PASSWORD })), 'answer: new Secret(…)');
    const answer = { ticket, answer: new Secret('Battery-Staple-9'), attributes: { given_name: 'New' } };
    expectStep(await client.answer(answer), 'done');
  });

  it('gets an error with the possible choices, and none is made', async () => {
    const client = stage.client();
    const { ticket } = expectStep(await signIn(client, 'vera'), 'verifyContact');
    const choices = 'choice: email, phone_number, skip, later';
    for (const choice of ['never', 'fax', '']) await refused(client.answer(untyped({ ticket, choice })), choices);
    await refused(client.answer({ ticket }), choices);
    expectStep(await client.answer({ ticket, choice: 'skip' }), 'done');
  });

  it('gets the same errors from an account', async () => {
    const { account } = await ownerOf(stage, 'jane');
    await refused(account.changePassword(untyped({ proposed: 'Battery-Staple-9' })), 'proposed: new Secret(…)');
    await refused(account.setMfaPreference(untyped({ sms: 'yes' })), 'sms: disabled, enabled or preferred');
    await refused(account.setMfaPreference(untyped({ passkey: 'preferred' })), 'passkey: disabled or enabled');
    await refused(account.verifyAttribute(untyped({ name: 'nickname' })), 'name: email or phone_number');
    await refused(account.verifyAttribute(untyped({ name: 'email' })), 'code: new Secret(…)');
    await refused(account.deleteAttributes(untyped({ names: 'nickname' })), 'names: names of attributes');
    await refused(account.revokeSession(untyped({})), 'sessionId: text that is not empty');
  });

  it('may leave out what is optional', async () => {
    const client = stage.client();
    expectStep(await client.signOut(), 'signIn');
    const { account } = await ownerOf(stage, 'jane');
    await account.attributes();
  });

  it('gets an error for what is no input', async () => {
    const { client, account } = await ownerOf(stage, 'jane');
    for (const input of [null, 'jane', 7]) {
      await refused(client.getTokens(untyped(input)), 'input: an object');
      await refused(client.signOut(untyped(input)), 'input: an object');
      await refused(account.attributes(untyped(input)), 'input: an object');
    }
    await refused(client.getTokens(untyped({ forceRefresh: 'yes' })), 'forceRefresh: true or false');
    await refused(client.signOut(untyped({ global: 'yes' })), 'global: true or false');
    await refused(client.answer(null as never), 'ticket: the ticket of a step');
  });
});
