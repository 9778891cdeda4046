import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD, TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Step, Ticket } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import type { Stage } from '../client/stage.js';
import { until } from '../support/until.js';

export { PASSWORD };

/** Asserts that the step has this name, and returns it. */
export function expectStep<Name extends Step['name']>(step: Step, name: Name): Extract<Step, { name: Name }> {
  assert.equal(step.name, name, JSON.stringify(step));
  return step as Extract<Step, { name: Name }>;
}

/** Asserts that a call fails with this code, and with an AuthError. */
export async function expectError(call: Promise<unknown>, code: AuthErrorCode): Promise<AuthError> {
  const error: unknown = await call.then(
    (value) => assert.fail(`Nothing failed: ${JSON.stringify(value)}`),
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof AuthError, String(error));
  assert.equal(error.code, code, String(error.cause));
  return error;
}

export const signIn = (client: AuthClient, username: string, password = PASSWORD): Promise<Step> =>
  client.signIn({ username, password: new Secret(password) });

const answer = (client: AuthClient, ticket: Ticket, text: string): Promise<Step> =>
  client.answer({ ticket, answer: new Secret(text) });

/**
 * The contract of every client.
 *
 * @param open A Cognito with the users of the demo's seed.
 */
export function clientContract(open: () => Promise<Stage>): void {
  let stage: Stage;
  let client: ReturnType<Stage['client']>;
  beforeEach(async () => {
    stage = await open();
    client = stage.client();
  });
  afterEach(() => stage.close());

  const totp = (key: string) => new Secret(totpCode(key, stage.clock.now()));
  const latestCode = (address: string) => new Secret(stage.cognito.outbox.latest(address).code);

  describe('signing in', () => {
    for (const authFlow of ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const) {
      it(`accepts the right password, over ${authFlow}`, async () => {
        const page = stage.client({ authFlow });
        await page.prepare();
        const { user } = expectStep(await signIn(page, 'jane'), 'done');
        assert.equal(user.username, 'jane');
        assert.equal(user.attributes['email'], 'jane@example.com');
        assert.equal(user.attributes['given_name'], 'Jane');
        assert.ok(!Object.keys(user.attributes).some((name) => /token|aud|iss|exp|sub/.test(name)));
        const { accessToken, idToken, expiresAt } = await page.getTokens();
        assert.match(accessToken, /^ey/);
        assert.match(idToken, /^ey/);
        assert.equal(expiresAt, stage.clock.now() + 3_600_000);
        assert.deepEqual(
          page.changes.map(({ name }) => name),
          ['started'],
        );
      });

      it(`does not reveal whether the password is wrong or the user unknown, over ${authFlow}`, async () => {
        const page = stage.client({ authFlow });
        const wrong = await expectError(signIn(page, 'jane', 'Wrong-Horse-7'), 'credentials');
        const unknown = await expectError(signIn(page, 'unknown'), 'credentials');
        assert.equal(unknown.message, wrong.message);
        assert.equal(unknown.detail, wrong.detail);
        await expectError(page.getTokens(), 'session-expired');
        assert.equal(stage.kept.size, 0);
      });
    }

    it('accepts an email address and another case', async () => {
      expectStep(await signIn(client, 'JANE@example.com'), 'done');
    });

    it('accepts a password and a name of any script', async () => {
      const [username, password] = ['żółw', 'Aя-7-密码-e\u0301 🐎'];
      await client.signUp({ username, password: new Secret(password), attributes: { email: 'z@example.com' } });
      await client.confirmSignUp({ username, code: latestCode('z@example.com') });
      expectStep(await signIn(client, username, password), 'done');
    });

    it('fails with a code of its own after too many wrong passwords', async () => {
      for (let tries = 0; tries < 5; tries += 1) await expectError(signIn(client, 'jane', 'Wrong-7'), 'credentials');
      await expectError(signIn(client, 'jane'), 'locked');
    });

    it('leads to the confirmation of an unconfirmed account, without a new code', async () => {
      const { username } = expectStep(await signIn(client, 'una'), 'confirmSignUp');
      assert.equal(stage.cognito.outbox.to('una@example.com').length, 1);
      const code = latestCode('una@example.com');
      assert.deepEqual(await client.confirmSignUp({ username, code }), {
        name: 'signIn',
        username,
        notice: 'confirmed',
      });
      expectStep(await signIn(client, 'una'), 'done');
    });
  });

  describe('a second factor', () => {
    it('accepts the code of an authenticator app, after a wrong one too', async () => {
      const { medium, ticket } = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
      assert.equal(medium, 'totp');
      assert.equal(ticket.username, 'tom');
      await expectError(answer(client, ticket, '000000'), 'wrong-code');
      expectStep(await client.answer({ ticket, answer: totp(TOMS_KEY) }), 'done');
    });

    it('accepts the code of a text message', async () => {
      const { medium, ticket, delivery } = expectStep(await signIn(client, 'sue'), 'confirmSignIn');
      assert.equal(medium, 'sms');
      assert.deepEqual(delivery, { medium: 'sms', destination: '+*******0100' });
      expectStep(await client.answer({ ticket, answer: latestCode('+15555550100') }), 'done');
    });

    it('sends no request when an answered ticket is answered again', async () => {
      const { ticket } = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
      await client.answer({ ticket, answer: totp(TOMS_KEY) });
      const asked = stage.asked.length;
      await expectError(client.answer({ ticket, answer: totp(TOMS_KEY) }), 'challenge-expired');
      assert.equal(stage.asked.length, asked);
    });

    it('sends one answer, however often it is submitted', async () => {
      const { ticket } = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
      const asked = stage.asked.length;
      const code = totp(TOMS_KEY);
      await Promise.allSettled(Array.from({ length: 5 }, () => client.answer({ ticket, answer: code })));
      assert.equal(stage.asked.length, asked + 1);
    });

    it('fails with a code of its own after the time limit', async () => {
      const { ticket } = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
      assert.equal(ticket.expiresAt, stage.clock.now() + 180_000);
      stage.clock.advance(181_000);
      await expectError(client.answer({ ticket, answer: totp(TOMS_KEY) }), 'challenge-expired');
    });

    it('has the time limit of the app client', async () => {
      const page = stage.client({ authSessionValidity: 15 });
      const { ticket } = expectStep(await signIn(page, 'tom'), 'confirmSignIn');
      assert.equal(ticket.expiresAt, stage.clock.now() + 900_000);
    });

    it('exposes only a name and a time of the challenge', async () => {
      const step = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
      assert.deepEqual(Object.keys(step).sort(), ['canStartAgain', 'medium', 'name', 'ticket']);
      assert.deepEqual(Reflect.ownKeys(step.ticket), ['username', 'expiresAt']);
    });

    it('enrolls an authenticator app where the pool requires one', async () => {
      const page = stage.client({ userPoolId: 'us-east-1_Example2', userPoolClientId: 'def456' });
      const { secret, ticket } = expectStep(await signIn(page, 'max@example.com'), 'totpSetup');
      await expectError(answer(page, ticket, '000000'), 'wrong-code');
      const step = await page.answer({ ticket, answer: totp(secret.reveal()), deviceName: 'My phone' });
      expectStep(step, 'done');
      stage.clock.advance(30_000);
      const again = expectStep(await signIn(page, 'max@example.com'), 'confirmSignIn');
      assert.equal(again.medium, 'totp');
    });

    it('enrolls an authenticator app for a signed-in user', async () => {
      await signIn(client, 'jane');
      const { secret, ticket } = expectStep(await client.setUpTotp(), 'totpSetup');
      await expectError(answer(client, ticket, '000000'), 'wrong-code');
      expectStep(await client.answer({ ticket, answer: totp(secret.reveal()) }), 'done');
      await expectError(client.answer({ ticket, answer: totp(secret.reveal()) }), 'challenge-expired');
      stage.clock.advance(30_000);
      assert.equal(expectStep(await signIn(client, 'jane'), 'confirmSignIn').medium, 'totp');
    });

    it('enrolls nothing after a sign-out', async () => {
      await signIn(client, 'jane');
      const { secret, ticket } = expectStep(await client.setUpTotp(), 'totpSetup');
      await client.signOut({});
      await expectError(client.answer({ ticket, answer: totp(secret.reveal()) }), 'challenge-expired');
      await expectError(client.setUpTotp(), 'session-expired');
    });
  });

  describe('accounts and passwords', () => {
    const account = {
      username: 'ida',
      password: new Secret('Correct-Horse-8'),
      attributes: { email: 'ida@example.com' },
    };

    it('signs up, sends the code again, confirms, and signs in', async () => {
      const { delivery } = expectStep(await client.signUp(account), 'confirmSignUp');
      assert.deepEqual(delivery, { medium: 'email', destination: 'i***@e***' });
      const first = latestCode('ida@example.com').reveal();
      expectStep(await client.resendSignUpCode({ username: 'ida' }), 'confirmSignUp');
      const code = latestCode('ida@example.com');
      const wrong = new Secret(code.reveal() === '000000' ? '111111' : '000000');
      await expectError(client.confirmSignUp({ username: 'ida', code: wrong }), 'wrong-code');
      assert.ok(first);
      assert.equal(expectStep(await client.confirmSignUp({ username: 'ida', code }), 'done').user.username, 'ida');
      expectStep(await stage.client().restore(), 'done');
    });

    it('does not sign in after the confirmation of an account that was created elsewhere, or where the page turns it off', async () => {
      const page = stage.client({ autoSignIn: false });
      await page.signUp(account);
      const code = latestCode('ida@example.com');
      assert.equal(expectStep(await page.confirmSignUp({ username: 'ida', code }), 'signIn').notice, 'confirmed');
      await client.signUp({ ...account, username: 'ivy', attributes: { email: 'ivy@example.com' } });
      const other = stage.client();
      const ivys = latestCode('ivy@example.com');
      assert.equal(expectStep(await other.confirmSignUp({ username: 'ivy', code: ivys }), 'signIn').username, 'ivy');
    });

    it('accepts that an account was confirmed elsewhere', async () => {
      await client.signUp(account);
      const code = latestCode('ida@example.com');
      await stage.client().confirmSignUp({ username: 'ida', code });
      expectStep(await client.confirmSignUp({ username: 'ida', code }), 'done');
      assert.equal(expectStep(await client.resendSignUpCode({ username: 'ida' }), 'signIn').notice, 'confirmed');
    });

    it('fails with a code for what is wrong with a new account', async () => {
      await expectError(client.signUp({ ...account, username: 'jane' }), 'username-exists');
      const error = await expectError(
        client.signUp({ ...account, password: new Secret('short-1') }),
        'password-policy',
      );
      assert.match(error.detail ?? '', /long enough/);
      assert.ok(!error.detail?.includes('conform'));
    });

    it('does not accept a code that has expired', async () => {
      await client.signUp(account);
      const code = latestCode('ida@example.com');
      stage.clock.advance(25 * 3_600_000);
      await expectError(client.confirmSignUp({ username: 'ida', code }), 'wrong-code');
    });

    /** Resets a forgotten password. */
    async function resets(page: AuthClient, username: string): Promise<Step> {
      expectStep(await page.forgotPassword({ username }), 'resetPassword');
      const code = latestCode(`${username}@example.com`);
      return page.resetPassword({ username, code, password: new Secret('Battery-Staple-9') });
    }

    it('resets a forgotten password, and signs in with the new one', async () => {
      assert.equal(expectStep(await resets(client, 'jane'), 'done').user.username, 'jane');
      await expectError(signIn(client, 'jane'), 'credentials');
      expectStep(await signIn(client, 'jane', 'Battery-Staple-9'), 'done');
    });

    it('asks for the second factor after a new password', async () => {
      expectStep(await resets(client, 'tom'), 'confirmSignIn');
    });

    it('leads to the sign-in after a new password, where the page wants that or the sign-in fails', async () => {
      const page = stage.client({ autoSignIn: false });
      assert.deepEqual(await resets(page, 'jane'), { name: 'signIn', username: 'jane', notice: 'password-reset' });
      stage.intercept = (request, pass) =>
        request.headers.get('x-amz-target')?.endsWith('InitiateAuth') ? Promise.reject(new TypeError()) : pass();
      assert.deepEqual(await resets(client, 'jane'), { name: 'signIn', username: 'jane', notice: 'password-reset' });
    });

    it('has the same response to a forgotten password, whether the account exists, can be reached, or neither', async () => {
      const answers = await Promise.all(
        ['jane', 'una', 'newbie', 'unknown'].map((username) => client.forgotPassword({ username })),
      );
      for (const step of answers) assert.deepEqual({ ...step, username: '' }, { name: 'resetPassword', username: '' });
    });

    it('replaces a temporary password', async () => {
      const { ticket, requiredAttributes } = expectStep(await signIn(client, 'newbie', 'Temporary-7'), 'newPassword');
      assert.ok(requiredAttributes.every((name) => !name.includes('userAttributes')));
      await expectError(answer(client, ticket, 'short'), 'password-policy');
      expectStep(await answer(client, ticket, 'Lasting-Horse-7'), 'done');
      expectStep(await signIn(client, 'newbie', 'Lasting-Horse-7'), 'done');
    });
  });

  describe('the session', () => {
    it('is restored after a reload, without a request', async () => {
      await signIn(client, 'jane');
      const asked = stage.asked.length;
      const { user } = expectStep(await stage.client().restore(), 'done');
      assert.equal(user.username, 'jane');
      assert.equal(stage.asked.length, asked);
    });

    it('is not restored for another client of the pool', async () => {
      await signIn(client, 'jane');
      const [record] = stage.kept.values();
      stage.kept.clear();
      stage.kept.set('auth-elements.other', record ?? '');
      expectStep(await stage.client({ userPoolClientId: 'other' }).restore(), 'signIn');
      assert.equal(stage.kept.size, 0);
    });

    for (const [title, pool, username, key] of [
      ['', {}, 'jane', undefined],
      [' that rotates', { userPoolId: 'us-east-1_Example2', userPoolClientId: 'def456' }, 'max@example.com', 'totp'],
    ] as const) {
      it(`is refreshed once for any number of callers: a refresh token${title}`, async () => {
        const page = stage.client(pool);
        const step = await signIn(page, username);
        if (key) {
          const { secret, ticket } = expectStep(step, 'totpSetup');
          await page.answer({ ticket, answer: totp(secret.reveal()) });
        }
        const before = await page.getTokens();
        for (let round = 0; round < 3; round += 1) {
          stage.clock.advance(3_600_000);
          const asked = stage.asked.length;
          const tokens = await Promise.all(Array.from({ length: 100 }, () => page.getTokens()));
          assert.deepEqual(stage.asked.slice(asked), ['GetTokensFromRefreshToken']);
          assert.equal(new Set(tokens.map(({ accessToken }) => accessToken)).size, 1);
          assert.notEqual(tokens[0]?.accessToken, before.accessToken);
        }
      });
    }

    it('is refreshed in the last minute of its tokens, and by force', async () => {
      await signIn(client, 'jane');
      stage.clock.advance(3_600_000 - 61_000);
      const early = await client.getTokens();
      stage.clock.advance(2_000);
      const late = await client.getTokens();
      assert.notEqual(late.accessToken, early.accessToken);
      assert.equal(late.expiresAt, stage.clock.now() + 3_600_000);
      stage.clock.advance(1_000);
      assert.notEqual((await client.getTokens({ forceRefresh: true })).accessToken, late.accessToken);
    });

    it('ends everywhere in the page when Cognito has revoked it, after one request', async () => {
      await signIn(client, 'jane');
      const elsewhere = stage.client({ storage: 'memory' });
      await signIn(elsewhere, 'jane');
      await elsewhere.signOut({ global: true });
      stage.clock.advance(3_600_000);
      const asked = stage.asked.length;
      const results = await Promise.allSettled(Array.from({ length: 5 }, () => client.getTokens()));
      assert.ok(results.every(({ status }) => status === 'rejected'));
      assert.deepEqual(stage.asked.slice(asked), ['GetTokensFromRefreshToken']);
      assert.deepEqual(client.changes.slice(1), [{ name: 'ended', reason: 'revoked' }]);
      assert.equal(stage.kept.size, 0);
    });

    it('ends at Cognito too when the user signs out', async () => {
      await signIn(client, 'jane');
      const [record = ''] = stage.kept.values();
      expectStep(await client.signOut({}), 'signIn');
      assert.equal(stage.kept.size, 0);
      await expectError(client.getTokens(), 'session-expired');
      await until(() => stage.cognito.received.some(({ operation }) => operation === 'RevokeToken'));
      stage.kept.set('auth-elements.abc123', record);
      await expectError(stage.client().getTokens({ forceRefresh: true }), 'session-expired');
    });

    it('ends on every device with a global sign-out, with expired tokens as well', async () => {
      const elsewhere = stage.client({ storage: 'memory' });
      await signIn(elsewhere, 'jane');
      await signIn(client, 'jane');
      stage.clock.advance(3_700_000);
      expectStep(await client.signOut({ global: true }), 'signIn');
      await expectError(elsewhere.getTokens(), 'session-expired');
      expectStep(await client.signOut({ global: true }), 'signIn');
    });

    it('lets a global sign-out succeed after another one', async () => {
      const elsewhere = stage.client({ storage: 'memory' });
      await signIn(elsewhere, 'jane');
      await signIn(client, 'jane');
      await elsewhere.signOut({ global: true });
      expectStep(await client.signOut({ global: true }), 'signIn');
      await signIn(client, 'jane');
      const another = stage.client({ storage: 'memory' });
      await signIn(another, 'jane');
      await another.signOut({ global: true });
      stage.clock.advance(3_700_000);
      expectStep(await client.signOut({ global: true }), 'signIn');
    });
  });
}
