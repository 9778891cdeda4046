import { expect, waitUntil } from '@open-wc/testing';
import type { AuthClient } from '../../src/client/auth-client.js';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { POOL, tokens } from '../session/tokens.js';
import { TestClock } from './test-clock.js';

const HOUR = 3_600_000;
/** What getTokens() may take at most while the lock is held. Milliseconds. */
const LIMIT = 12_000;
const KEY = `auth-elements.${POOL.userPoolClientId}`;

/** The response to each operation; `undefined`: the network fails. */
type Answers = Readonly<Record<string, object | undefined>>;

const issued = (mark: string): object => {
  const { accessToken, idToken, refreshToken } = tokens({ mark });
  return { AuthenticationResult: { AccessToken: accessToken, IdToken: idToken, RefreshToken: refreshToken } };
};

describe('A lock that another script of the page never releases', () => {
  let clock: TestClock;
  let client: AuthClient;
  let answers: Answers;
  let release: () => void;

  const locks = () => navigator.locks.query();
  const isOurs = ({ name }: LockInfo) => name === KEY;

  beforeEach(async () => {
    clock = new TestClock();
    client = createAuthClient({
      ...POOL,
      authFlow: 'USER_PASSWORD_AUTH',
      environment: {
        ...clock.environment,
        fetch: async (_, init) => {
          const operation = new Headers(init?.headers).get('x-amz-target')?.replace(/^.*\./, '') ?? '';
          const answer = answers[operation];
          if (!answer) throw new TypeError('Failed to fetch');
          return new Response(JSON.stringify(answer));
        },
      },
    });
    answers = { InitiateAuth: issued('first') };
    await client.signIn({ username: 'jane', password: new Secret('Correct-Horse-7') });
    await new Promise<void>((held) => {
      void navigator.locks.request(KEY, () => {
        held();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
  });
  afterEach(async () => {
    release();
    await client.signOut({});
  });

  /** The result within the limit: the access token, or the code of the error. */
  async function tokensInTime(): Promise<string> {
    const asked = client.getTokens().then(
      ({ accessToken }) => accessToken,
      (error: unknown) => AuthError.from(error).code,
    );
    await waitUntil(async () => (await locks()).pending?.some(isOurs));
    clock.advance(LIMIT);
    return asked;
  }

  it('is waited for, and then the tokens are refreshed without it', async () => {
    clock.advance(HOUR);
    answers = { GetTokensFromRefreshToken: issued('second') };
    expect(await tokensInTime()).to.equal(tokens({ mark: 'second' }).accessToken);
  });

  it('leaves users their valid tokens when Cognito cannot be reached', async () => {
    clock.advance(HOUR - 30_000);
    answers = {};
    expect(await tokensInTime()).to.equal(tokens({ mark: 'first' }).accessToken);
  });

  it('ends in an error when they have expired, and keeps the session', async () => {
    clock.advance(HOUR);
    answers = {};
    expect(await tokensInTime()).to.equal('offline');
    expect(localStorage.getItem(KEY)).to.contain(tokens({ mark: 'first' }).refreshToken);
  });

  it('is not stolen from its holder', async () => {
    clock.advance(HOUR);
    answers = { GetTokensFromRefreshToken: issued('second') };
    await tokensInTime();
    const { held, pending } = await locks();
    expect(held?.filter(isOurs)).to.have.length(1);
    expect(pending?.filter(isOurs)).to.have.length(0);
  });
});
