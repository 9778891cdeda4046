import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { Stage } from './stage.js';

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open();
  client = stage.client();
});
afterEach(() => stage.close());

/** A test that takes longer waits for a request that is not sent. */
const MINUTE = 60_000;

const asks = (operation: string, request: Request) => request.headers.get('x-amz-target')?.endsWith(`.${operation}`);
const gone = () => Promise.reject(new TypeError('Failed to fetch'));

describe('A request that', () => {
  it('loses its response on sign-up leads to the code that was sent', async () => {
    const account = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };
    stage.intercept = async (_, pass) => {
      await pass();
      return gone();
    };
    await expectError(client.signUp(account), 'offline');
    stage.intercept = (_, pass) => pass();
    expectStep(await client.signUp(account), 'confirmSignUp');
    stage.intercept = async (_, pass) => {
      await pass();
      return gone();
    };
    const code = new Secret(stage.cognito.outbox.latest('ida@example.com').code);
    await expectError(client.confirmSignUp({ username: 'ida', code }), 'offline');
    stage.intercept = (_, pass) => pass();
    expectStep(await client.confirmSignUp({ username: 'ida', code }), 'done');
  });

  it('loses its response on the sign-in after a sign-up leaves the account confirmed', async () => {
    await client.signUp({ username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } });
    const code = new Secret(stage.cognito.outbox.latest('ida@example.com').code);
    stage.intercept = (request, pass) => (asks('ConfirmSignUp', request) ? pass() : gone());
    assert.equal(expectStep(await client.confirmSignUp({ username: 'ida', code }), 'signIn').notice, 'confirmed');
    stage.intercept = (_, pass) => pass();
    expectStep(await signIn(client, 'ida'), 'done');
  });

  describe('loses its response on a new password', () => {
    const NEW = 'Battery-Staple-9';
    const isReset = (request: Request) => asks('ConfirmForgotPassword', request);

    /** Sets a new password, and loses the response. `reached`: Cognito has set it. */
    async function loses(page: typeof client, username: string, { reached }: { readonly reached: boolean }) {
      await page.forgotPassword({ username });
      const code = new Secret(stage.cognito.outbox.latest(`${username}@example.com`).code);
      const input = { username, code, password: new Secret(NEW) };
      stage.intercept = async (request, pass) => {
        if (!isReset(request)) return pass();
        if (reached) await pass();
        return gone();
      };
      await expectError(page.resetPassword(input), 'offline');
      stage.intercept = (_, pass) => pass();
      stage.asked.length = 0;
      return input;
    }
    const wrong = (code: Secret) => new Secret(code.reveal() === '000000' ? '111111' : '000000');

    it('lets the user sign in with the next try, whatever the next challenge', async () => {
      const jane = await loses(client, 'jane', { reached: true });
      expectStep(await client.resetPassword(jane), 'done');
      const asked = ['ConfirmForgotPassword', 'InitiateAuth', 'RespondToAuthChallenge'];
      assert.deepEqual(stage.asked.slice(0, 3), asked);
      const tom = await loses(client, 'tom', { reached: true });
      expectStep(await client.resetPassword(tom), 'confirmSignIn');
    });

    it('sets it with the same code where Cognito never received it', async () => {
      const input = await loses(client, 'jane', { reached: false });
      expectStep(await client.resetPassword(input), 'done');
    });

    it('says that the code is wrong if it is, and tries the password once', async () => {
      const input = await loses(client, 'jane', { reached: false });
      const mistyped = { ...input, code: wrong(input.code) };
      await expectError(client.resetPassword(mistyped), 'wrong-code');
      await expectError(client.resetPassword(mistyped), 'wrong-code');
      assert.equal(stage.asked.filter((operation) => operation === 'InitiateAuth').length, 1);
      expectStep(await client.resetPassword(input), 'done');
    });

    it('fails when the sign-in gets no response either, and succeeds afterwards', async () => {
      const input = await loses(client, 'jane', { reached: true });
      stage.intercept = (request, pass) => (isReset(request) ? pass() : gone());
      await expectError(client.resetPassword(input), 'offline');
      stage.intercept = (_, pass) => pass();
      expectStep(await client.resetPassword(input), 'done');
    });

    it('does not sign in where the page turns that off', async () => {
      for (const config of [{ autoSignIn: false }, { authFlow: 'CUSTOM_WITHOUT_SRP' }] as const) {
        const page = stage.client(config);
        const input = await loses(page, 'jane', { reached: true });
        await expectError(page.resetPassword(input), 'wrong-code');
        assert.deepEqual(stage.asked, ['ConfirmForgotPassword']);
      }
    });

    it('does not try the password after another code, or for another user', async () => {
      const input = await loses(client, 'jane', { reached: true });
      await expectError(client.resetPassword({ ...input, username: 'tom' }), 'wrong-code');
      await client.forgotPassword(input);
      const latest = new Secret(stage.cognito.outbox.latest('jane@example.com').code);
      await expectError(client.resetPassword({ ...input, code: wrong(latest) }), 'wrong-code');
      assert.ok(!stage.asked.includes('InitiateAuth'));
    });
  });

  it('fails after the code of a new authenticator app was accepted does not ask for another code', async () => {
    await signIn(client, 'jane');
    const { secret, ticket } = expectStep(await client.setUpTotp(), 'totpSetup');
    const answer = new Secret(totpCode(secret.reveal(), stage.clock.now()));
    stage.intercept = (request, pass) => (asks('SetUserMFAPreference', request) ? gone() : pass());
    await expectError(client.answer({ ticket, answer }), 'offline');
    stage.intercept = (_, pass) => pass();
    expectStep(await client.answer({ ticket, answer }), 'done');
    assert.equal(stage.asked.filter((operation) => operation === 'VerifySoftwareToken').length, 1);
  });

  it('is never answered does not delay a sign-out', async () => {
    await signIn(client, 'jane');
    stage.clock.advance(3_600_000);
    stage.intercept = () => new Promise(() => undefined);
    const refreshed = client.getTokens().catch((error: unknown) => error);
    await until(() => stage.asked.at(-1) === 'GetTokensFromRefreshToken');
    expectStep(await client.signOut({}), 'signIn');
    assert.equal(stage.kept.size, 0);
    stage.clock.advance(10_000);
    assert.ok((await refreshed) instanceof AuthError);
    assert.equal(stage.kept.size, 0);
  });

  it('was aborted changes nothing, whatever its response', async () => {
    for (const username of ['jane', 'tom']) {
      let answered = 0;
      const controller = new AbortController();
      stage.intercept = async (_, pass) => {
        const response = await pass();
        answered += 1;
        if (answered === 2) controller.abort();
        return response;
      };
      const input = { username, password: new Secret(PASSWORD) };
      await expectError(client.signIn(input, controller.signal), 'cancelled');
      assert.equal(stage.kept.size, 0);
      assert.deepEqual(client.changes, []);
    }
  });
});

