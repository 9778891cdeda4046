import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { granted, post, refused, tokensIn } from './support/protocol.js';
import type { Answer, Tokens } from './support/protocol.js';
import { VARIANTS } from './support/variants.js';
import { DAY, HOUR, MFA_POOL, MINUTE, PASSWORD, POOL, SECOND, setStage, TOMS_KEY } from './support/stage.js';

const WRONG = 'Wrong-Horse-7';

const stage = setStage(VARIANTS);

const ask = (operation: string, request: object | string): Promise<Answer> =>
  post(stage.cognito.endpoint, operation, request);

const signIn = (USERNAME: string, password = PASSWORD, ClientId = POOL.clientId): Promise<Answer> =>
  ask('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME, PASSWORD: password },
  });

const tokensOf = (username = 'jane', clientId = POOL.clientId): Promise<Tokens> =>
  tokensIn(signIn(username, PASSWORD, clientId));

const getUser = (AccessToken: string): Promise<Answer> => ask('GetUser', { AccessToken });

const claimsOf = (token: string): JWTPayload =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;

/** A wrong code. */
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('an access token', () => {
  it('with the signature of another key is refused', async () => {
    const { AccessToken } = await tokensOf();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { kid } = JSON.parse(Buffer.from(AccessToken.split('.')[0] ?? '', 'base64url').toString()) as { kid: string };
    const forged = await new SignJWT(claimsOf(AccessToken)).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    await refused(getUser(forged), 'NotAuthorizedException', 'Invalid Access Token');
  });

  it('without a signature is refused', async () => {
    const { AccessToken } = await tokensOf();
    const unsigned = new UnsecuredJWT(claimsOf(AccessToken)).encode();
    await refused(getUser(unsigned), 'NotAuthorizedException', 'Invalid Access Token');
    const [header, payload] = AccessToken.split('.');
    await refused(getUser(`${header ?? ''}.${payload ?? ''}.`), 'NotAuthorizedException', 'Invalid Access Token');
  });

  it('that is an ID token is refused', async () => {
    const { IdToken } = await tokensOf();
    await refused(getUser(IdToken), 'NotAuthorizedException', 'Invalid Access Token');
  });

  it('is refused after an hour', async () => {
    const { AccessToken } = await tokensOf();
    stage.pass(HOUR - SECOND);
    await granted(getUser(AccessToken));
    stage.pass(SECOND);
    await refused(getUser(AccessToken), 'NotAuthorizedException', 'Access Token has expired');
  });

  it('is refused once its user was deleted', async () => {
    const { AccessToken } = await tokensOf();
    await granted(ask('DeleteUser', { AccessToken }));
    await refused(getUser(AccessToken), 'UserNotFoundException', 'User does not exist.');
  });
});

