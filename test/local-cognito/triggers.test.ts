import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { findUser } from '../../demo/cognito/index.js';
import type { SeedPool, Triggers } from '../../demo/cognito/index.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { PASSWORD, setStage } from './support/stage.js';

const ClientId = 'triggered';
/** The events of the triggers, in order. */
const told: { readonly source: string; readonly request: unknown }[] = [];

const hear = <Event extends { readonly triggerSource: string; readonly request: object }>(event: Event): Event => {
  told.push({ source: event.triggerSource, request: event.request });
  return event;
};

const TRIGGERS: Triggers = {
  preSignUp: async (event) => {
    if (event.userName === 'troll') throw new Error('Not you');
    event.response.autoConfirmUser = event.userName === 'vip';
    event.response.autoVerifyEmail = event.userName === 'vip';
    return hear(event);
  },
  preAuthentication: async (event) => {
    if (event.request.validationData?.['captcha'] === 'robot') throw new Error('Are you a robot?');
    return hear(event);
  },
  postAuthentication: async (event) => hear(event),
  postConfirmation: async (event) => hear(event),
  userMigration: async (event) => {
    hear(event);
    if (event.request.password === 'wrong') throw new Error('Wrong there, too');
    if (event.userName !== 'olga') return event;
    event.response.userAttributes = { email: 'olga@example.com', email_verified: 'true' };
    event.response.finalUserStatus = event.request.password ? 'CONFIRMED' : 'RESET_REQUIRED';
    return event;
  },
  customMessage: async (event) => {
    event.response.emailMessage = `Dear ${event.request.usernameParameter}, it is ${event.request.codeParameter}`;
    return hear(event);
  },
  preTokenGeneration: async (event) => {
    event.response.claimsOverrideDetails = {
      claimsToAddOrOverride: { plan: 'gold', sub: 'somebody-else', token_use: 'access' },
      claimsToSuppress: ['email', 'email_verified', 'sub'],
      groupOverrideDetails: { groupsToOverride: ['guests'] },
    };
    return hear(event);
  },
};

const POOL: SeedPool = {
  title: 'Triggers',
  pool: { id: 'us-east-1_Triggered', triggers: TRIGGERS },
  client: { id: ClientId },
  users: [
    {
      username: 'jane',
      password: PASSWORD,
      attributes: { email: 'jane@example.com', email_verified: 'true' },
      note: '',
    },
  ],
};
/** A pool whose trigger forgets to return the event. */
const BROKEN: SeedPool = {
  ...POOL,
  pool: {
    id: 'us-east-1_Broken',
    triggers: { preSignUp: (() => Promise.resolve()) as unknown as NonNullable<Triggers['preSignUp']> },
  },
  client: { id: 'broken' },
};

const stage = setStage([POOL, BROKEN]);
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
  told.length = 0;
});

const sources = (): string[] => told.map(({ source }) => source);
const requestOf = (name: string) =>
  told.find(({ source }) => source === name)?.request as Readonly<Record<string, Readonly<Record<string, string>>>>;

const signUp = (Username: string, options: Partial<aws.SignUpRequest> = {}) =>
  sdk.send(
    new aws.SignUpCommand({
      ClientId,
      Username,
      Password: PASSWORD,
      UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      ...options,
    }),
  );

const signIn = (USERNAME: string, password = PASSWORD, ClientMetadata?: Record<string, string>) =>
  sdk.send(
    new aws.InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME, PASSWORD: password },
      ClientMetadata,
    }),
  );