describe('Two sign-ins at once', () => {
  it('end in the session of the later one, however late the other one is', async () => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    stage.intercept = async (request, pass) => {
      const text = await request.clone().text();
      if (text.includes('SRP_A') && text.includes('jane')) await held;
      return pass();
    };
    const slow = signIn(client, 'jane').catch((error: unknown) => error);
    const { ticket } = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
    const answer = new Secret(totpCode(TOMS_KEY, stage.clock.now()));
    expectStep(await client.answer({ ticket, answer }), 'done');
    release();
    const error = await slow;
    assert.ok(error instanceof AuthError && error.code === 'cancelled', String(error));
    assert.equal(expectStep(await client.restore(), 'done').user.username, 'tom');
    await until(() => stage.asked.at(-1) === 'RevokeToken');
  });
});

describe('A sign-out', () => {
  it('ends a pending sign-in, and revokes its tokens', { timeout: MINUTE }, async () => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isAnswered = false;
    stage.intercept = async (request, pass) => {
      const response = await pass();
      if (!asks('RespondToAuthChallenge', request)) return response;
      isAnswered = true;
      await held;
      return response;
    };
    const late = expectError(signIn(client, 'jane'), 'cancelled');
    await until(() => isAnswered);
    expectStep(await client.signOut({}), 'signIn');
    release();
    await late;
    assert.equal(stage.kept.size, 0);
    assert.deepEqual(client.changes, []);
    expectStep(await client.restore(), 'signIn');
    await until(() => stage.asked.at(-1) === 'RevokeToken');
  });

  it('revokes the session also when its caller aborts', { timeout: MINUTE }, async () => {
    await signIn(client, 'jane');
    const controller = new AbortController();
    const revoked = new Promise<Response>((resolve, reject) => {
      stage.intercept = (request, pass) => {
        const response = pass();
        if (asks('RevokeToken', request)) {
          response.then(resolve, reject);
          controller.abort();
        }
        return response;
      };
    });
    await Promise.allSettled([client.signOut({}, controller.signal)]);
    assert.equal((await revoked).status, 200);
    assert.equal(stage.kept.size, 0);
  });
});

describe('What a page can read', () => {
  it('never shows a password, a code, a key or a Session', async () => {
    const requests: string[] = [];
    stage.intercept = async (request, pass) => {
      requests.push(await request.clone().text());
      return pass();
    };
    const shown: unknown[] = [];
    const step = expectStep(await signIn(client, 'tom'), 'confirmSignIn');
    shown.push(
      step,
      await client.answer({ ticket: step.ticket, answer: new Secret('000000') }).catch((e: unknown) => e),
    );
    const code = totpCode(TOMS_KEY, stage.clock.now());
    shown.push(await client.answer({ ticket: step.ticket, answer: new Secret(code) }));
    const setup = expectStep(await client.setUpTotp(), 'totpSetup');
    shown.push(setup, ...client.changes);
    const session = /"Session":"([^"]+)"/.exec(requests.join('\n'))?.[1] ?? '';
    assert.ok(session.length > 20);
    const secrets = [PASSWORD, code, session, setup.secret.reveal(), (await client.getTokens()).accessToken];
    for (const value of [...shown.map((item) => JSON.stringify(item) + String(item)), client, [...stage.kept.keys()]]) {
      for (const secret of secrets)
        assert.ok(!JSON.stringify(value).includes(secret), `${secret} in ${JSON.stringify(value)}`);
    }
    const record = [...stage.kept.values()].join();
    for (const secret of [PASSWORD, code, session, setup.secret.reveal()]) assert.ok(!record.includes(secret));
  });
});