describe('a session', () => {
  const begin = async (): Promise<string> => String((await granted(signIn('tom')))['Session']);
  const answer = (Session: string, code: string, changes: object = {}): Promise<Answer> =>
    ask('RespondToAuthChallenge', {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ClientId: POOL.clientId,
      Session,
      ChallengeResponses: { USERNAME: 'tom', SOFTWARE_TOKEN_MFA_CODE: code },
      ...changes,
    });

  it('that was invented is refused', async () => {
    await refused(
      answer('an-invented-session-of-some-length', stage.totp(TOMS_KEY)),
      'NotAuthorizedException',
      'Invalid session for the user.',
    );
  });

  it('that was used is refused', async () => {
    const session = await begin();
    await tokensIn(answer(session, stage.totp(TOMS_KEY)));
    stage.pass(MINUTE);
    await refused(
      answer(session, stage.totp(TOMS_KEY)),
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    );
  });

  /** Sends five wrong codes, and then the right one, which is refused. */
  const guesses = async (session: Awaited<ReturnType<typeof begin>>, ...refusal: readonly [string, string]) => {
    for (let round = 0; round < 5; round++) {
      await refused(
        answer(session, wrong(stage.totp(TOMS_KEY))),
        'CodeMismatchException',
        'Invalid code received for user',
      );
    }
    await refused(answer(session, stage.totp(TOMS_KEY)), ...refusal);
  };

  it('survives wrong codes; five begin a lockout, which a second factor of another sign-in meets too', async () => {
    const session = await begin();
    await guesses(session, 'NotAuthorizedException', 'Password attempts exceeded');
    await refused(answer(await begin(), stage.totp(TOMS_KEY)), 'NotAuthorizedException', 'Password attempts exceeded');
    stage.pass(SECOND);
    await refused(answer(session, wrong(stage.totp(TOMS_KEY))), 'CodeMismatchException');
    stage.pass(SECOND);
    await refused(answer(session, stage.totp(TOMS_KEY)), 'NotAuthorizedException', 'Password attempts exceeded');
    stage.pass(SECOND);
    await tokensIn(answer(session, stage.totp(TOMS_KEY)));
  });

  it('survives a wrong code, but not five where the pool ends it', async () => {
    Object.assign(stage.cognito.store.pools[0]!, { endsSessionAfterWrongCodes: true });
    await guesses(
      await begin(),
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    );
  });

  it('is refused after three minutes', async () => {
    const session = await begin();
    stage.pass(3 * MINUTE);
    await refused(
      answer(session, stage.totp(TOMS_KEY)),
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
    );
  });

  it('of another app client, user or challenge is refused', async () => {
    const session = await begin();
    const code = stage.totp(TOMS_KEY);
    const others: readonly object[] = [
      { ClientId: MFA_POOL.clientId },
      { ChallengeResponses: { USERNAME: 'jane', SOFTWARE_TOKEN_MFA_CODE: code } },
      { ChallengeName: 'SMS_MFA', ChallengeResponses: { USERNAME: 'tom', SMS_MFA_CODE: code } },
      { ChallengeName: 'MFA_SETUP', ChallengeResponses: { USERNAME: 'tom' } },
      {
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ChallengeResponses: { USERNAME: 'tom', NEW_PASSWORD: 'Stolen-Horse-8' },
      },
    ];
    for (const changes of others) {
      await refused(answer(session, code, changes), 'NotAuthorizedException', 'Invalid session for the user.');
    }
    await tokensIn(answer(session, code));
  });

  it('cannot skip the setup of a second factor', async () => {
    const { Session } = await granted(signIn('max@example.com', PASSWORD, MFA_POOL.clientId));
    const finish = ask('RespondToAuthChallenge', {
      ChallengeName: 'MFA_SETUP',
      ClientId: MFA_POOL.clientId,
      Session,
      ChallengeResponses: { USERNAME: 'max@example.com' },
    });
    await refused(finish, 'InvalidParameterException');
  });

  it('takes the same code of an authenticator app only once, also in another session', async () => {
    await tokensIn(answer(await begin(), stage.totp(TOMS_KEY)));
    const session = await begin();
    await refused(
      answer(session, stage.totp(TOMS_KEY)),
      'ExpiredCodeException',
      'Your software token has already been used once.',
    );
    stage.pass(30 * SECOND);
    await tokensIn(answer(session, stage.totp(TOMS_KEY)));
  });
});

