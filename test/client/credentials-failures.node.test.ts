import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { openIdentityStage, POOL } from './identity-stage.js';
import { refusal } from './stage.js';
import type { Stage } from './stage.js';

const MINUTE = 60_000;

let stage: Stage;
let client: ReturnType<Stage['client']>;
beforeEach(async () => {
  stage = await openIdentityStage();
  client = stage.client({ authFlow: 'USER_PASSWORD_AUTH', identityPoolId: POOL });
});
afterEach(() => stage.close());

const identities = () => stage.cognito.store.identityPools.all[0]!.identities;
const isOfPools = (request: Request): boolean =>
  Boolean(request.headers.get('x-amz-target')?.startsWith('AWSCognitoIdentityService.'));

/** Answers requests to the identity pool in place of Cognito, as often as told. */
function injected(answer: (request: Request) => Response | Promise<Response>, times = Infinity): void {
  let left = times;
  stage.intercept = async (request, pass) => {
    if (!isOfPools(request) || left === 0) return pass();
    left -= 1;
    return answer(request);
  };
}

const gone = () => Promise.reject(new TypeError('Failed to fetch'));

describe('A renewal of credentials that fails', () => {
  beforeEach(async () => {
    expectStep(await signIn(client, 'jane'), 'done');
  });

  it('leaves those that are still valid, and is not repeated for 10 seconds', async () => {
    const first = await client.getCredentials();
    stage.clock.advance(55 * MINUTE);
    injected(gone);
    assert.equal((await client.getCredentials()).accessKeyId, first.accessKeyId);
    stage.asked.length = 0;
    assert.equal((await client.getCredentials()).accessKeyId, first.accessKeyId);
    assert.deepEqual(stage.asked, []);
    stage.clock.advance(11_000);
    assert.equal((await client.getCredentials()).accessKeyId, first.accessKeyId);
    assert.notEqual(stage.asked.length, 0);
    await expectError(client.getCredentials({ forceRefresh: true }), 'offline');
    stage.clock.advance(5 * MINUTE);
    await expectError(client.getCredentials(), 'offline');
    stage.intercept = (_, pass) => pass();
    assert.notEqual((await client.getCredentials()).accessKeyId, first.accessKeyId);
  });

  it('ends after the timeout of the configuration', async () => {
    injected(() => new Promise(() => undefined));
    const asking = expectError(client.getCredentials(), 'timeout');
    let isOver = false;
    void asking.then(() => (isOver = true));
    await until(
      () => {
        stage.clock.advance(10_000);
        return isOver;
      },
      { what: 'The renewal is over.' },
    );
    await asking;
  });

  it('is repeated when it may pass by itself', async () => {
    injected(() => refusal('TooManyRequestsException', 'Rate exceeded'), 2);
    await client.getCredentials();
    injected(() => new Response('{}', { status: 503 }), 2);
    await client.getCredentials({ forceRefresh: true });
    injected(gone, 2);
    await client.getCredentials({ forceRefresh: true });
  });
});

const CODES: readonly [what: string, answer: () => Response, code: AuthErrorCode][] = [
  [
    'a provider that the pool does not take',
    () => refusal('NotAuthorizedException', 'Token is not from a supported provider of this identity pool.'),
    'configuration',
  ],
  ['a pool without roles', () => refusal('InvalidIdentityPoolConfigurationException', 'Check roles.'), 'configuration'],
  ['an unknown pool', () => refusal('ResourceNotFoundException', `IdentityPool '${POOL}' not found.`), 'configuration'],
  ['a provider that is down', () => refusal('ExternalServiceException', 'Down'), 'service'],
  ['too many requests', () => refusal('TooManyRequestsException', 'Rate exceeded'), 'too-many-requests'],
  ['an error of the service', () => Response.json({ __type: 'InternalErrorException' }, { status: 500 }), 'service'],
  ['what is not known', () => refusal('NewException', 'New'), 'unknown'],
  ['a page of a proxy', () => new Response('<html>Log in</html>'), 'bad-response'],
  ['an answer that lacks the credentials', () => Response.json({ IdentityId: POOL }), 'bad-response'],
];

