import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD, SEED, totpCode } from '../../demo/cognito/index.js';
import type { SeedPool, Triggers } from '../../demo/cognito/index.js';
import { coreOf } from '../../src/compat/auth-class.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import { until } from '../support/until.js';
import { CompatStage } from './compat-stage.js';

/** The metadata that triggers were told, by their source. */
let told: Record<string, unknown>;
/** Whether new accounts are confirmed at once. */
let needsNoCode: boolean;
let stage: CompatStage;
/** The client that elements are given. */
let client: AuthClient;

const note = <Event extends { triggerSource: string; request: object }>(event: Event): Promise<Event> => {
  const { clientMetadata } = event.request as { readonly clientMetadata?: unknown };
  told[event.triggerSource] = clientMetadata;
  return Promise.resolve(event);
};

beforeEach(async () => {
  told = {};
  needsNoCode = false;
  const triggers: Triggers = {
    preSignUp: (event) => {
      event.response.autoConfirmUser = needsNoCode;
      return note(event);
    },
    customMessage: note,
    postConfirmation: note,
    preTokenGeneration: note,
  };
  const seed = SEED.map((one): SeedPool =>
    one.pool.id === 'us-east-1_Example1' ? { ...one, pool: { ...one.pool, triggers } } : one,
  );
  stage = await CompatStage.open({ clientMetadata: { app: 'shop' } }, seed);
  client = coreOf(stage.Auth)!.client;
});
afterEach(() => stage.close());

const username = 'ida';
const email = 'ida@example.com';
const password = new Secret(PASSWORD);
const NEW = 'Correct-Horse-10';

/** What was told over `Hub` of an event, with its message. */
const heard = (event: string) => stage.told.filter((payload) => payload.event === event);

const hears = async (event: string) => {
  await until(() => heard(event).length > 0);
  const [payload, ...more] = heard(event);
  assert.deepEqual(more, [], 'once');
  return payload!;
};

