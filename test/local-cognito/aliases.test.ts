import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { granted, post, refused, tokensIn } from './support/protocol.js';
import type { Answer } from './support/protocol.js';
import { PASSWORD, setStage } from './support/stage.js';

const MESSAGE = 'An account with the email already exists.';

/** Five pools that differ in what can be typed instead of a user name. Each app client has the name of its pool. */
const stage = setStage(
  Object.entries({
    Aliases: { aliasAttributes: ['email', 'phone_number'] },
    Emails: { aliasAttributes: [], usernameAttributes: ['email'] },
    Either: {
      aliasAttributes: [],
      usernameAttributes: ['email', 'phone_number'],
      autoVerified: ['email', 'phone_number'],
      requiredAttributes: [],
    },
    Later: { verifiedBeforeUpdate: ['email'] },
    Strict: { caseSensitive: true },
  } as const).map(([name, pool]) => ({
    title: name,
    pool: { id: `us-east-1_${name}`, ...pool },
    client: { id: name.toLowerCase() },
    users: [],
  })),
);

const ask = (operation: string, request: object): Promise<Answer> => post(stage.cognito.endpoint, operation, request);

const listOf = (attributes: Readonly<Record<string, string>>): object[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

const signUp = (ClientId: string, Username: string, attributes: Readonly<Record<string, string>> = {}) =>
  ask('SignUp', { ClientId, Username, Password: PASSWORD, UserAttributes: listOf(attributes) });

const confirm = (ClientId: string, Username: string, ConfirmationCode: string, ForceAliasCreation?: boolean) =>
  ask('ConfirmSignUp', { ClientId, Username, ConfirmationCode, ForceAliasCreation });

const signIn = (ClientId: string, USERNAME: string, password = PASSWORD): Promise<Answer> =>
  ask('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME, PASSWORD: password },
  });

/** The user whom a name and the password sign in. */
async function whoIs(asking: Promise<Answer>): Promise<string> {
  const { AccessToken } = await tokensIn(asking);
  return String((await granted(ask('GetUser', { AccessToken })))['Username']);
}

/** Creates an account and confirms it with the code sent to `address`. */
async function account(ClientId: string, username: string, address: string): Promise<void> {
  await granted(signUp(ClientId, username, username === address ? {} : { email: address }));
  await granted(confirm(ClientId, username, stage.codeFor(address)));
}

