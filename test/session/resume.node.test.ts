import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { totpCode } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { SessionStore, UserPoolConfig } from '../../src/config/config.js';
import { closeSessionStorage, openSessionStorage } from '../client/session-storage.js';
import { refusal, Stage } from '../client/stage.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { MemoryStorage } from '../local-cognito/support/memory-storage.js';

const KEY = 'auth-elements.abc123.asked';
const CHOICE = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;
const SETUP = { userPoolId: 'us-east-1_Example2', userPoolClientId: 'def456' };
const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };

let stage: Stage;
/** The session storage of the tab, which Node does not have. */
let tab: MemoryStorage;
beforeEach(async () => {
  stage = await Stage.open();
  tab = new MemoryStorage();
  openSessionStorage(tab);
});
afterEach(async () => {
  closeSessionStorage();
  await stage.close();
});

/** The step after a reload. */
const reload = (config: Partial<UserPoolConfig> = {}): Promise<Step> => stage.client(config).restore();
const written = (): string => [...tab.keys()].map((key) => tab.getItem(key)).join();
const latest = (address: string): Secret => new Secret(stage.cognito.outbox.latest(address).code);

function ticketOf(step: Step) {
  assert.ok('ticket' in step, step.name);
  return step.ticket;
}

describe('A reload', () => {
  it('resumes the code of a new account, without a request', async () => {
    const asked = await stage.client().signUp(IDA);
    const requests = stage.asked.length;
    const page = stage.client();
    assert.deepEqual(await page.restore(), asked);
    assert.equal(stage.asked.length, requests);
    const step = await page.confirmSignUp({ username: 'ida', code: latest('ida@example.com') });
    assert.deepEqual(step, { name: 'signIn', username: 'ida', notice: 'confirmed' });
    assert.deepEqual(await reload(), { name: 'signIn' });
  });

  it('resumes the code for a new password', async () => {
    const asked = await stage.client().forgotPassword({ username: 'jane' });
    const page = stage.client();
    assert.deepEqual(await page.restore(), asked);
    const input = { username: 'jane', code: latest('jane@example.com'), password: new Secret('Battery-Staple-9') };
    expectStep(await page.resetPassword(input), 'done');
    assert.equal(tab.getItem(KEY), null);
  });

  it('starts at the sign-in when the code has expired', async () => {
    await stage.client().forgotPassword({ username: 'jane' });
    stage.clock.advance(3_600_001);
    assert.deepEqual(await reload(), { name: 'signIn' });
    assert.equal(tab.getItem(KEY), null);
  });

  it('starts at the sign-in once the user has left, signed out, or started something else', async () => {
    const page = stage.client();
    const ways: readonly (() => unknown)[] = [
      () => page.leave(),
      () => page.signOut({}),
      () => signIn(page, 'jane').then(() => page.signOut({})),
    ];
    for (const leave of ways) {
      await page.forgotPassword({ username: 'jane' });
      assert.notEqual(tab.getItem(KEY), null);
      await leave();
      assert.deepEqual(await reload(), { name: 'signIn' });
    }
  });

  it('restores the session, whatever the step before', async () => {
    await stage.client().forgotPassword({ username: 'jane' });
    const asked = tab.getItem(KEY) ?? '';
    await signIn(stage.client(), 'jane');
    tab.setItem(KEY, asked);
    expectStep(await reload(), 'done');
    assert.equal(tab.getItem(KEY), null);
  });

  it('resumes nothing where the page stores nothing', async () => {
    await stage.client({ storage: 'memory' }).forgotPassword({ username: 'jane' });
    assert.equal(written(), '');
  });

  it('starts at the sign-in, without an error, during a challenge', async () => {
    await signIn(stage.client(), 'sue');
    assert.equal(written(), '');
    assert.deepEqual(await reload(), { name: 'signIn' });
  });

  it('ignores other stored values', async () => {
    const challenge = { name: 'challenge', username: 'sue', expiresAt: stage.clock.now() + 1000 };
    const sent = { name: 'SMS_MFA', userId: 'sue', parameters: {}, available: [] };
    for (const text of [
      '',
      'x',
      'null',
      '[]',
      '{"name":"confirmSignUp"}',
      JSON.stringify({ ...challenge, name: 'done' }),
      JSON.stringify(challenge),
      JSON.stringify({ ...challenge, challenge: { challenge: sent } }),
      JSON.stringify({ ...challenge, challenge: { challenge: sent, progress: { session: '' } } }),
      JSON.stringify({ ...challenge, challenge: { challenge: { name: 'SMS_MFA' }, progress: { session: 'session' } } }),
    ]) {
      tab.setItem(KEY, text);
      assert.deepEqual(await reload({ resume: true }), { name: 'signIn' }, text);
    }
  });

  it('works in a page whose storage is blocked', async () => {
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new Error('Blocked.');
      },
    });
    expectStep(await stage.client().forgotPassword({ username: 'jane' }), 'resetPassword');
    assert.deepEqual(await reload(), { name: 'signIn' });
  });
});