describe('a trigger', () => {
  it('can refuse an account, with a message that reaches the page', async () => {
    await assert.rejects(
      signUp('troll'),
      refusal(aws.UserLambdaValidationException, 'PreSignUp failed with error Not you.'),
    );
    await signUp('vip');
    assert.ok((await signIn('vip')).AuthenticationResult);
  });

  it('is told about an account with the metadata of the page', async () => {
    await signUp('nora', {
      ValidationData: [{ Name: 'captcha', Value: 'human' }],
      ClientMetadata: { campaign: 'spring' },
    });
    assert.deepEqual(requestOf('PreSignUp_SignUp'), {
      userAttributes: { email: 'nora@example.com' },
      validationData: { captcha: 'human' },
      clientMetadata: { campaign: 'spring' },
    });
    assert.equal(
      stage.cognito.outbox.latest('nora@example.com').text,
      `Dear nora, it is ${stage.codeFor('nora@example.com')}`,
    );
    await sdk.send(
      new aws.ConfirmSignUpCommand({
        ClientId,
        Username: 'nora',
        ConfirmationCode: stage.codeFor('nora@example.com'),
        ClientMetadata: { campaign: 'summer' },
      }),
    );
    assert.deepEqual(requestOf('PostConfirmation_ConfirmSignUp')['clientMetadata'], { campaign: 'summer' });
    assert.deepEqual(sources(), ['PreSignUp_SignUp', 'CustomMessage_SignUp', 'PostConfirmation_ConfirmSignUp']);
  });

  it('can refuse a sign-in, by the metadata of the page', async () => {
    await assert.rejects(
      signIn('jane', PASSWORD, { captcha: 'robot' }),
      refusal(aws.UserLambdaValidationException, 'PreAuthentication failed with error Are you a robot?.'),
    );
    await signIn('jane', PASSWORD, { captcha: 'human' });
    assert.deepEqual(requestOf('PreAuthentication_Authentication')['validationData'], { captcha: 'human' });
    assert.deepEqual(sources(), [
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ]);
  });

  it('can change claims, but not those that identify the user', async () => {
    const { AuthenticationResult } = await signIn('jane');
    const claims = decodeJwt(AuthenticationResult?.IdToken ?? '');
    assert.equal(claims.sub, findUser(stage.cognito.store.pools[0]!, 'jane')?.sub);
    assert.equal(claims['token_use'], 'id');
    assert.equal(claims['email_verified'], true);
    assert.equal(claims['email'], undefined);
    assert.equal(claims['plan'], 'gold');
    assert.deepEqual(claims['cognito:groups'], ['guests']);
    assert.equal(decodeJwt(AuthenticationResult?.AccessToken ?? '')['plan'], undefined);
    await sdk.send(
      new aws.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken: AuthenticationResult?.RefreshToken }),
    );
    assert.equal(sources().at(-1), 'TokenGeneration_RefreshTokens');
  });

  it('migrates a user at the first sign-in, and only then', async () => {
    const wrong = refusal(aws.NotAuthorizedException, 'Incorrect username or password.');
    await assert.rejects(signIn('olga', 'wrong'), wrong);
    await assert.rejects(signIn('unknown'), wrong);
    assert.ok((await signIn('olga')).AuthenticationResult);
    const before = told.length;
    assert.ok((await signIn('olga')).AuthenticationResult);
    assert.ok(!sources().slice(before).includes('UserMigration_Authentication'));
  });

  it('migrates a user who forgot the password', async () => {
    const { CodeDeliveryDetails } = await sdk.send(new aws.ForgotPasswordCommand({ ClientId, Username: 'olga' }));
    assert.equal(CodeDeliveryDetails?.Destination, 'o***@e***');
    await sdk.send(
      new aws.ConfirmForgotPasswordCommand({
        ClientId,
        Username: 'olga',
        Password: 'Another-Horse-8',
        ConfirmationCode: stage.codeFor('olga@example.com'),
      }),
    );
    assert.ok((await signIn('olga', 'Another-Horse-8')).AuthenticationResult);
    assert.deepEqual(sources().slice(0, 3), [
      'UserMigration_ForgotPassword',
      'CustomMessage_ForgotPassword',
      'PostConfirmation_ConfirmForgotPassword',
    ]);
  });

  it('that returns nothing fails the request', async () => {
    await assert.rejects(
      signUp('nora', { ClientId: 'broken' }),
      refusal(aws.InvalidLambdaResponseException, 'Unrecognizable lambda output'),
    );
  });
});
