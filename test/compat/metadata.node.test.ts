import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD, SEED } from '../../demo/cognito/index.js';
import type { SeedPool, Triggers } from '../../demo/cognito/index.js';
import { CompatStage } from './compat-stage.js';

type Metadata = Readonly<Record<string, string>> | undefined;

/** What triggers were told, by their source. */
let told: Record<string, Metadata>;
let stage: CompatStage;

/** Notes what a trigger is told. A sign-in has its metadata in `validationData`. */
const note = <Event extends { triggerSource: string; request: object }>(event: Event): Promise<Event> => {
  const { clientMetadata, validationData } = event.request as {
    readonly clientMetadata?: Metadata;
    readonly validationData?: Metadata;
  };
  told[event.triggerSource] =
    event.triggerSource === 'PreAuthentication_Authentication' ? validationData : clientMetadata;
  return Promise.resolve(event);
};

beforeEach(async () => {
  told = {};
  const triggers: Triggers = {
    preSignUp: note,
    customMessage: note,
    postConfirmation: note,
    preAuthentication: note,
    preTokenGeneration: note,
  };
  const seed = SEED.map((one): SeedPool => {
    if (one.pool.id === 'us-east-1_Example1') return { ...one, pool: { ...one.pool, triggers } };
    const verify = one.pool.triggers?.verifyAuthChallengeResponse;
    if (!verify) return one;
    const verifyAuthChallengeResponse: typeof verify = async (event) => verify(await note(event));
    return { ...one, pool: { ...one.pool, triggers: { ...one.pool.triggers, verifyAuthChallengeResponse } } };
  });
  stage = await CompatStage.open({ clientMetadata: { app: 'shop' } }, seed);
});
afterEach(() => stage.close());

/** A method of `Auth`, called with metadata of its own or without, and where they arrive. */
interface Call {
  readonly source: string;
  readonly call: (metadata: Metadata) => Promise<unknown>;
  /** What has to be done before. */
  readonly before?: () => Promise<unknown>;
}

const username = 'ida';
const email = 'ida@example.com';

const signUp = (metadata?: Metadata) =>
  stage.Auth.signUp({ username, password: PASSWORD, attributes: { email }, clientMetadata: metadata });

const signedIn = () => stage.Auth.signIn('jane', PASSWORD);

const CALLS: Readonly<Record<string, Call>> = {
  signIn: {
    source: 'PreAuthentication_Authentication',
    call: (metadata) => stage.Auth.signIn('jane', PASSWORD, metadata),
  },
  signUp: { source: 'PreSignUp_SignUp', call: signUp },
  resendSignUp: {
    source: 'CustomMessage_ResendCode',
    before: signUp,
    call: (metadata) => stage.Auth.resendSignUp(username, metadata),
  },
  confirmSignUp: {
    source: 'PostConfirmation_ConfirmSignUp',
    before: signUp,
    call: (metadata) => stage.Auth.confirmSignUp(username, stage.code(email), { clientMetadata: metadata }),
  },
  forgotPassword: {
    source: 'CustomMessage_ForgotPassword',
    call: (metadata) => stage.Auth.forgotPassword('jane', metadata),
  },
  forgotPasswordSubmit: {
    source: 'PostConfirmation_ConfirmForgotPassword',
    before: () => stage.Auth.forgotPassword('jane'),
    call: (metadata) =>
      stage.Auth.forgotPasswordSubmit('jane', stage.code('jane@example.com'), 'Correct-Horse-10', metadata),
  },
  confirmSignIn: {
    source: 'TokenGeneration_Authentication',
    call: async (metadata) => {
      const user = await stage.Auth.signIn('sue', PASSWORD);
      return stage.Auth.confirmSignIn(user, stage.code('+15555550100'), 'SMS', metadata);
    },
  },
  completeNewPassword: {
    source: 'TokenGeneration_NewPasswordChallenge',
    call: async (metadata) =>
      stage.Auth.completeNewPassword(
        await stage.Auth.signIn('newbie', 'Temporary-7'),
        'Correct-Horse-10',
        {},
        metadata,
      ),
  },
  sendCustomChallengeAnswer: {
    source: 'VerifyAuthChallengeResponse_Authentication',
    call: async (metadata) => {
      const Auth = stage.page({
        userPoolId: 'us-east-1_Example4',
        userPoolWebClientId: 'jkl012',
        clientMetadata: { app: 'shop' },
      });
      return Auth.sendCustomChallengeAnswer(await Auth.signIn('carl'), '5', metadata);
    },
  },
  updateUserAttributes: {
    source: 'CustomMessage_UpdateUserAttribute',
    call: async (metadata) =>
      stage.Auth.updateUserAttributes(await signedIn(), { email: 'other@example.com' }, metadata),
  },
  verifyUserAttribute: {
    source: 'CustomMessage_VerifyUserAttribute',
    call: async (metadata) => stage.Auth.verifyUserAttribute(await signedIn(), 'email', metadata),
  },
};

describe('The metadata for Lambda functions', () => {
  for (const [method, { source, before, call }] of Object.entries(CALLS)) {
    for (const [whose, metadata, expected] of [
      ['of the call', { lang: 'de' }, { lang: 'de' }],
      ['of the configuration, where the call has none', undefined, { app: 'shop' }],
    ] as const) {
      it(`arrive from ${method}: those ${whose}`, async () => {
        await before?.();
        await call(metadata);
        assert.deepEqual(told[source], expected);
      });
    }

    it(`are none from ${method}, where the call says so`, async () => {
      await before?.();
      await call({});
      assert.ok(source in told);
      assert.deepEqual(told[source] ?? {}, {});
    });
  }

  it('are replaced by the validation data of a sign-in, as object or as list, unless these are empty', async () => {
    const source = 'PreAuthentication_Authentication';
    await stage.Auth.signIn({ username: 'jane', password: PASSWORD, validationData: { plan: 'a' } });
    assert.deepEqual(told[source], { plan: 'a' });
    await stage.Auth.signIn({ username: 'jane', password: PASSWORD, validationData: [{ Name: 'plan', Value: 'b' }] });
    assert.deepEqual(told[source], { plan: 'b' });
    await stage.Auth.signIn({ username: 'jane', password: PASSWORD, validationData: {} });
    assert.deepEqual(told[source], { app: 'shop' });
  });

  it('are sent with a changed password, though Cognito hands them on to no function', async () => {
    const sent: unknown[] = [];
    const Auth = stage.page({
      environment: {
        fetch: (input: string, init: { readonly body: string }) => {
          const { ClientMetadata, PreviousPassword } = JSON.parse(init.body) as Record<string, unknown>;
          if (PreviousPassword) sent.push(ClientMetadata);
          return fetch(input, init);
        },
      },
    });
    await Auth.changePassword(await Auth.signIn('jane', PASSWORD), PASSWORD, 'Correct-Horse-10', { lang: 'de' });
    assert.deepEqual(sent, [{ lang: 'de' }]);
  });
});
