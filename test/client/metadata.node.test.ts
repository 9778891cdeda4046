import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { SEED } from '../../demo/cognito/index.js';
import type { Triggers } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };

let stage: Stage;
afterEach(() => stage.close());

/** The metadata that triggers were called with, by trigger source. */
async function listen(): Promise<Record<string, { clientMetadata?: unknown; validationData?: unknown }>> {
  const told: Record<string, { clientMetadata?: unknown; validationData?: unknown }> = {};
  const note = <Event extends { triggerSource: string; request: object }>(event: Event): Promise<Event> => {
    const { clientMetadata, validationData } = event.request as (typeof told)[string];
    told[event.triggerSource] = { clientMetadata, validationData };
    return Promise.resolve(event);
  };
  const triggers: Triggers = { preSignUp: note, customMessage: note, postConfirmation: note, preAuthentication: note };
  stage = await Stage.open(SEED.map((seed, index) => (index ? seed : { ...seed, pool: { ...seed.pool, triggers } })));
  return told;
}

describe('The metadata of a page for the triggers of its pool', () => {
  it('reaches those of a new account: of the configuration, and of the call, which wins', async () => {
    const told = await listen();
    const client = stage.client({
      clientMetadata: { app: 'shop', lang: 'en' },
      validationData: { source: 'web', team: '1' },
      autoSignIn: false,
    });
    await client.signUp({ ...IDA, clientMetadata: { lang: 'de' }, validationData: { team: '2' } });
    const clientMetadata = { app: 'shop', lang: 'de' };
    assert.deepEqual(told['PreSignUp_SignUp'], { clientMetadata, validationData: { source: 'web', team: '2' } });
    assert.deepEqual(told['CustomMessage_SignUp']?.clientMetadata, clientMetadata);
    await client.resendSignUpCode({ username: 'ida' });
    assert.deepEqual(told['CustomMessage_ResendCode']?.clientMetadata, { app: 'shop', lang: 'en' });
    const code = new Secret(stage.cognito.outbox.latest('ida@example.com').code);
    await client.confirmSignUp({ username: 'ida', code, clientMetadata: { lang: 'fr' } });
    assert.deepEqual(told['PostConfirmation_ConfirmSignUp']?.clientMetadata, { app: 'shop', lang: 'fr' });
  });

  it('reaches those of a sign-in and of a forgotten password', async () => {
    const told = await listen();
    const client = stage.client({ clientMetadata: { app: 'shop' } });
    await signIn(client, 'jane');
    assert.deepEqual(told['PreAuthentication_Authentication']?.validationData, { app: 'shop' });
    await client.forgotPassword({ username: 'jane', clientMetadata: { lang: 'de' } });
    assert.deepEqual(told['CustomMessage_ForgotPassword']?.clientMetadata, { app: 'shop', lang: 'de' });
  });

  it('reaches those of a sign-in that starts again for another code, or for another choice', async () => {
    const told: unknown[] = [];
    const preAuthentication: Triggers['preAuthentication'] = (event) => {
      told.push(event.request.validationData);
      return Promise.resolve(event);
    };
    stage = await Stage.open(
      SEED.map((seed) => ({ ...seed, pool: { ...seed.pool, triggers: { preAuthentication } } })),
    );
    const client = stage.client({
      userPoolId: 'us-east-1_Example3',
      userPoolClientId: 'ghi789',
      authFlow: 'USER_AUTH',
    });
    const password = new Secret(PASSWORD);
    const choices = await client.signIn({ username: 'mia', password, clientMetadata: { app: 'shop', lang: 'de' } });
    const chosen = await client.answer({
      ticket: expectStep(choices, 'selectMfaType').ticket,
      choice: 'sms',
      clientMetadata: { lang: 'fr' },
    });
    const again = await client.startAgain({ ticket: expectStep(chosen, 'confirmSignIn').ticket });
    const { ticket } = expectStep(again, 'confirmSignIn');
    await client.startAgain({ ticket, another: true, clientMetadata: { lang: 'en' } });
    assert.deepEqual(told, [
      { app: 'shop', lang: 'de' },
      { app: 'shop', lang: 'fr' },
      { app: 'shop', lang: 'en' },
    ]);
  });

  it('is missing where the page has none', async () => {
    const told = await listen();
    await stage.client().signUp(IDA);
    assert.deepEqual(told['PreSignUp_SignUp'], { clientMetadata: undefined, validationData: undefined });
  });
});

describe('The data of Cognito’s script about the browser', () => {
  const GLOBAL = 'AmazonCognitoAdvancedSecurityData';
  afterEach(() => Reflect.deleteProperty(globalThis, GLOBAL));

  /** The UserContextData of each operation while a user signs up, confirms, resets and signs in. */
  async function sent(getData: unknown, config: { threatProtection?: boolean } = {}): Promise<Record<string, unknown>> {
    stage = await Stage.open();
    Reflect.set(globalThis, GLOBAL, { getData });
    const contexts: Record<string, unknown> = {};
    stage.intercept = async (request, pass) => {
      const operation = request.headers.get('x-amz-target')?.replace(/^.*\./, '') ?? '';
      const { UserContextData } = (await request.clone().json()) as { UserContextData?: unknown };
      contexts[operation] = UserContextData;
      return pass();
    };
    const client = stage.client(config);
    const latest = () => new Secret(stage.cognito.outbox.latest('ida@example.com').code);
    await client.signUp(IDA);
    await client.resendSignUpCode({ username: 'ida' });
    expectStep(await client.confirmSignUp({ username: 'ida', code: latest() }), 'done');
    await client.forgotPassword({ username: 'ida' });
    await client.resetPassword({ username: 'ida', code: latest(), password: new Secret('Battery-Staple-9') });
    await client.getTokens({ forceRefresh: true });
    return contexts;
  }

  it('is sent with each request that Cognito assesses, and with no other', async () => {
    const contexts = await sent((...about: string[]) => about.join(' '));
    const context = { EncodedData: 'ida us-east-1_Example1 abc123' };
    const {
      RespondToAuthChallenge: proof,
      GetTokensFromRefreshToken: refresh,
      RevokeToken: revocation,
      ...others
    } = contexts;
    assert.deepEqual([refresh, revocation], [undefined, undefined]);
    assert.match(JSON.stringify(proof), /us-east-1_Example1 abc123/);
    assert.deepEqual(others, {
      SignUp: context,
      ResendConfirmationCode: context,
      ConfirmSignUp: context,
      InitiateAuth: context,
      ForgotPassword: context,
      ConfirmForgotPassword: context,
    });
  });

  it('is not sent when the page turns that off', async () => {
    const contexts = await sent(() => 'data', { threatProtection: false });
    assert.ok(Object.keys(contexts).length > 5);
    assert.deepEqual(new Set(Object.values(contexts)), new Set([undefined]));
  });

  it('does not block a sign-in when it fails', async () => {
    const fail = () => {
      throw new Error('Broken.');
    };
    for (const broken of [fail, () => undefined, 'not a function']) {
      assert.deepEqual(new Set(Object.values(await sent(broken))), new Set([undefined]));
      if (broken !== 'not a function') await stage.close();
    }
  });
});
