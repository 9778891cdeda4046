import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUser, SEED } from '../../demo/cognito/index.js';
import { granted, post, refused, tokensIn } from './support/protocol.js';
import { SrpClient } from './support/srp-client.js';
import { MFA_POOL, PASSWORD, POOL, setStage } from './support/stage.js';

/** The pools of the demo, and a pool with e-mail addresses as user names and no second factor. */
const stage = setStage([
  ...SEED,
  {
    title: 'Email as username',
    pool: { id: 'us-east-1_Address', usernameAttributes: ['email'], aliasAttributes: [] },
    client: { id: 'address' },
    users: [],
  },
]);
const ClientId = POOL.clientId;

const ask = (operation: string, request: object) => post(stage.cognito.endpoint, operation, request);

const begin = (USERNAME: string, PASSWORD_ = PASSWORD) =>
  ask('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: PASSWORD_ },
  });

const answer = (ChallengeName: string, Session: unknown, ChallengeResponses: object) =>
  ask('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses });

/** The first response in an SRP proof. Any `A` will do, as the proof is not finished. */
const proofFor = async (USERNAME: string) => {
  const AuthParameters = { USERNAME, SRP_A: 'abc' };
  const { ChallengeParameters } = await granted(
    ask('InitiateAuth', { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }),
  );
  return ChallengeParameters as Readonly<Record<string, string>>;
};

describe('an address is verified only by its code', () => {
  const claims = [
    { Name: 'email', Value: 'tom@example.com' },
    { Name: 'email_verified', Value: 'true' },
  ];
  const REFUSAL = ['NotAuthorizedException', 'A client attempted to write unauthorized attribute'] as const;

  it('and not by an attribute at sign-up', async () => {
    const request = { ClientId, Username: 'mallory', Password: PASSWORD, UserAttributes: claims };
    await refused(ask('SignUp', request), ...REFUSAL);
    assert.equal(findUser(stage.cognito.store.pools[0]!, 'mallory'), undefined);
  });

  it('and not by an attribute of a signed-in user, whose other changes are refused too', async () => {
    const { AccessToken } = await tokensIn(begin('jane'));
    await refused(ask('UpdateUserAttributes', { AccessToken, UserAttributes: claims }), ...REFUSAL);
    await tokensIn(begin('jane@example.com'));
  });

  it('and not by an attribute with a new password, and the temporary one stays', async () => {
    const { Session } = await granted(begin('newbie', 'Temporary-7'));
    const responses = { USERNAME: 'newbie', NEW_PASSWORD: 'Lasting-Horse-8', 'userAttributes.email_verified': 'true' };
    await refused(answer('NEW_PASSWORD_REQUIRED', Session, responses), ...REFUSAL);
    assert.equal((await granted(begin('newbie', 'Temporary-7')))['ChallengeName'], 'NEW_PASSWORD_REQUIRED');
  });
});

describe('a new password instead of a temporary one', () => {
  it('cannot begin or end with a space', async () => {
    const { Session } = await granted(begin('newbie', 'Temporary-7'));
    for (const NEW_PASSWORD of [` ${PASSWORD}`, `${PASSWORD} `]) {
      await refused(
        answer('NEW_PASSWORD_REQUIRED', Session, { USERNAME: 'newbie', NEW_PASSWORD }),
        'InvalidPasswordException',
        'Password did not conform with policy: Password must satisfy regular expression pattern: ^\\S.*\\S$',
      );
    }
    await tokensIn(answer('NEW_PASSWORD_REQUIRED', Session, { USERNAME: 'newbie', NEW_PASSWORD: 'Lasting-Horse 8' }));
  });
});

describe('a new address', () => {
  it('is not verified because the previous one was', async () => {
    const { Session } = await granted(begin('newbie', 'Temporary-7'));
    const responses = { USERNAME: 'newbie', NEW_PASSWORD: PASSWORD, 'userAttributes.email': 'tom@example.com' };
    await tokensIn(answer('NEW_PASSWORD_REQUIRED', Session, responses));
    assert.equal(findUser(stage.cognito.store.pools[0]!, 'newbie')?.attributes.get('email_verified'), 'false');
  });

  it('is not the user name of another user', async () => {
    const ClientId = 'address';
    for (const Username of ['one@example.com', 'two@example.com']) {
      await granted(ask('SignUp', { ClientId, Username, Password: PASSWORD }));
      await granted(ask('ConfirmSignUp', { ClientId, Username, ConfirmationCode: stage.codeFor(Username) }));
    }
    const AuthParameters = { USERNAME: 'one@example.com', PASSWORD };
    const { AccessToken } = await tokensIn(
      ask('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    );
    await refused(
      ask('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name: 'email', Value: 'two@example.com' }] }),
      'AliasExistsException',
      'An account with the given email already exists.',
    );
  });
});

describe('attributes', () => {
  it('have to be in the schema', async () => {
    const { AccessToken } = await tokensIn(begin('jane'));
    await refused(
      ask('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name: 'shoe_size', Value: '38' }] }),
      'InvalidParameterException',
      'Attributes did not conform to the schema: shoe_size: Attribute does not exist in the schema.\n',
    );
  });
});

describe('a session of a challenge', () => {
  const codeOfSue = () => stage.codeFor('+15555550100');

  it('works only for its own user', async () => {
    const { Session } = await granted(begin('sue'));
    await refused(
      answer('SMS_MFA', Session, { USERNAME: 'tom', SMS_MFA_CODE: codeOfSue() }),
      'NotAuthorizedException',
      'Invalid session for the user.',
    );
    await tokensIn(answer('SMS_MFA', Session, { USERNAME: 'SUE', SMS_MFA_CODE: codeOfSue() }));
  });

  it('accepts one of several responses at once', async () => {
    const { Session } = await granted(begin('sue'));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => answer('SMS_MFA', Session, { USERNAME: 'sue', SMS_MFA_CODE: codeOfSue() })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400, 400, 400]);
  });

  it('ends when the account is disabled', async () => {
    const { Session } = await granted(begin('sue'));
    findUser(stage.cognito.store.pools[0]!, 'sue')!.enabled = false;
    await refused(
      answer('SMS_MFA', Session, { USERNAME: 'sue', SMS_MFA_CODE: codeOfSue() }),
      'NotAuthorizedException',
      'User is disabled.',
    );
  });

  it('ends after five wrong codes of an authenticator app that is being set up', async () => {
    const { Session: first } = await granted(
      ask('InitiateAuth', {
        ClientId: MFA_POOL.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'max@example.com', PASSWORD },
      }),
    );
    const { Session, SecretCode } = await granted(ask('AssociateSoftwareToken', { Session: first }));
    const right = stage.totp(String(SecretCode));
    const verify = (UserCode: string) => ask('VerifySoftwareToken', { Session, UserCode });
    for (let guess = 0; guess < 5; guess++) {
      await refused(
        verify(String((Number(right) + 500_000) % 1_000_000).padStart(6, '0')),
        'EnableSoftwareTokenMFAException',
      );
    }
    await refused(verify(right), 'NotAuthorizedException');
  });
});

describe('a proof of a password', () => {
  it('that was begun for one user does not sign in another', async () => {
    const { SECRET_BLOCK } = await proofFor('jane');
    await refused(
      answer('PASSWORD_VERIFIER', undefined, {
        USERNAME: 'tom',
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: 'AAAA',
        TIMESTAMP: 'Sat Nov 21 07:00:00 UTC 2026',
      }),
      'NotAuthorizedException',
      'Incorrect username or password.',
    );
  });

  it('that was begun with one password fails once the password was changed', async () => {
    const srp = new SrpClient('Example1');
    const begun = await granted(
      ask('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: 'jane', SRP_A: srp.publicValue },
      }),
    );
    const { AccessToken } = await tokensIn(begin('jane'));
    await granted(
      ask('ChangePassword', { AccessToken, PreviousPassword: PASSWORD, ProposedPassword: 'Lasting-Horse-8' }),
    );
    await refused(
      answer('PASSWORD_VERIFIER', undefined, { USERNAME: 'jane', ...srp.prove(begun, PASSWORD) }),
      'NotAuthorizedException',
      'Incorrect username or password.',
    );
  });

  it('begins the same each time for an unknown name', async () => {
    const [once, again, other] = await Promise.all(['unknown', 'unknown', 'other'].map(proofFor));
    assert.equal(once?.['SALT'], again?.['SALT']);
    assert.equal(once?.['USER_ID_FOR_SRP'], again?.['USER_ID_FOR_SRP']);
    assert.match(once?.['USER_ID_FOR_SRP'] ?? '', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    assert.notEqual(once?.['SALT'], other?.['SALT']);
  });
});

describe('names that every JavaScript object has', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    it(`are no flow, no challenge and no operation: ${name}`, async () => {
      const AuthParameters = { USERNAME: 'jane', PASSWORD };
      await refused(ask('InitiateAuth', { ClientId, AuthFlow: name, AuthParameters }), 'InvalidParameterException');
      await refused(answer(name, undefined, { USERNAME: 'jane' }), 'InvalidParameterException');
      await refused(ask(name, {}), 'UnknownOperationException');
    });
  }
});

