import { describe, it } from 'node:test';
import type { SeedPool } from '../../demo/cognito/index.js';
import { granted, post, refused } from './support/protocol.js';
import type { Answer } from './support/protocol.js';
import { SrpClient } from './support/srp-client.js';
import { PASSWORD, setStage } from './support/stage.js';

const WRONG = 'Wrong-Horse-7';

/** A pool with an account of each status that cannot sign in with a password. */
const poolOf = (name: string, pool: Partial<SeedPool['pool']>, client: Partial<SeedPool['client']> = {}): SeedPool => ({
  title: name,
  pool: { id: `us-east-1_${name}`, requiredAttributes: [], ...pool },
  client: {
    id: name.toLowerCase(),
    authFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
    ...client,
  },
  users: [
    { username: 'una', password: PASSWORD, attributes: { email: 'una@example.com' }, status: 'UNCONFIRMED', note: '' },
    { username: 'rita', password: PASSWORD, attributes: {}, status: 'RESET_REQUIRED', note: '' },
    { username: 'imported', attributes: {}, status: 'RESET_REQUIRED', note: '' },
  ],
});

const stage = setStage([
  poolOf('First', {}),
  poolOf('Later', { refusesUnconfirmedFirst: false }),
  poolOf('Telling', {}, { preventUserExistenceErrors: 'LEGACY' }),
]);

const ask = (operation: string, request: object): Promise<Answer> => post(stage.cognito.endpoint, operation, request);

async function proved(pool: string, flow: object, USERNAME: string, password: string): Promise<Answer> {
  const client = new SrpClient(pool);
  const ClientId = pool.toLowerCase();
  const AuthParameters = { USERNAME, PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: client.publicValue };
  const { Session, ...begun } = await granted(ask('InitiateAuth', { ...flow, ClientId, AuthParameters }));
  return ask('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ClientId,
    Session,
    ChallengeResponses: { USERNAME, ...client.prove(begun, password) },
  });
}

/** Each sign-in with a password. */
const SIGN_INS: Readonly<Record<string, (pool: string, username: string, password: string) => Promise<Answer>>> = {
  USER_PASSWORD_AUTH: (pool, USERNAME, password) =>
    ask('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: pool.toLowerCase(),
      AuthParameters: { USERNAME, PASSWORD: password },
    }),
  USER_SRP_AUTH: (pool, username, password) => proved(pool, { AuthFlow: 'USER_SRP_AUTH' }, username, password),
  'USER_AUTH with PASSWORD': (pool, USERNAME, password) =>
    ask('InitiateAuth', {
      AuthFlow: 'USER_AUTH',
      ClientId: pool.toLowerCase(),
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password },
    }),
  'USER_AUTH with PASSWORD_SRP': (pool, username, password) =>
    proved(pool, { AuthFlow: 'USER_AUTH' }, username, password),
};

const INCORRECT = ['NotAuthorizedException', 'Incorrect username or password.'] as const;
const NOT_CONFIRMED = ['UserNotConfirmedException', 'User is not confirmed.'] as const;
const RESET_REQUIRED = ['PasswordResetRequiredException', 'Password reset required for the user'] as const;

for (const [flow, signIn] of Object.entries(SIGN_INS)) {
  describe(`a password, over ${flow}`, () => {
    it('of an account that is not confirmed is refused for that, right or wrong', async () => {
      await refused(signIn('First', 'una', WRONG), ...NOT_CONFIRMED);
      await refused(signIn('First', 'una', PASSWORD), ...NOT_CONFIRMED);
    });

    it('of an account that is not confirmed is checked first where the pool says so', async () => {
      await refused(signIn('Later', 'una', WRONG), ...INCORRECT);
      await refused(signIn('Later', 'una', PASSWORD), ...NOT_CONFIRMED);
    });
  });
}

describe('any password', () => {
  it('is refused for that where it has to be reset', async () => {
    const signIn = SIGN_INS['USER_SRP_AUTH']!;
    for (const pool of ['First', 'Telling']) {
      await refused(signIn(pool, 'rita', WRONG), ...RESET_REQUIRED);
      await refused(signIn(pool, 'rita', PASSWORD), ...RESET_REQUIRED);
    }
  });

  it('of a user who was imported is refused without a reason, unless the app client reveals who exists', async () => {
    for (const flow of ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const) {
      await refused(SIGN_INS[flow]!('First', 'imported', WRONG), ...INCORRECT);
      await refused(SIGN_INS[flow]!('Telling', 'imported', WRONG), ...RESET_REQUIRED);
    }
  });
});
