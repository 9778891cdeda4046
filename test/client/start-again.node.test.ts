import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inspect } from 'node:util';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const POOLS = {
  question: { userPoolId: 'us-east-1_Example4', userPoolClientId: 'jkl012', authFlow: 'CUSTOM_WITHOUT_SRP' },
  choice: { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' },
  setup: { userPoolId: 'us-east-1_Example5', userPoolClientId: 'mno345' },
} as const;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const sentTo = (address: string) => stage.cognito.outbox.to(address).map(({ code }) => code);

/** The ticket of a step. */
function at(step: Step) {
  assert.ok('ticket' in step, step.name);
  return { ticket: step.ticket };
}

/** Answers with the last code, and is signed in. */
async function typesLast(client: AuthClient, step: Step, address: string): Promise<void> {
  const { medium, ticket } = expectStep(step, 'confirmSignIn');
  assert.notEqual(medium, 'totp');
  expectStep(await client.answer({ ticket, answer: new Secret(sentTo(address).at(-1) ?? '') }), 'done');
}

describe('A user whose code did not arrive', () => {
  it('gets another one after a password, without typing it again', async () => {
    const client = stage.client();
    const first = await signIn(client, 'sue');
    const second = await client.startAgain(at(first));
    assert.equal(sentTo('+15555550100').length, 2);
    await expectError(client.answer({ ...at(first), answer: new Secret('000000') }), 'challenge-expired');
    await typesLast(client, second, '+15555550100');
  });

  it('gets another one instead of a password', async () => {
    const client = stage.client(POOLS.choice);
    const choices = expectStep(await client.signIn({ username: 'cleo' }), 'selectFactor');
    const first = await client.answer({ ...at(choices), choice: 'email' });
    const { canStartAgain, hasOtherWays } = expectStep(first, 'confirmSignIn');
    assert.deepEqual([canStartAgain, hasOtherWays], [true, true]);
    await typesLast(client, await client.startAgain(at(first)), 'cleo@example.com');
    assert.equal(sentTo('cleo@example.com').length, 2);
  });

  it('gets another one where there is no other factor, and is offered none', async () => {
    const client = stage.client(POOLS.choice);
    const first = expectStep(await client.signIn({ username: 'emma' }), 'confirmSignIn');
    const second = expectStep(await client.startAgain(at(first)), 'confirmSignIn');
    assert.deepEqual([first.hasOtherWays, second.hasOtherWays], [undefined, undefined]);
    await typesLast(client, second, 'emma@example.com');
  });

  it('gets another one of the kind that was chosen', async () => {
    const client = stage.client(POOLS.choice);
    const choices = expectStep(await signIn(client, 'mia'), 'selectMfaType');
    const first = await client.answer({ ...at(choices), choice: 'sms' });
    await typesLast(client, await client.startAgain(at(first)), '+15555550103');
    assert.equal(sentTo('+15555550103').length, 2);
  });

  it('gets another one to an address that was just typed', async () => {
    const client = stage.client(POOLS.setup);
    const choices = expectStep(await signIn(client, 'seth'), 'selectMfaType');
    const setup = expectStep(await client.answer({ ...at(choices), choice: 'email' }), 'emailSetup');
    const first = await client.answer({ ...at(setup), attributes: { email: 'seth@example.com' } });
    await typesLast(client, await client.startAgain(at(first)), 'seth@example.com');
    assert.equal(sentTo('seth@example.com').length, 2);
  });

  it('gets another one after a password that was typed later', async () => {
    const client = stage.client(POOLS.choice);
    const choices = expectStep(await client.signIn({ username: 'dave' }), 'selectFactor');
    const first = await client.answer({ ...at(choices), choice: 'password', answer: new Secret(PASSWORD) });
    await typesLast(client, await client.startAgain(at(first)), 'dave@example.com');
    assert.equal(sentTo('dave@example.com').length, 2);
  });

  it('can type the first one when the second could not be requested', async () => {
    const client = stage.client();
    const first = await signIn(client, 'sue');
    stage.intercept = () => Promise.reject(new TypeError('No network.'));
    await expectError(client.startAgain(at(first)), 'offline');
    stage.intercept = (_, pass) => pass();
    await typesLast(client, first, '+15555550100');
  });

  it('is offered no other one after an answer that is not kept, and keeps the first', async () => {
    const client = stage.client(POOLS.question);
    const asked = await client.signIn({ username: 'carl' });
    const code = { ChallengeName: 'SMS_MFA', ChallengeParameters: {}, Session: 'x'.repeat(20) };
    stage.intercept = () => Promise.resolve(Response.json(code));
    const { canStartAgain, ticket } = expectStep(
      await client.answer({ ...at(asked), answer: new Secret('5') }),
      'confirmSignIn',
    );
    assert.equal(canStartAgain, undefined);
    await expectError(client.startAgain({ ticket }), 'challenge-expired');
    expectStep(await client.answer({ ticket, answer: new Secret('123456') }), 'confirmSignIn');
  });

  it('starts again when the password has changed meanwhile', async () => {
    const client = stage.client();
    const first = await signIn(client, 'sue');
    const elsewhere = stage.client({ autoSignIn: false, storage: 'memory' });
    await elsewhere.forgotPassword({ username: 'sue' });
    const code = new Secret(sentTo('sue@example.com').at(-1) ?? '');
    await elsewhere.resetPassword({ username: 'sue', code, password: new Secret('Battery-Staple-9') });
    await expectError(client.startAgain(at(first)), 'challenge-failed');
  });
});

describe('A user who wants another factor', () => {
  it('chooses again among the first factors', async () => {
    const client = stage.client(POOLS.choice);
    const choices = expectStep(await client.signIn({ username: 'cleo' }), 'selectFactor');
    const mail = await client.answer({ ...at(choices), choice: 'email' });
    const again = expectStep(await client.startAgain({ ...at(mail), another: true }), 'selectFactor');
    assert.ok(again.factors.length > 1);
  });

  it('can still choose when the second code did not arrive either', async () => {
    const client = stage.client(POOLS.choice);
    const choices = expectStep(await client.signIn({ username: 'cleo' }), 'selectFactor');
    const first = await client.answer({ ...at(choices), choice: 'email' });
    const second = expectStep(await client.startAgain(at(first)), 'confirmSignIn');
    const third = expectStep(await client.startAgain(at(second)), 'confirmSignIn');
    assert.deepEqual([second.hasOtherWays, third.hasOtherWays], [true, true]);
    const again = expectStep(await client.startAgain({ ...at(third), another: true }), 'selectFactor');
    assert.ok(again.factors.length > 1);
  });

  it('chooses again what to set up', async () => {
    const client = stage.client(POOLS.setup);
    const choices = expectStep(await signIn(client, 'seth'), 'selectMfaType');
    const mail = expectStep(await client.answer({ ...at(choices), choice: 'email' }), 'emailSetup');
    assert.equal(mail.hasOtherWays, true);
    const second = expectStep(await client.startAgain({ ...at(mail), another: true }), 'selectMfaType');
    assert.deepEqual([second.purpose, second.types], [choices.purpose, choices.types]);
    const app = expectStep(await client.answer({ ...at(second), choice: 'totp' }), 'totpSetup');
    assert.equal(app.hasOtherWays, true);
    const third = expectStep(await client.startAgain({ ...at(app), another: true }), 'selectMfaType');
    assert.deepEqual([third.purpose, third.types], [choices.purpose, choices.types]);
  });

  it('sets up the only method, and is offered no choice', async () => {
    const client = stage.client({ userPoolId: 'us-east-1_Example2', userPoolClientId: 'def456' });
    assert.equal(expectStep(await signIn(client, 'max@example.com'), 'totpSetup').hasOtherWays, undefined);
  });

  it('chooses again among the second factors', async () => {
    const client = stage.client(POOLS.choice);
    const choices = expectStep(await signIn(client, 'mia'), 'selectMfaType');
    const code = expectStep(await client.answer({ ...at(choices), choice: 'totp' }), 'confirmSignIn');
    assert.equal(code.hasOtherWays, true);
    const again = expectStep(await client.startAgain({ ...at(code), another: true }), 'selectMfaType');
    assert.deepEqual(again.types, choices.types);
  });
});

describe('The password of a challenge', () => {
  it('is in nothing that the client returns', async () => {
    const client = stage.client();
    const step = await signIn(client, 'sue');
    const shown = [inspect(step, { depth: 9, showHidden: true }), inspect(client, { depth: 9, showHidden: true })];
    assert.ok(!shown.join().includes(PASSWORD));
    assert.ok(!JSON.stringify([step, [...stage.kept]]).includes(PASSWORD));
  });
});
