import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createWiredClient } from '../../src/client/cognito-client.js';
import type { SessionChange } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep, PASSWORD } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => (stage = await Stage.open()));
afterEach(() => stage.close());

/** A client with its wire, and what it has told. */
function wired(pool: Partial<UserPoolConfig> = {}) {
  const opened = createWiredClient({ ...stage.config(), ...pool });
  const changes: SessionChange['name'][] = [];
  const stop = opened.client.watch(({ name }) => changes.push(name));
  return { ...opened, changes, stop };
}

/** The password of every user of the seed. */
const password = new Secret(PASSWORD);

describe('A client for another API', () => {
  it('rejects with what Cognito refused, where its own API answers with the next step', async () => {
    const { wire } = wired();
    await assert.rejects(wire.signIn({ username: 'una', password }), (error: AuthError) => {
      assert.equal((error.cause as Error).name, 'UserNotConfirmedException');
      return true;
    });
  });

  it('asks nothing after a sign-in', async () => {
    const { wire, changes } = wired();
    expectStep(await wire.signIn({ username: 'vera', password }), 'done');
    assert.deepEqual(changes, ['started']);
    assert.ok(!stage.asked.includes('GetUserAttributeVerificationCode'));
  });

  it('leaves the question whether to remember the device to its caller, and has it confirmed', async () => {
    const { wire } = wired({ userPoolId: 'us-east-1_Example6', userPoolClientId: 'pqr678' });
    const { ticket } = expectStep(await wire.signIn({ username: 'dora', password }), 'confirmSignIn');
    const answer = new Secret(stage.cognito.outbox.latest('dora@example.com').code);
    expectStep(await wire.answer({ ticket, answer }), 'done');
    assert.ok(stage.asked.includes('ConfirmDevice'));
    assert.match((await wire.deviceKey('dora')) ?? '', /^us-east-1_/);
  });

  it('shows a challenge in the words of Cognito, and takes it up again from them', async () => {
    const { wire } = wired();
    const { ticket } = expectStep(await wire.signIn({ username: 'sue', password }), 'confirmSignIn');
    const challenge = wire.challengeOf(ticket)!;
    assert.equal(challenge.name, 'SMS_MFA');
    assert.equal(challenge.parameters['CODE_DELIVERY_DELIVERY_MEDIUM'], 'SMS');
    const again = wired();
    const resumed = expectStep(await again.wire.resume(challenge), 'confirmSignIn');
    const answer = new Secret(stage.cognito.outbox.latest('+15555550100').code);
    expectStep(await again.wire.answer({ ticket: resumed.ticket, answer }), 'done');
    assert.equal(again.wire.challengeOf(resumed.ticket), undefined);
    await expectError(again.wire.answer({ ticket: resumed.ticket, answer }), 'challenge-expired');
  });

  it('keeps tokens that the page has got by itself, and forgets them', async () => {
    const first = wired();
    await first.wire.signIn({ username: 'jane', password });
    const { accessToken, idToken, refreshToken } = await first.wire.fresh();
    stage.kept.clear();
    const { client, wire, changes } = wired();
    await wire.begin({ accessToken, idToken, ...(refreshToken && { refreshToken }) });
    assert.equal((await client.getTokens()).accessToken, accessToken);
    await wire.end();
    await wire.end();
    await expectError(client.getTokens(), 'session-expired');
    assert.deepEqual(changes, ['started', 'ended']);
    assert.equal(stage.kept.has('auth-elements.abc123.session'), false);
  });

  it('refuses tokens of another client', async () => {
    const { wire } = wired();
    await wire.signIn({ username: 'jane', password });
    const { accessToken, idToken } = await wire.fresh();
    const other = createWiredClient({ ...stage.config(), userPoolClientId: 'def456' });
    await expectError(other.wire.begin({ accessToken, idToken }), 'bad-response');
  });

  it('tells of each refresh, with the error of one that has failed', async () => {
    const { wire } = wired();
    const told: unknown[] = [];
    const stop = wire.watchRefresh((error) => told.push(error));
    await wire.signIn({ username: 'jane', password });
    await wire.fresh(true);
    assert.deepEqual(told, [undefined]);
    stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expectError(wire.fresh(true), 'offline');
    assert.equal(AuthError.from(told[1]).code, 'offline');
    stop();
    await expectError(wire.fresh(true), 'offline');
    assert.equal(told.length, 2);
  });
});
