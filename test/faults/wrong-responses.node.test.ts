import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { Stage } from '../client/stage.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { trials } from '../support/trials.js';

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await Stage.open();
  client = stage.client();
});
afterEach(() => stage.close());

const answered = (body: unknown): void => {
  stage.intercept = () => Promise.resolve(new Response(JSON.stringify(body)));
};

describe('A response that is well-formed and wrong', () => {
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
  /** The steps that ask the user for something. */
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
      { numRuns: trials(1_000, 10_000) },
    );
  });

  for (const challenge of ['SELECT_CHALLENGE', 'SELECT_MFA_TYPE', 'MFA_SETUP', 'ADMIN_NO_SRP_AUTH', 'NEXT_YEARS']) {
    it(`is an unsupported challenge when it lacks what this version needs: ${challenge}`, async () => {
      stage.intercept = () =>
        Promise.resolve(
          new Response(JSON.stringify({ ChallengeName: challenge, Session: 's', ChallengeParameters: {} })),
        );
      assert.deepEqual(await signIn(client, 'jane'), { name: 'unsupported', challenge });
    });
  }
});

describe('A question of a Lambda function', () => {
  it('has no parameter that would change a prototype', async () => {
    const parameters = '{"__proto__":"polluted","question":"What is 2 + 3?","number":7}';
    const answer = `{"ChallengeName":"CUSTOM_CHALLENGE","Session":"s","ChallengeParameters":${parameters}}`;
    stage.intercept = () => Promise.resolve(new Response(answer));
    const page = stage.client({ authFlow: 'CUSTOM_WITHOUT_SRP' });
    const step = expectStep(await page.signIn({ username: 'carl' }), 'customChallenge');
    assert.deepEqual(Object.entries(step.parameters), [['question', 'What is 2 + 3?']]);
  });
});

describe('A code of an authenticator app that Cognito rejects in a successful response', () => {
  const refuses = (): void => {
    stage.asked.length = 0;
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('.VerifySoftwareToken')
        ? Promise.resolve(Response.json({ Status: 'ERROR', Session: 'session' }))
        : pass();
  };

  it('is wrong for a signed-in user', async () => {
    await signIn(client, 'jane');
    const { ticket } = expectStep(await client.setUpTotp(), 'totpSetup');
    refuses();
    await expectError(client.answer({ ticket, answer: new Secret('000000') }), 'wrong-code');
    assert.deepEqual(stage.asked, ['VerifySoftwareToken']);
  });

  it('is wrong for a user who has to set the app up first', async () => {
    const page = stage.client({ userPoolId: 'us-east-1_Example2', userPoolClientId: 'def456' });
    const { ticket } = expectStep(await signIn(page, 'max@example.com'), 'totpSetup');
    refuses();
    await expectError(page.answer({ ticket, answer: new Secret('000000') }), 'wrong-code');
    assert.deepEqual(stage.asked, ['VerifySoftwareToken']);
  });
});

describe('A temporary password that is replaced', () => {
  /** Names that would change Object.prototype, and values that are no list of names. */
  const name = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'email', 'custom:plan', 'toString'),
    fc.string(),
  );
  const list = fc.oneof(
    fc
      .array(
        fc.oneof(
          name,
          name.map((each) => `userAttributes.${each}`),
          fc.jsonValue(),
        ),
      )
      .map((names) => JSON.stringify(names)),
    fc.json(),
    fc.string(),
    fc.constantFrom('{"__proto__":{"polluted":true}}', '["userAttributes.__proto__"]', '[null]', 'null', '[', '{}'),
  );

  it('asks only for valid names of attributes, whatever Cognito lists', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, async (requiredAttributes, userAttributes) => {
        answered({
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session: 'session',
          ChallengeParameters: { requiredAttributes, userAttributes },
        });
        const page = stage.client({ authFlow: 'USER_PASSWORD_AUTH' });
        const step = expectStep(await signIn(page, 'newbie'), 'newPassword');
        for (const attribute of step.requiredAttributes) assert.match(attribute, /^[a-z][\w:.-]*$/i);
        assert.equal(Reflect.get({}, 'polluted'), undefined);
        assert.ok(!step.requiredAttributes.includes('__proto__'));
      }),
      { numRuns: trials(300, 5_000) },
    );
  });

  it('sends the attributes that were asked for, under their own names', async () => {
    const sent: string[] = [];
    stage.intercept = async (request) => {
      sent.push(await request.text());
      const asked = { requiredAttributes: '["userAttributes.custom:plan","userAttributes.name"]' };
      return Response.json({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's', ChallengeParameters: asked });
    };
    const page = stage.client({ authFlow: 'USER_PASSWORD_AUTH' });
    const { ticket } = expectStep(await signIn(page, 'newbie'), 'newPassword');
    await page.answer({
      ticket,
      answer: new Secret(PASSWORD),
      attributes: { 'custom:plan': 'gold', name: '__proto__' },
    });
    const { ChallengeResponses } = JSON.parse(sent.at(-1) ?? '') as { ChallengeResponses: unknown };
    assert.deepEqual(ChallengeResponses, {
      USERNAME: 'newbie',
      NEW_PASSWORD: PASSWORD,
      'userAttributes.custom:plan': 'gold',
      'userAttributes.name': '__proto__',
    });
  });
});
