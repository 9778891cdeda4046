import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { granted, post, refused, tokensIn } from './support/protocol.js';
import type { Answer } from './support/protocol.js';
import { PASSWORD, POOL, setStage } from './support/stage.js';
import { CLIENT_SECRET, VARIANTS } from './support/variants.js';

const stage = setStage(VARIANTS);

const ask = (operation: string, request: object): Promise<Answer> => post(stage.cognito.endpoint, operation, request);

const signIn = (USERNAME: string, ClientId: string): Promise<Answer> =>
  ask('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: { USERNAME, PASSWORD } });

describe('a request about an unknown user', () => {
  const Username = 'unknown';
  const questions = (ClientId: string): readonly (readonly [string, Promise<Answer>])[] => [
    ['NotAuthorizedException', signIn(Username, ClientId)],
    ['', ask('ForgotPassword', { ClientId, Username })],
    ['', ask('ResendConfirmationCode', { ClientId, Username })],
    ['ExpiredCodeException', ask('ConfirmSignUp', { ClientId, Username, ConfirmationCode: '123456' })],
    [
      'CodeMismatchException',
      ask('ConfirmForgotPassword', { ClientId, Username, ConfirmationCode: '123456', Password: 'Found-Horse-8' }),
    ],
  ];

  it('reveals nothing', async () => {
    for (const [name, asking] of questions(POOL.clientId)) {
      if (name) await refused(asking, name);
      else {
        const CodeDeliveryDetails = { Destination: 'u***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' };
        assert.deepEqual(await granted(asking), { CodeDeliveryDetails });
      }
    }
    assert.deepEqual(stage.cognito.outbox.to('unknown@example.com'), []);
  });

  it('reveals that the user does not exist where the app client allows that', async () => {
    for (const [, asking] of questions('legacy')) {
      await refused(asking, 'UserNotFoundException', 'User does not exist.');
    }
  });

  it('is answered as before, or refused as for a user without an address, where the pool alternates', async () => {
    const { store } = stage.cognito;
    Object.assign(store.pools[0]!, { refusesSimulatedDelivery: true });
    for (const [operation, message] of [
      ['ForgotPassword', 'Cannot reset password for the user as there is no registered/verified email or phone_number'],
      ['ResendConfirmationCode', 'Cannot resend codes. Auto verification not turned on.'],
    ] as const) {
      Object.assign(store, { random: () => 0 });
      await granted(ask(operation, { ClientId: POOL.clientId, Username }));
      Object.assign(store, { random: () => 1 });
      await refused(ask(operation, { ClientId: POOL.clientId, Username }), 'InvalidParameterException', message);
    }
  });

  it('is refused like one about a disabled user, whose code does not count', async () => {
    const ConfirmForgotPassword = (ClientId: string, ConfirmationCode: string): Promise<Answer> =>
      ask('ConfirmForgotPassword', { ClientId, Username: 'jane', ConfirmationCode, Password: 'Found-Horse-8' });
    await granted(ask('ForgotPassword', { ClientId: POOL.clientId, Username: 'jane' }));
    const code = stage.codeFor('jane@example.com');
    for (const { users } of stage.cognito.store.pools) for (const user of users) user.enabled = false;
    await refused(ConfirmForgotPassword(POOL.clientId, code), 'CodeMismatchException');
    await refused(ConfirmForgotPassword('legacy', code), 'NotAuthorizedException', 'User is disabled.');
  });

  it('reveals no more about a user without an address, unless the app client allows that', async () => {
    const { CodeDeliveryDetails } = await granted(ask('ForgotPassword', { ClientId: POOL.clientId, Username: 'una' }));
    assert.ok(CodeDeliveryDetails);
    await refused(
      ask('ForgotPassword', { ClientId: 'legacy', Username: 'una' }),
      'InvalidParameterException',
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  });
});

describe('an app client', () => {
  it('that is unknown is refused', async () => {
    await refused(signIn('jane', 'xyz789'), 'ResourceNotFoundException', 'User pool client xyz789 does not exist.');
  });

  it('with a secret has to prove that it knows the secret', async () => {
    const begin = (SECRET_HASH?: string): Promise<Answer> =>
      ask('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: 'secret',
        AuthParameters: { USERNAME: 'jane', PASSWORD, ...(SECRET_HASH && { SECRET_HASH }) },
      });
    const hash = (secret: string): string => createHmac('sha256', secret).update('janesecret').digest('base64');
    await refused(
      begin(),
      'NotAuthorizedException',
      'Client secret is configured with secret but SECRET_HASH was not received',
    );
    await refused(begin(hash('guessed')), 'NotAuthorizedException', 'Unable to verify secret hash for client secret');
    await tokensIn(begin(hash(CLIENT_SECRET)));
  });
});
