import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { totpCode } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn, until } from '../contracts/client.contract.js';
import { Stage } from './stage.js';
import type { Interception } from './stage.js';

const TOMS_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open();
  client = stage.client();
});
afterEach(() => stage.close());

const gone = () => Promise.reject(new TypeError('Failed to fetch'));
const body =
  (text: string, status: number): Interception =>
  () =>
    Promise.resolve(new Response(text, { status }));

/** What can become of a request. The second kind of fault reaches Cognito first. */
const FAULTS: Readonly<Record<string, Interception>> = {
  'is refused': gone,
  'loses its answer': async (_, pass) => {
    await pass();
    return gone();
  },
  'meets a failing server': body('{"__type":"InternalErrorException","message":"x"}', 500),
  'meets a failing proxy': body('<h1>Bad gateway</h1>', 502),
  'meets a captive portal': body('<h1>Welcome</h1>', 200),
  'is one too many': body('{"__type":"TooManyRequestsException","message":"Rate exceeded"}', 400),
  'brings nothing': body('', 200),
  'brings an empty object': body('{}', 200),
  'brings half an answer': async (_, pass) => new Response((await (await pass()).text()).slice(0, 40)),
};

/** Everything that somebody with an authenticator app does, from beginning to end. */
const WAY = {
  'signs in': async (page: AuthClient) => void expectStep(await signIn(page, 'tom'), 'confirmSignIn'),
  'types a code': async (page: AuthClient) => {
    const { ticket } = expectStep(await signIn(page, 'tom'), 'confirmSignIn');
    return async () => {
      const answer = new Secret(totpCode(TOMS_KEY, stage.clock.now()));
      expectStep(await page.answer({ ticket, answer }), 'done');
    };
  },
} as const;