describe('A reload during a challenge, with `resume`,', () => {
  const open = (config: Partial<UserPoolConfig> = {}): AuthClient => stage.client({ resume: true, ...config });

  it('asks for the code that was sent, and signs in by it', async () => {
    const { canStartAgain, ...asked } = expectStep(await signIn(open(), 'sue'), 'confirmSignIn');
    assert.equal(canStartAgain, true);
    const page = open();
    assert.deepEqual(await page.restore(), asked);
    const step = await page.restore();
    expectStep(await page.answer({ ticket: ticketOf(step), answer: latest('+15555550100') }), 'done');
    assert.equal(tab.getItem(KEY), null);
  });

  it('loses the password: another code needs a new sign-in, and the first one is still valid', async () => {
    await signIn(open(), 'sue');
    const page = open();
    const { canStartAgain, ticket } = expectStep(await page.restore(), 'confirmSignIn');
    assert.equal(canStartAgain, undefined);
    const requests = stage.asked.length;
    await expectError(page.startAgain({ ticket }), 'challenge-expired');
    assert.equal(stage.asked.length, requests);
    expectStep(await page.answer({ ticket, answer: latest('+15555550100') }), 'done');
  });

  it('sends another code where that needs no password', async () => {
    const first = open(CHOICE);
    const choices = expectStep(await first.signIn({ username: 'cleo' }), 'selectFactor');
    await first.answer({ ticket: choices.ticket, choice: 'email' });
    const page = open(CHOICE);
    const asked = expectStep(await page.restore(), 'confirmSignIn');
    assert.deepEqual([asked.canStartAgain, asked.hasOtherWays], [true, true]);
    const again = await page.startAgain({ ticket: asked.ticket });
    expectStep(await page.answer({ ticket: ticketOf(again), answer: latest('cleo@example.com') }), 'done');
  });

  it('offers the same choice', async () => {
    const asked = await open(CHOICE).signIn({ username: 'cleo' });
    const page = open(CHOICE);
    const step = await page.restore();
    assert.deepEqual(step, asked);
    const input = { ticket: ticketOf(step), choice: 'password', answer: new Secret(PASSWORD) } as const;
    expectStep(await page.answer(input), 'done');
  });

  it('accepts the right password after a wrong one', async () => {
    const first = open(CHOICE);
    const wrong = { choice: 'password', answer: new Secret('wrong-Password-1') } as const;
    const asked = await first.signIn({ username: 'cleo' });
    await expectError(first.answer({ ticket: ticketOf(asked), ...wrong }), 'credentials');
    assert.ok(!written().includes(wrong.answer.reveal()));
    const second = open(CHOICE);
    await expectError(second.answer({ ticket: ticketOf(await second.restore()), ...wrong }), 'credentials');
    const page = open(CHOICE);
    const right = { choice: 'password', answer: new Secret(PASSWORD) } as const;
    expectStep(await page.answer({ ticket: ticketOf(await page.restore()), ...right }), 'done');
  });

  it('starts at the sign-in when the response has ended the challenge, or the user has left before it failed', async () => {
    const page = open(CHOICE);
    const choice = { choice: 'password', answer: new Secret('wrong-Password-1') } as const;
    const asked = await page.signIn({ username: 'cleo' });
    const failed = expectError(page.answer({ ticket: ticketOf(asked), ...choice }), 'credentials');
    page.leave();
    await failed;
    assert.equal(written(), '');

    const asker = open();
    const sent = await signIn(asker, 'sue');
    assert.notEqual(written(), '');
    const lost = { __type: 'NotAuthorizedException', message: 'Invalid session for the user.' };
    stage.intercept = () => Promise.resolve(Response.json(lost, { status: 400 }));
    await expectError(asker.answer({ ticket: ticketOf(sent), answer: latest('+15555550100') }), 'challenge-expired');
    assert.equal(written(), '');
  });

  it('starts at the sign-in when the prompt was aborted', async () => {
    const controller = new AbortController();
    const storage: SessionStore = {
      get(key) {
        // After the last response of Cognito, and before the prompt.
        if (stage.asked.at(-1) === 'InitiateAuth') controller.abort();
        return stage.kept.get(key);
      },
      set: (key, value) => void stage.kept.set(key, value),
      remove: (key) => void stage.kept.delete(key),
    };
    const input = { username: 'sue', password: new Secret(PASSWORD) };
    const page = open({ storage, authFlow: 'USER_PASSWORD_AUTH' });
    await expectError(page.signIn(input, controller.signal), 'cancelled');
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    assert.equal(stage.cognito.outbox.to('+15555550100').length, 1);
    assert.equal(written(), '');
  });

  it('shows another key for an authenticator app', async () => {
    const first = expectStep(await signIn(open(SETUP), 'max@example.com'), 'totpSetup');
    assert.ok(!written().includes(first.secret.reveal()));
    const page = open(SETUP);
    const { secret, ticket } = expectStep(await page.restore(), 'totpSetup');
    assert.notEqual(secret.reveal(), first.secret.reveal());
    const answer = new Secret(totpCode(secret.reveal(), stage.clock.now()));
    expectStep(await page.answer({ ticket, answer }), 'done');
  });

  it('replaces a temporary password', async () => {
    await signIn(open(), 'newbie', 'Temporary-7');
    assert.ok(!written().includes('newbie@example.com'), 'the attributes of the user are not stored');
    const page = open();
    const { ticket } = expectStep(await page.restore(), 'newPassword');
    expectStep(await page.answer({ ticket, answer: new Secret('Lasting-Horse-7') }), 'done');
  });

  for (const [title, response] of [
    ['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['Cognito is busy', () => Promise.resolve(refusal('TooManyRequestsException', 'Rate exceeded'))],
    ['Cognito fails', () => Promise.resolve(new Response('', { status: 503 }))],
    ['a firewall refuses the request', () => Promise.resolve(refusal('ForbiddenException', 'Request not allowed.'))],
  ] as const) {
    it(`starts at the sign-in when ${title}, and asks again after the next reload`, async () => {
      await signIn(open(SETUP), 'max@example.com');
      stage.intercept = response;
      assert.deepEqual(await open(SETUP).restore(), { name: 'signIn', username: 'max@example.com' });
      stage.intercept = (_, pass) => pass();
      const page = open(SETUP);
      const { secret, ticket } = expectStep(await page.restore(), 'totpSetup');
      expectStep(
        await page.answer({ ticket, answer: new Secret(totpCode(secret.reveal(), stage.clock.now())) }),
        'done',
      );
    });
  }

  it('starts again with the same user name when Cognito has ended the challenge', async () => {
    await signIn(open(SETUP), 'max@example.com');
    stage.intercept = () => Promise.resolve(refusal('NotAuthorizedException', 'Invalid session for the user.'));
    assert.deepEqual(await open(SETUP).restore(), { name: 'signIn', username: 'max@example.com' });
    assert.equal(written(), '');
  });

  it('ends when the session of the challenge expires', async () => {
    await signIn(open(), 'sue');
    stage.clock.advance(180_000);
    assert.deepEqual(await open().restore(), { name: 'signIn' });
  });

  it('stores nothing once an answer came too late', async () => {
    const page = open();
    const asked = await signIn(page, 'sue');
    stage.clock.advance(180_001);
    assert.notEqual(written(), '');
    await expectError(page.answer({ ticket: ticketOf(asked), answer: latest('+15555550100') }), 'challenge-expired');
    assert.equal(written(), '');
  });

  it('resumes nothing once the page has turned it off', async () => {
    await signIn(open(), 'sue');
    assert.deepEqual(await reload(), { name: 'signIn' });
    assert.equal(written(), '');
  });

  it('finds no password and no code in the storage', async () => {
    const page = open(CHOICE);
    const choices = expectStep(await signIn(page, 'mia'), 'selectMfaType');
    const texts = [written()];
    const sent = await page.answer({ ticket: choices.ticket, choice: 'sms' });
    texts.push(written());
    const wrong = new Secret('000000');
    await expectError(page.answer({ ticket: ticketOf(sent), answer: wrong }), 'wrong-code');
    texts.push(written());
    const code = latest('+15555550103');
    for (const text of texts) {
      assert.match(text, /"session":"/);
      for (const secret of [PASSWORD, code.reveal(), wrong.reveal()]) assert.ok(!text.includes(secret), text);
    }
    await page.answer({ ticket: ticketOf(sent), answer: code });
    assert.equal(written(), '');
  });
});