describe('a code that was sent', () => {
  const forgot = (): Promise<Answer> => ask('ForgotPassword', { ClientId: POOL.clientId, Username: 'jane' });
  const confirm = (ConfirmationCode: string): Promise<Answer> =>
    ask('ConfirmForgotPassword', {
      ClientId: POOL.clientId,
      Username: 'jane',
      ConfirmationCode,
      Password: 'Found-Horse-8',
    });
  const expired = ['ExpiredCodeException', 'Invalid code provided, please request a code again.'] as const;

  it('is refused after an hour', async () => {
    await granted(forgot());
    stage.pass(HOUR);
    await refused(confirm(stage.codeFor('jane@example.com')), ...expired);
  });

  it('is refused the second time', async () => {
    await granted(forgot());
    const code = stage.codeFor('jane@example.com');
    await granted(confirm(code));
    await refused(confirm(code), ...expired);
  });

  it('is refused for another purpose', async () => {
    await granted(forgot());
    const { AccessToken } = await tokensOf();
    const Code = stage.codeFor('jane@example.com');
    await refused(ask('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code }), ...expired);
  });

  it('can be tried and requested a limited number of times', async () => {
    const limit = ['LimitExceededException', 'Attempt limit exceeded, please try after some time.'] as const;
    await granted(forgot());
    const code = stage.codeFor('jane@example.com');
    for (let round = 0; round < 5; round++) await refused(confirm(wrong(code)), 'CodeMismatchException');
    await refused(confirm(code), ...limit);
    for (let round = 0; round < 4; round++) await granted(forgot());
    await refused(forgot(), ...limit);
    stage.pass(HOUR + SECOND);
    await granted(forgot());
    await granted(confirm(stage.codeFor('jane@example.com')));
  });
});

describe('a refresh token', () => {
  const refresh = (RefreshToken: string, ClientId = POOL.clientId): Promise<Answer> =>
    ask('GetTokensFromRefreshToken', { ClientId, RefreshToken });

  it('works for thirty days, from its own app client', async () => {
    const { RefreshToken } = await tokensOf();
    await refused(refresh(RefreshToken, MFA_POOL.clientId), 'NotAuthorizedException', 'Invalid Refresh Token.');
    stage.pass(30 * DAY - SECOND);
    await tokensIn(refresh(RefreshToken));
    stage.pass(SECOND);
    await refused(refresh(RefreshToken), 'NotAuthorizedException', 'Refresh Token has expired');
  });

  it('is refused once it was revoked, in both operations', async () => {
    const { RefreshToken } = await tokensOf();
    await granted(ask('RevokeToken', { ClientId: POOL.clientId, Token: RefreshToken }));
    const old = {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: POOL.clientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    };
    for (const asking of [refresh(RefreshToken), ask('InitiateAuth', old)]) {
      await refused(asking, 'NotAuthorizedException', 'Refresh Token has been revoked');
    }
  });

  it('is the only token that RevokeToken accepts', async () => {
    const { AccessToken } = await tokensOf();
    await refused(ask('RevokeToken', { ClientId: POOL.clientId, Token: AccessToken }), 'UnsupportedTokenTypeException');
    await granted(getUser(AccessToken));
  });

  it('that was replaced works for its grace period, and not after it', async () => {
    const first = await tokensOf('jane', 'rotating');
    const second = await tokensIn(refresh(first.RefreshToken, 'rotating'));
    assert.notEqual(second.RefreshToken, first.RefreshToken);
    stage.pass(29 * SECOND);
    await tokensIn(refresh(first.RefreshToken, 'rotating'));
    stage.pass(SECOND);
    await refused(refresh(first.RefreshToken, 'rotating'), 'RefreshTokenReuseException');
    await tokensIn(refresh(second.RefreshToken, 'rotating'));
  });
});

describe('a wrong password', () => {
  const incorrect = ['NotAuthorizedException', 'Incorrect username or password.'] as const;
  const exceeded = ['NotAuthorizedException', 'Password attempts exceeded'] as const;

  it('leads to a wait after the fifth time, which doubles, and which a right one ends', async () => {
    for (let round = 0; round < 5; round++) await refused(signIn('jane', WRONG), ...incorrect);
    await refused(signIn('jane'), ...exceeded);
    stage.pass(SECOND);
    await refused(signIn('jane', WRONG), ...incorrect);
    stage.pass(SECOND);
    await refused(signIn('jane'), ...exceeded);
    stage.pass(SECOND);
    await tokensOf();
    await refused(signIn('jane', WRONG), ...incorrect);
    await tokensOf();
  });
});

describe('a request', () => {
  it('for an operation that does not exist is refused', async () => {
    await refused(ask('InventedOperation', {}), 'UnknownOperationException');
    await refused(ask('toString', {}), 'UnknownOperationException');
  });

  it('that is not a JSON object is refused', async () => {
    for (const body of ['', '{', 'null', '[]', '"text"']) {
      await refused(ask('InitiateAuth', body), 'SerializationException');
    }
  });

  it('without a required member is refused with its name', async () => {
    await refused(
      ask('SignUp', { ClientId: POOL.clientId, Password: PASSWORD }),
      'InvalidParameterException',
      "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null",
    );
    await refused(
      ask('InitiateAuth', { ClientId: POOL.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: {} }),
      'InvalidParameterException',
      'Missing required parameter USERNAME',
    );
  });

  it('with a new password that no pool accepts is refused before the policy is asked', async () => {
    const { AccessToken } = await tokensOf();
    const proposals: readonly (readonly [member: string, propose: (password: string) => Promise<Answer>])[] = [
      ['password', (Password) => ask('SignUp', { ClientId: POOL.clientId, Username: 'ida', Password })],
      [
        'password',
        (Password) =>
          ask('ConfirmForgotPassword', { ClientId: POOL.clientId, Username: 'jane', ConfirmationCode: '1', Password }),
      ],
      [
        'proposedPassword',
        (ProposedPassword) => ask('ChangePassword', { AccessToken, PreviousPassword: PASSWORD, ProposedPassword }),
      ],
    ];
    for (const [member, propose] of proposals) {
      for (const [password, constraint] of [
        ['Ab-12', 'Member must have length greater than or equal to 6'],
        [` ${PASSWORD}`, 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'],
      ] as const) {
        await refused(
          propose(password),
          'InvalidParameterException',
          `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`,
        );
      }
      await refused(propose('Short-7'), 'InvalidPasswordException');
    }
  });

  it('for a flow that does not exist, or that the app client does not allow, is refused', async () => {
    const begin = (AuthFlow: string): Promise<Answer> =>
      ask('InitiateAuth', { ClientId: 'rotating', AuthFlow, AuthParameters: { REFRESH_TOKEN: 'any' } });
    await refused(
      begin('constructor'),
      'InvalidParameterException',
      "1 validation error detected: Value at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set",
    );
    await refused(
      begin('REFRESH_TOKEN_AUTH'),
      'InvalidParameterException',
      'REFRESH_TOKEN_AUTH flow not enabled for this client',
    );
  });
});
