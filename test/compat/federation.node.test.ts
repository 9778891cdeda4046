import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { revealed } from '../../src/cognito/secret.js';
import { AuthClass, Cache, Hub } from '../../src/compat/index.js';
import type { CompatConfig, FederatedInfo, FederatedUser, HubPayload } from '../../src/compat/index.js';
import { POOL, WITHOUT_GUESTS } from '../client/identity-stage.js';
import { openProviderStage } from '../client/provider-stage.js';
import type { ProviderStage } from '../client/provider-stage.js';
import { TestStorage } from './compat-stage.js';

const USER = { name: 'Gina Google', email: 'gina@example.com' };

let stage: ProviderStage;
let storage: TestStorage;
let told: HubPayload[];
let stop: () => void;
beforeEach(async () => {
  stage = await openProviderStage();
  storage = new TestStorage();
  told = [];
  stop = Hub.listen('auth', ({ payload }) => told.push(payload));
});
afterEach(async () => {
  stop();
  await stage.close();
});

const open = (config: CompatConfig = {}) =>
  new AuthClass({ identityPoolId: POOL, identityPoolEndpoint: stage.cognito.identityEndpoint, storage, ...config });

/** The arguments of a sign-in by a token of Google. */
async function google(): Promise<['google', { token: string; expires_at: number }, typeof USER]> {
  const { token, expiresAt } = await stage.login('accounts.google.com', 'gina');
  return ['google', { token: revealed(token), expires_at: expiresAt }, USER];
}

describe('Auth.federatedSignIn of the guides, with a token', () => {
  it('answers with AWS credentials, and tells who is signed in', async () => {
    const Auth = open();
    const credentials = await Auth.federatedSignIn(...(await google()));
    assert.equal(credentials?.authenticated, true);
    assert.deepEqual(
      told.map(({ event, message }) => [event, message]),
      [
        ['configured', 'The Auth category has been configured successfully'],
        ['signIn', 'A user Gina Google has been signed in'],
      ],
    );
    const user = await Auth.currentAuthenticatedUser<FederatedUser>();
    assert.equal(user['email'], 'gina@example.com');
    assert.equal(user.id, credentials.identityId);
    assert.equal(told[1]?.data instanceof Object && 'token' in told[1].data, true);
    assert.deepEqual(Object.keys(Auth.essentialCredentials(credentials)).sort(), [
      'accessKeyId',
      'authenticated',
      'identityId',
      'secretAccessKey',
      'sessionToken',
    ]);
  });

  it('keeps the user for Cache, to be read at once or awaited, and out of the store of the cache', async () => {
    const Auth = open();
    const input = await google();
    await Auth.federatedSignIn(...input);
    const info = Cache.getItem<FederatedInfo>('federatedInfo') ?? assert.fail('Nothing is kept.');
    assert.equal(info.provider, 'google');
    assert.equal(info.token, input[1].token);
    assert.deepEqual(info.user, USER);
    assert.equal(JSON.stringify(await Cache.getItem('federatedInfo')), JSON.stringify(info));
    assert.deepEqual(Object.keys(info).sort(), ['expires_at', 'identity_id', 'provider', 'token', 'user']);
    assert.deepEqual(
      [...storage.all.keys()].filter((key) => key.includes('cache')),
      [],
    );
    await Auth.signOut();
    assert.equal(Cache.getItem('federatedInfo'), null);
    assert.equal(await Auth.currentUserInfo(), null);
  });

  it('is there after a reload', async () => {
    await open().federatedSignIn(...(await google()));
    Cache.mirror(null);
    const user = await open().currentAuthenticatedUser<FederatedUser>();
    assert.equal(user['name'], 'Gina Google');
    assert.equal(Cache.getItem<FederatedInfo>('federatedInfo')?.identity_id, user.id);
  });

  it('has no session of a user pool', async () => {
    const ids = { userPoolId: 'us-east-1_Example1', userPoolWebClientId: 'abc123', endpoint: stage.cognito.endpoint };
    const Auth = open(ids);
    await Auth.federatedSignIn(...(await google()));
    await assert.rejects(Auth.currentSession(), (reason) => reason === 'No current user');
  });
});

describe('AWS credentials of the guides', () => {
  it('are those of a guest, unless signing in is mandatory or the pool has none', async () => {
    const { currentCredentials } = open();
    assert.equal((await currentCredentials()).authenticated, false);
    const rejected = async (config: CompatConfig) =>
      open(config)
        .currentUserCredentials()
        .then(() => 'none', String);
    const without = 'No Cognito Identity pool provided for unauthenticated access';
    assert.equal(
      await rejected({ mandatorySignIn: true }),
      'cannot get guest credentials when mandatory signin enabled',
    );
    assert.equal(
      await rejected({ mandatorySignIn: true, identityPoolId: '' }),
      'cannot get guest credentials when mandatory signin enabled',
    );
    assert.equal(await rejected({ identityPoolId: '' }), without);
    assert.match(await rejected({ identityPoolId: WITHOUT_GUESTS }), /NotAuthorizedException/);
  });

  it('are refused without any pool, with the words that apps know', async () => {
    const refused = (config: CompatConfig, ...input: []) => new AuthClass(config).federatedSignIn(...input);
    await assert.rejects(refused({}), { message: 'Federation requires either a User Pool or Identity Pool in config' });
    await assert.rejects(refused({ identityPoolId: POOL }), {
      message: 'Federation with Identity Pools requires tokens passed as arguments',
    });
  });
});