describe('where an email address and a phone number are aliases', () => {
  it('all of them sign in, once they are verified, in any case', async () => {
    await account('aliases', 'Nora', 'Nora@example.com');
    for (const name of ['nora', 'NORA', 'nora@EXAMPLE.com']) assert.equal(await whoIs(signIn('aliases', name)), 'nora');

    const { AccessToken } = await tokensIn(signIn('aliases', 'nora'));
    const phone = '+15555550177';
    await granted(ask('UpdateUserAttributes', { AccessToken, UserAttributes: listOf({ phone_number: phone }) }));
    await refused(signIn('aliases', phone), 'NotAuthorizedException', 'Incorrect username or password.');
    await granted(ask('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'phone_number' }));
    const Code = stage.codeFor(phone);
    await granted(ask('VerifyUserAttribute', { AccessToken, AttributeName: 'phone_number', Code }));
    assert.equal(await whoIs(signIn('aliases', phone)), 'nora');
  });

  it('an address that is not verified does not sign in', async () => {
    await granted(signUp('aliases', 'nora', { email: 'nora@example.com' }));
    await refused(signIn('aliases', 'nora@example.com'), 'NotAuthorizedException', 'Incorrect username or password.');
    await refused(signIn('aliases', 'nora'), 'UserNotConfirmedException');
  });

  it('no user name can have the format of one of them', async () => {
    await refused(
      signUp('aliases', 'nora@example.com', { email: 'nora@example.com' }),
      'InvalidParameterException',
      'Username cannot be of email format, since user pool is configured for email alias.',
    );
    await refused(
      signUp('aliases', '+15555550177', { email: 'nora@example.com' }),
      'InvalidParameterException',
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    );
  });

  it('an address belongs to one account; a second one gets it only by force, with the same code', async () => {
    await account('aliases', 'first', 'shared@example.com');
    await granted(signUp('aliases', 'second', { email: 'Shared@example.com' }));
    const code = stage.codeFor('Shared@example.com');
    await refused(confirm('aliases', 'second', code), 'AliasExistsException', MESSAGE);
    await refused(confirm('aliases', 'second', code, false), 'AliasExistsException', MESSAGE);
    await refused(signIn('aliases', 'second'), 'UserNotConfirmedException');
    assert.equal(await whoIs(signIn('aliases', 'shared@example.com')), 'first');

    const { RefreshToken } = await tokensIn(signIn('aliases', 'first'));
    await granted(confirm('aliases', 'second', code, true));
    await tokensIn(ask('GetTokensFromRefreshToken', { ClientId: 'aliases', RefreshToken }));
    assert.equal(await whoIs(signIn('aliases', 'shared@example.com')), 'second');
    const { AccessToken } = await tokensIn(signIn('aliases', 'first'));
    const { UserAttributes } = await granted(ask('GetUser', { AccessToken }));
    assert.ok(JSON.stringify(UserAttributes).includes('{"Name":"email_verified","Value":"false"}'));
  });

  it('a new address replaces the old one at once, or after its code where the pool says so', async () => {
    for (const clientId of ['aliases', 'later']) {
      await account(clientId, 'nora', 'nora@example.com');
      const { AccessToken } = await tokensIn(signIn(clientId, 'nora'));
      const update = (email: string) =>
        granted(ask('UpdateUserAttributes', { AccessToken, UserAttributes: listOf({ email }) }));
      const verify = (Code: string) => ask('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
      const email = async (): Promise<string> =>
        JSON.stringify((await granted(ask('GetUser', { AccessToken })))['UserAttributes']);
      const { CodeDeliveryDetailsList } = await update('nora@new.example');
      assert.ok(JSON.stringify(CodeDeliveryDetailsList).includes('"Destination":"n***@n***"'));
      const isLater = clientId === 'later';
      assert.equal((await email()).includes('nora@example.com'), isLater);
      assert.equal((await signIn(clientId, 'nora@example.com')).status, isLater ? 200 : 400);
      await granted(ask('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' }));
      await granted(verify(stage.codeFor('nora@new.example')));
      assert.ok((await email()).includes('nora@new.example'));
      assert.equal(await whoIs(signIn(clientId, 'nora@new.example')), 'nora');
      await refused(signIn(clientId, 'nora@example.com'), 'NotAuthorizedException');
      await update('nora@other.example');
      await update('nora@new.example');
      await granted(ask('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' }));
      await granted(verify(stage.codeFor('nora@new.example')));
      assert.ok((await email()).includes('nora@new.example'), 'The change was taken back.');
    }
  });

  it('no signed-in user can take the address of another one', async () => {
    await account('aliases', 'first', 'shared@example.com');
    await account('aliases', 'second', 'second@example.com');
    const { AccessToken } = await tokensIn(signIn('aliases', 'second'));
    const UserAttributes = listOf({ email: 'shared@example.com' });
    await granted(ask('UpdateUserAttributes', { AccessToken, UserAttributes }));
    const Code = stage.codeFor('shared@example.com');
    await refused(
      ask('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code }),
      'AliasExistsException',
      MESSAGE,
    );
    assert.equal(await whoIs(signIn('aliases', 'shared@example.com')), 'first');
  });
});

describe('where an email address is the user name', () => {
  it('the real user name is the sub, and the address stays an attribute', async () => {
    const { UserSub } = await granted(signUp('emails', 'nora@example.com'));
    await granted(confirm('emails', 'nora@example.com', stage.codeFor('nora@example.com')));
    assert.equal(await whoIs(signIn('emails', 'NORA@example.com')), UserSub);
    assert.equal(await whoIs(signIn('emails', String(UserSub))), UserSub);
    const { AccessToken } = await tokensIn(signIn('emails', 'nora@example.com'));
    const { UserAttributes } = await granted(ask('GetUser', { AccessToken }));
    assert.deepEqual(
      UserAttributes,
      listOf({ sub: String(UserSub), email: 'nora@example.com', email_verified: 'true' }),
    );
  });

  it('an address can sign up once, in any case', async () => {
    await granted(signUp('emails', 'nora@example.com'));
    await refused(
      signUp('emails', 'Nora@Example.com'),
      'UsernameExistsException',
      'An account with the given email already exists.',
    );
  });

  it('nothing else can be a user name', async () => {
    await refused(signUp('emails', 'nora'), 'InvalidParameterException', 'Username should be an email.');
    await refused(signUp('emails', '+15555550177'), 'InvalidParameterException', 'Username should be an email.');
    await refused(
      signUp('emails', 'nora', { email: 'nora' }),
      'InvalidParameterException',
      'Invalid email address format.',
    );
  });

  it('an account can be signed in to by its address only after the code, whatever the password', async () => {
    await granted(signUp('emails', 'nora@example.com'));
    await refused(signIn('emails', 'nora@example.com', 'Wrong-Horse-7'), 'UserNotConfirmedException');
    await refused(signIn('emails', 'nora@example.com'), 'UserNotConfirmedException', 'User is not confirmed.');
  });
});

describe('where an email address or a phone number is the user name', () => {
  it('the code goes to what was chosen', async () => {
    const { CodeDeliveryDetails } = await granted(signUp('either', '+15555550177'));
    assert.deepEqual(CodeDeliveryDetails, {
      AttributeName: 'phone_number',
      DeliveryMedium: 'SMS',
      Destination: '+*******0177',
    });
    await granted(confirm('either', '+15555550177', stage.codeFor('+15555550177')));
    await tokensIn(signIn('either', '+15555550177'));
    await account('either', 'nora@example.com', 'nora@example.com');
    await tokensIn(signIn('either', 'nora@example.com'));
  });

  it('nothing else can be a user name', async () => {
    await refused(
      signUp('either', 'nora'),
      'InvalidParameterException',
      'Username should be either an email or a phone number.',
    );
  });
});

describe('where case matters', () => {
  it('names that differ in case are two users', async () => {
    await account('strict', 'nora', 'nora@example.com');
    await account('strict', 'Nora', 'Nora@example.com');
    assert.equal(await whoIs(signIn('strict', 'nora')), 'nora');
    assert.equal(await whoIs(signIn('strict', 'Nora')), 'Nora');
    assert.equal(await whoIs(signIn('strict', 'Nora@example.com')), 'Nora');
    await refused(signIn('strict', 'NORA'), 'NotAuthorizedException');
  });
});