describe('What elements do by the client of Auth', () => {
  it('is told as calls tell it: a sign-up and its confirmation', async () => {
    await client.signUp({ username, password, attributes: { email } });
    const { data, message } = await hears('signUp');
    const { user, ...rest } = data as { readonly user: { getUsername(): string } } & Record<string, unknown>;
    assert.equal(message, 'ida has signed up successfully');
    assert.equal(user.getUsername(), username);
    assert.deepEqual(Object.keys(rest), ['userConfirmed', 'userSub', 'codeDeliveryDetails']);
    assert.equal(rest['userConfirmed'], false);
    const codeDeliveryDetails = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'i***@e***' };
    assert.deepEqual(rest['codeDeliveryDetails'], codeDeliveryDetails);
    await client.confirmSignUp({ username, code: new Secret(stage.code(email)) });
    assert.deepEqual(await hears('confirmSignUp'), {
      event: 'confirmSignUp',
      data: 'SUCCESS',
      message: 'ida has been confirmed successfully',
    });
  });

  it('is told as calls tell it: a forgotten password', async () => {
    await client.forgotPassword({ username: 'jane' });
    assert.equal((await hears('forgotPassword')).message, 'jane has initiated forgot password flow');
    const code = new Secret(stage.code('jane@example.com'));
    await client.resetPassword({ username: 'jane', code, password: new Secret(NEW) });
    assert.equal((await hears('forgotPasswordSubmit')).message, 'jane forgotPasswordSubmit successful');
  });

  it('is told as calls tell it: a sign-in that was refused', async () => {
    await assert.rejects(client.signIn({ username: 'jane', password: new Secret('Wrong-Horse-7') }));
    const { data, message } = await hears('signIn_failure');
    assert.equal(message, 'jane failed to signin');
    assert.equal((data as Error).name, 'NotAuthorizedException');
  });

  it('is told as calls tell it: the last wrong answer to the question of a Lambda function', async () => {
    stage.Auth.configure({
      userPoolId: 'us-east-1_Example8',
      userPoolWebClientId: 'vwx234',
      authenticationFlowType: 'CUSTOM_AUTH',
    });
    const form = coreOf(stage.Auth)!.client;
    let step = await form.signIn({ username: 'quinn', password });
    for (const wrong of ['6', '7']) {
      assert.ok(step.name === 'customChallenge');
      step = await form.answer({ ticket: step.ticket, answer: new Secret(wrong) });
    }
    assert.ok(step.name === 'customChallenge');
    assert.deepEqual(heard('signIn_failure'), []);
    await assert.rejects(form.answer({ ticket: step.ticket, answer: new Secret('8') }));
    const { data, message } = await hears('signIn_failure');
    assert.equal(message, 'quinn failed to signin');
    assert.equal((data as Error).name, 'NotAuthorizedException');
  });

  it('is told as calls tell it: refusals, in the words of Cognito', async () => {
    await assert.rejects(client.signUp({ username: 'jane', password, attributes: { email } }));
    const { data, message } = await hears('signUp_failure');
    assert.equal(message, 'jane failed to signup');
    assert.equal((data as Error).name, 'UsernameExistsException');
    await client.forgotPassword({ username: 'jane' });
    const code = new Secret('000000');
    await assert.rejects(client.resetPassword({ username: 'jane', code, password: new Secret(NEW) }));
    assert.equal(((await hears('forgotPasswordSubmit_failure')).data as Error).name, 'CodeMismatchException');
  });

  it('is told as calls tell it: a new password that was refused', async () => {
    const step = await client.signIn({ username: 'newbie', password: new Secret('Temporary-7') });
    assert.ok(step.name === 'newPassword');
    await assert.rejects(client.answer({ ticket: step.ticket, answer: new Secret('short') }));
    const { data, message } = await hears('completeNewPassword_failure');
    assert.equal(message, 'null failed to complete the new password flow');
    assert.equal((data as Error).name, 'InvalidPasswordException');
  });

  it('is told as calls tell it: changed attributes', async () => {
    await client.signIn({ username: 'jane', password });
    const account = await client.account();
    await account.updateAttributes({ attributes: { email, given_name: 'Janet' } });
    const codeDeliveryDetails = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'i***@e***' };
    assert.deepEqual(await hears('updateUserAttributes'), {
      event: 'updateUserAttributes',
      data: { email: { isUpdated: false, codeDeliveryDetails }, given_name: { isUpdated: true } },
      message: 'Attributes successfully updated',
    });
    await assert.rejects(account.updateAttributes({ attributes: { phone_number: '+1' } }));
    assert.equal((await hears('updateUserAttributes_failure')).message, 'Failed to update attributes');
  });

  it('is told as calls tell it: an authenticator app', async () => {
    await client.signIn({ username: 'jane', password });
    const account = await client.account();
    const secret = await account.setUpTotp();
    await account.verifyTotp({ code: new Secret(totpCode(secret.reveal(), Date.now())) });
    const { data, message } = await hears('verify');
    assert.equal(message, 'A user jane has been verified');
    assert.equal((data as { readonly username: string }).username, 'jane');
  });

  it('is told as calls tell it: an authenticator app in the middle of a sign-in, after the sign-in', async () => {
    stage.Auth.configure({ userPoolId: 'us-east-1_Example2', userPoolWebClientId: 'def456' });
    const form = coreOf(stage.Auth)!.client;
    const step = await form.signIn({ username: 'max@example.com', password });
    assert.ok(step.name === 'totpSetup');
    const { ticket } = step;
    await assert.rejects(form.answer({ ticket, answer: new Secret('000000') }));
    const code = new Secret(totpCode(step.secret.reveal(), Date.now()));
    assert.equal((await form.answer({ ticket, answer: code })).name, 'done');
    const { data, message } = await hears('verify');
    const { username: id } = data as { readonly username: string };
    assert.equal(message, `A user ${id} has been verified`);
    assert.equal(data, (await hears('signIn')).data);
    assert.deepEqual(stage.events.slice(-2), ['signIn', 'verify']);
  });

  /** A form has created an account. Answers the code that was sent. */
  const created = async (form = client) => {
    await form.signUp({ username, password, attributes: { email } });
    return new Secret(stage.code(email));
  };
  const end = () => stage.events.slice(-2);

  it('is told as calls tell it: a new account whose user is signed in, after the sign-in', async () => {
    const code = await created();
    const step = await client.confirmSignUp({ username, code });
    assert.equal(step.name, 'done');
    const { data, message } = await hears('autoSignIn');
    assert.equal(message, 'ida has signed in successfully');
    assert.equal(data, (await hears('signIn')).data);
    assert.deepEqual(end(), ['signIn', 'autoSignIn']);
  });

  it('is told as calls tell it: a new account whose user is asked about the device first', async () => {
    stage.Auth.configure({ userPoolId: 'us-east-1_Example6', userPoolWebClientId: 'pqr678' });
    const form = coreOf(stage.Auth)!.client;
    const step = await form.confirmSignUp({ username, code: await created(form) });
    assert.ok(step.name === 'rememberDevice');
    await form.answer({ ticket: step.ticket, choice: 'skip' });
    await hears('autoSignIn');
    assert.deepEqual(end(), ['signIn', 'autoSignIn']);
  });

  it('is told as calls tell it: a new account that needs no code', async () => {
    needsNoCode = true;
    const step = await client.signUp({ username, password, attributes: { email } });
    assert.equal(step.name, 'done');
    await hears('autoSignIn');
    assert.deepEqual(stage.events.slice(-3), ['signUp', 'signIn', 'autoSignIn']);
  });

  it('is told as calls tell it: a new account whose user has to sign in by hand', async () => {
    const code = await created();
    const step = await coreOf(stage.page())!.client.confirmSignUp({ username, code });
    assert.deepEqual(step, { name: 'signIn', username, notice: 'confirmed' });
    assert.deepEqual(await hears('autoSignIn_failure'), {
      event: 'autoSignIn_failure',
      data: null,
      message: 'Please use your credentials to sign in.',
    });
    await client.signIn({ username, password });
    await hears('signIn');
    assert.deepEqual(heard('autoSignIn'), []);
  });

  it('tells nothing of an automatic sign-in that the page has turned off', async () => {
    stage.Auth.configure({ autoSignIn: false });
    const form = coreOf(stage.page({ autoSignIn: false }))!.client;
    const step = await form.confirmSignUp({ username, code: await created(form) });
    assert.deepEqual(step, { name: 'signIn', username, notice: 'confirmed' });
    assert.deepEqual(heard('autoSignIn_failure'), []);
  });

  it('is told once where calls do it', async () => {
    await stage.Auth.signUp({ username, password: PASSWORD, attributes: { email } });
    await stage.Auth.confirmSignUp(username, stage.code(email));
    await stage.Auth.forgotPassword(username);
    await stage.Auth.forgotPasswordSubmit(username, stage.code(email), NEW);
    const events = stage.events.filter((event) => event !== 'configured');
    assert.deepEqual(events, ['signUp', 'confirmSignUp', 'forgotPassword', 'forgotPasswordSubmit']);
    const user = await stage.Auth.signIn('newbie', 'Temporary-7');
    await assert.rejects(stage.Auth.completeNewPassword(user, 'short'));
    await hears('completeNewPassword_failure');
  });

  it('tells Lambda functions the metadata of the configuration, and those of the form', async () => {
    await client.signUp({ username, password, attributes: { email } });
    assert.deepEqual(told['PreSignUp_SignUp'], { app: 'shop' });
    stage.Auth.configure({ clientMetadata: { app: 'other' } });
    await client.resendSignUpCode({ username, clientMetadata: { lang: 'de' } });
    assert.deepEqual(told['CustomMessage_ResendCode'], { app: 'other', lang: 'de' });
  });

  it('tells Lambda functions the metadata of the configuration with a refresh and with calls of the account', async () => {
    await client.signIn({ username: 'jane', password });
    assert.deepEqual(told['TokenGeneration_Authentication'], { app: 'shop' });
    stage.Auth.configure({ clientMetadata: { app: 'other' } });
    await client.getTokens({ forceRefresh: true });
    assert.deepEqual(told['TokenGeneration_RefreshTokens'], { app: 'other' });
    const { updateAttributes } = await client.account();
    await updateAttributes({ attributes: { email: 'other@example.com' } });
    assert.deepEqual(told['CustomMessage_UpdateUserAttribute'], { app: 'other' });
  });
});