describe('Credentials fail with a code of their own after', () => {
  for (const [what, answer, code] of CODES) {
    it(`${what}: ${code}`, async () => {
      expectStep(await signIn(client, 'jane'), 'done');
      injected(answer);
      await expectError(client.getCredentials(), code);
      assert.deepEqual(
        client.changes.map(({ name }) => name),
        ['started'],
        'The session stays.',
      );
    });
  }
});

describe('What may help is tried once', () => {
  const count = (operation: string) => stage.asked.filter((each) => each === operation).length;

  it('after a token that has expired: newer tokens', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    injected(() => refusal('NotAuthorizedException', 'Invalid login token. Token expired: 2 >= 1'), 1);
    await client.getCredentials();
    assert.equal(count('GetTokensFromRefreshToken'), 1);
    injected(() => refusal('NotAuthorizedException', 'Invalid login token. Token expired: 2 >= 1'));
    await expectError(client.getCredentials({ forceRefresh: true }), 'session-expired');
    assert.equal(count('GetTokensFromRefreshToken'), 2);
    stage.intercept = (_, pass) => pass();
    await client.getTokens();
  });

  it('after an identity that was deleted: another one', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { identityId } = await client.getCredentials();
    identities().clear();
    const renewed = await client.getCredentials({ forceRefresh: true });
    assert.notEqual(renewed.identityId, identityId);
    assert.equal(renewed.authenticated, true);
  });

  it('after the deleted identity of a guest: another one, which is kept', async () => {
    const { identityId } = await client.getCredentials();
    identities().clear();
    const renewed = await stage.client({ identityPoolId: POOL }).getCredentials();
    assert.notEqual(renewed.identityId, identityId);
    assert.equal((await stage.client({ identityPoolId: POOL }).getCredentials()).identityId, renewed.identityId);
  });

  it('after the identity of a user, which was kept for a guest: another one', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    const { identityId } = await client.getCredentials();
    await client.signOut();
    stage.kept.set(`CognitoIdentityId-${POOL}`, identityId);
    const guests = await client.getCredentials();
    assert.deepEqual([guests.authenticated, guests.identityId === identityId], [false, false]);
    // Another user is not linked to it either.
    stage.kept.set(`CognitoIdentityId-${POOL}`, identityId);
    expectStep(await signIn(client, 'kim'), 'done');
    const kims = await client.getCredentials();
    assert.deepEqual([kims.authenticated, kims.identityId === identityId], [true, false]);
    assert.ok(!stage.kept.has(`CognitoIdentityId-${POOL}`));
  });

  for (const [name, message] of [
    ['ResourceConflictException', 'Login already linked to another account.'],
    ['NotAuthorizedException', "Logins don't match. Please include at least one valid login for this identity."],
    ['ResourceNotFoundException', "Identity 'us-east-1:1' not found."],
  ] as const) {
    it(`after ${name}, “${message}”: GetId, and no third time`, async () => {
      expectStep(await signIn(client, 'jane'), 'done');
      stage.intercept = async (request, pass) =>
        request.headers.get('x-amz-target')?.endsWith('.GetCredentialsForIdentity') ? refusal(name, message) : pass();
      await expectError(client.getCredentials(), 'service');
      assert.equal(count('GetId'), 2);
      assert.equal(count('GetCredentialsForIdentity'), 2);
    });
  }

  it('and a damaged identity of a guest is not sent', async () => {
    stage.kept.set(`auth-elements.${POOL}.guest`, '<script>');
    await client.getCredentials();
    assert.deepEqual(stage.asked, ['GetId', 'GetCredentialsForIdentity']);
  });
});

describe('A session that is over', () => {
  it('is told as the refresh tells it, and its credentials are not handed out', async () => {
    expectStep(await signIn(client, 'jane'), 'done');
    await client.getCredentials();
    const { pools, tokens } = stage.cognito.store;
    pools[0]!.users.forEach((user) => tokens.revokeAll(user));
    stage.clock.advance(59.5 * MINUTE);
    await expectError(client.getCredentials(), 'session-expired');
    assert.deepEqual(client.changes.at(-1), { name: 'ended', reason: 'revoked' });
  });
});