describe('a request without a parameter', () => {
  it('fails with the name of the parameter', async () => {
    await refused(
      ask('InitiateAuth', { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'jane' } }),
      'InvalidParameterException',
      'Missing required parameter SRP_A',
    );
  });
});

describe('the outbox', () => {
  it('deletes the messages to one address, and keeps the rest', async () => {
    await granted(ask('ForgotPassword', { ClientId, Username: 'jane' }));
    const addresses = () => stage.cognito.outbox.messages.map(({ to }) => to);
    const before = addresses();
    assert.ok(before.includes('una@example.com') && before.includes('jane@example.com'));
    await fetch(`${stage.cognito.endpoint}__dev/outbox?to=una@example.com`, { method: 'DELETE' });
    assert.deepEqual(
      addresses(),
      before.filter((address) => address !== 'una@example.com'),
    );
  });
});

describe('a password that was reset', () => {
  it('leaves other browsers signed in, as Cognito does', async () => {
    const { AccessToken } = await tokensIn(begin('jane'));
    await granted(ask('ForgotPassword', { ClientId, Username: 'jane' }));
    const ConfirmationCode = stage.codeFor('jane@example.com');
    const Password = 'Found-Horse-8';
    await granted(ask('ConfirmForgotPassword', { ClientId, Username: 'jane', ConfirmationCode, Password }));
    await granted(ask('GetUser', { AccessToken }));
  });
});

describe('a request that is not of the right shape', () => {
  const NUMBER = 'NUMBER_VALUE can not be converted to a String';
  for (const [what, request, message] of [
    ['no JSON', '{', undefined],
    ['no object', '[]', undefined],
    ['a number for a name', { ClientId, Username: 5, Password: PASSWORD }, NUMBER],
    ['one attribute for a list of them', { ClientId, UserAttributes: { Name: 'email', Value: '' } }, undefined],
    ['an attribute that is a number', { ClientId, UserAttributes: [{ Name: 'email', Value: 5 }] }, undefined],
    ['text for a map', { ClientId, ClientMetadata: 'x' }, undefined],
  ] as const) {
    it(`is refused before it is processed: ${what}`, async () => {
      await refused(post(stage.cognito.endpoint, 'SignUp', request), 'SerializationException', message);
    });
  }

  it('may have null for a missing member', async () => {
    const Username = 'jane';
    await granted(ask('ForgotPassword', { ClientId, Username, ClientMetadata: null, UserContextData: 5 }));
  });
});