describe('A request that', () => {
  for (const [fault, intercept] of Object.entries(FAULTS)) {
    for (const operation of ['InitiateAuth', 'RespondToAuthChallenge'] as const) {
      it(`${fault} leaves nobody signed in and lets them try again: ${operation}`, async () => {
        stage.intercept = (request, pass) =>
          request.headers.get('x-amz-target')?.endsWith(operation) ? intercept(request, pass) : pass();
        const error: unknown = await WAY['signs in'](client).catch((cause: unknown) => cause);
        assert.ok(error instanceof AuthError, String(error));
        assert.ok(['offline', 'service', 'bad-response', 'too-many-requests'].includes(error.code), error.code);
        assert.equal(stage.kept.size, 0);
        stage.intercept = (_, pass) => pass();
        await WAY['signs in'](client);
      });
    }

    it(`${fault} after a code was typed leads on or back to the beginning`, async () => {
      const typeCode = await WAY['types a code'](client);
      stage.intercept = intercept;
      await assert.rejects(typeCode(), AuthError);
      assert.equal(stage.kept.size, 0);
      stage.intercept = (_, pass) => pass();
      const isLost = /loses|half/.test(fault);
      if (isLost)
        await assert.rejects(typeCode(), (error) => error instanceof AuthError && error.code === 'challenge-expired');
      else await typeCode();
    });

    it(`${fault} does not end a session that needs a refresh`, async () => {
      await signIn(client, 'jane');
      const [record] = stage.kept.values();
      stage.clock.advance(3_600_000);
      stage.intercept = intercept;
      await assert.rejects(client.getTokens(), AuthError);
      assert.deepEqual([...stage.kept.values()], [record]);
      assert.equal(expectStep(await stage.client().restore(), 'done').user.username, 'jane');
      stage.intercept = (_, pass) => pass();
      assert.notEqual((await client.getTokens()).accessToken, '');
    });

    it(`${fault} does not keep anybody from signing out`, async () => {
      await signIn(client, 'jane');
      stage.intercept = intercept;
      expectStep(await client.signOut({}), 'signIn');
      assert.equal(stage.kept.size, 0);
      expectStep(await stage.client().restore(), 'signIn');
    });
  }

  it('loses its answer on sign-up leads to the code that was sent', async () => {
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

  it('loses its answer on the sign-in after a sign-up leaves the account confirmed', async () => {
    await client.signUp({ username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } });
    const code = new Secret(stage.cognito.outbox.latest('ida@example.com').code);
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('.ConfirmSignUp') ? pass() : gone();
    assert.equal(expectStep(await client.confirmSignUp({ username: 'ida', code }), 'signIn').notice, 'confirmed');
    stage.intercept = (_, pass) => pass();
    expectStep(await signIn(client, 'ida'), 'done');
  });

  it('never comes back does not hold up a sign-out', async () => {
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

  it('is not wanted any more changes nothing, whatever it brings', async () => {
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
  it('end in the session of the later one, however late the other is', async () => {
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

describe('An answer that is well-formed and wrong', () => {
  const name = fc.constantFrom(
    'SMS_MFA',
    'SOFTWARE_TOKEN_MFA',
    'MFA_SETUP',
    'NEW_PASSWORD_REQUIRED',
    'PASSWORD_VERIFIER',
    'EMAIL_OTP',
    'WEB_AUTHN',
    'CUSTOM_CHALLENGE',
    'SELECT_CHALLENGE',
    'SELECT_MFA_TYPE',
    'PASSWORD_SRP',
  );
  const unknownName = fc.constantFrom('NEXT_YEARS', '__proto__', 'constructor');
  /** The steps in which something is asked. */
  const QUESTIONS = [
    'confirmSignIn',
    'customChallenge',
    'emailSetup',
    'newPassword',
    'selectFactor',
    'selectMfaType',
    'totpSetup',
    'unsupported',
  ];
  const anything = fc.oneof(fc.string(), fc.jsonValue(), fc.constant(undefined));
  const answer = fc.record(
    {
      ChallengeName: fc.oneof(name, unknownName, anything),
      Session: fc.oneof(fc.constant('session'), anything),
      ChallengeParameters: fc.oneof(
        fc.record({
          requiredAttributes: fc.oneof(fc.constant('["userAttributes.email","userAttributes.__proto__"]'), anything),
          MFAS_CAN_SETUP: fc.oneof(
            fc.constantFrom('["SOFTWARE_TOKEN_MFA"]', '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]'),
            anything,
          ),
          MFAS_CAN_CHOOSE: fc.oneof(fc.constant('["SMS_MFA","SOFTWARE_TOKEN_MFA"]'), anything),
          USER_ID_FOR_SRP: anything,
          SRP_B: anything,
          SALT: anything,
          SECRET_BLOCK: anything,
          CODE_DELIVERY_DESTINATION: anything,
        }),
        anything,
      ),
      AuthenticationResult: fc.oneof(
        fc.record({ AccessToken: anything, IdToken: anything, RefreshToken: anything }),
        anything,
      ),
      AvailableChallenges: fc.oneof(fc.constant(['PASSWORD_SRP', 'EMAIL_OTP', 'NEXT_YEARS']), anything),
      SecretCode: fc.oneof(fc.constant('A'.repeat(32)), anything),
    },
    { requiredKeys: [] },
  );

  it('is a step, or an AuthError, and never a session', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 3, maxLength: 3 }), fc.boolean(), async (answers, srp) => {
        const left = [...answers];
        stage.intercept = () => Promise.resolve(new Response(JSON.stringify(left.shift() ?? {})));
        const page = stage.client({ authFlow: srp ? 'USER_SRP_AUTH' : 'USER_PASSWORD_AUTH' });
        const result: unknown = await signIn(page, 'jane').catch((error: unknown) => error);
        const named: unknown = result instanceof AuthError ? result.code : Reflect.get(result ?? {}, 'name');
        assert.ok(
          ['bad-response', ...QUESTIONS].includes(String(named)),
          `${String(named)} ${String(result instanceof AuthError && result.cause)}`,
        );
        assert.ok(!JSON.stringify(result).includes('"__proto__":'));
        assert.equal(stage.kept.size, 0);
      }),
      { numRuns: 1_000 },
    );
  });

  for (const challenge of ['SELECT_CHALLENGE', 'SELECT_MFA_TYPE', 'MFA_SETUP', 'ADMIN_NO_SRP_AUTH', 'NEXT_YEARS']) {
    it(`names a challenge that holds nothing that this version could ask: ${challenge}`, async () => {
      stage.intercept = () =>
        Promise.resolve(
          new Response(JSON.stringify({ ChallengeName: challenge, Session: 's', ChallengeParameters: {} })),
        );
      assert.deepEqual(await signIn(client, 'jane'), { name: 'unsupported', challenge });
    });
  }
});

describe('What a page can look at', () => {
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
