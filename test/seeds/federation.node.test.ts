import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { GetOpenIdTokenForDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity';
import { IDENTITY_POOLS } from '../../demo/cognito/index.js';
import { Cache } from '../../src/compat/index.js';
import type { FederatedInfo } from '../../src/compat/index.js';
import { checkedIdentitySdk } from '../local-cognito/support/checked-sdk.js';
import { titleOf } from './sample.js';
import { Auth, PASSWORD, Stage, USER_POOL_ID } from './stage.js';

const [{ id: IDENTITY_POOL }] = IDENTITY_POOLS;
const USER = { name: 'Gina', email: 'gina@example.com' };
const HOUR = 3_600_000;
const AUTH0 = 'your_auth0_domain';

let stage: Stage;
/** A token that identity pools take of every provider here. */
let token: string;
beforeEach(async () => {
  stage = await Stage.open();
  const { store } = stage.cognito;
  // The user pool stands for the providers: its ID tokens are theirs.
  for (const { sources } of store.identityPools.all)
    for (const key of ['accounts.google.com', AUTH0])
      sources.set(key, sources.get(`cognito-idp.us-east-1.amazonaws.com/${USER_POOL_ID}`)!);
  await Auth.signIn('jane', PASSWORD);
  token = (await Auth.currentSession()).getIdToken().getJwtToken();
  await Auth.signOut();
  Auth.configure({ identityPoolId: IDENTITY_POOL });
});
afterEach(() => stage.close());

const signIn = (provider = 'google') => Auth.federatedSignIn(provider, { token, expires_at: Date.now() + HOUR }, USER);

/** What the cache has of a federated user. */
type Kept = FederatedInfo & { then(use: (info: FederatedInfo) => void): unknown };

/** The user of a provider, as an object. */
const currentUser = async () => (await Auth.currentAuthenticatedUser()) as unknown as Record<string, unknown>;

describe(titleOf('sign-in-with-google.js'), () => {
  it('signs in with the token that Google’s library brings', async () => {
    const googleUser = {
      getAuthResponse: () => ({ id_token: token, expires_at: Date.now() + HOUR }),
      getBasicProfile: () => ({ getEmail: () => USER.email, getName: () => USER.name }),
    };
    const instance = { signIn: async () => googleUser };
    const window = { gapi: { auth2: { getAuthInstance: () => instance } } };
    await stage.runThrough('sign-in-with-google.js', { names: { window } });
    const { name, email } = await currentUser();
    assert.deepEqual({ name, email }, USER);
    assert.equal((await Auth.currentCredentials()).authenticated, true);
  });
});

describe(titleOf('identity-pool-federation.js'), () => {
  it('logs credentials, and then the user', async () => {
    const getFromProvider = () => ({ token, domainOrProviderName: 'google', expiresIn: 3600, user: USER });
    const run = stage.run('identity-pool-federation.js', { names: { getFromProvider, domain: 'google' } });
    const credentials = (await run.logged()) as Awaited<ReturnType<typeof Auth.currentCredentials>>;
    assert.equal(credentials.accessKeyId, (await Auth.currentCredentials()).accessKeyId);
    const { name, email } = (await run.logged()) as Record<string, unknown>;
    assert.deepEqual({ name, email }, USER);
  });
});

describe(`${titleOf('sign-in-with-auth0.js')}, and the user of it`, () => {
  it('signs in with a token, and logs credentials and the user', async () => {
    const getFromAuth0 = () => ({ idToken: token, domain: AUTH0, ...USER, phoneNumber: '+12128601234' });
    const names = { getFromAuth0, decodeJWTToken: decodeJwt };
    const credentials = (await stage.run('sign-in-with-auth0.js', { names }).logged()) as Record<string, unknown>;
    const run = stage.run('user-of-auth0.js');
    const logged = [await run.logged(), await run.logged()] as Record<string, unknown>[];
    const user = logged.find((value) => 'name' in value);
    assert.equal(user?.['phoneNumber'], '+12128601234');
    assert.ok(credentials['accessKeyId']);
    assert.ok(logged.some(({ accessKeyId }) => accessKeyId === credentials['accessKeyId']));
  });
});

describe(`${titleOf('federated-token.js')}; ${titleOf('federated-token-browser.js')}`, () => {
  it('has the token of the provider in the cache, at once and awaited', async () => {
    await signIn();
    const atOnce = await stage.run('federated-token-browser.js', { reads: ['token'] }).ended;
    const awaited = await stage.run('federated-token-native.js', { reads: ['token'] }).ended;
    assert.deepEqual([atOnce['token'], awaited['token']], [token, token]);
  });

  it('gives it to a callback', async () => {
    await signIn();
    const tokens: unknown[] = [];
    const getItem = (key: string) => ({
      then: (use: (info: unknown) => void) =>
        (Cache.getItem(key) as Kept).then((info) => {
          use(info);
          tokens.push(info.token);
        }),
    });
    await stage.runThrough('federated-token.js', { modules: { 'auth-elements/compat': { Cache: { getItem } } } });
    assert.deepEqual(tokens, [token]);
  });
});

describe(`${titleOf('refresh-token.js')}; ${titleOf('refresh-token.s4.js')}`, () => {
  for (const sample of ['refresh-token.js', 'refresh-token.s4.js', 'refresh-token-of-auth0.js']) {
    it(`brings a newer token when that of the provider has expired: ${sample}`, async () => {
      const isDeveloper = sample !== 'refresh-token-of-auth0.js';
      const sdk = checkedIdentitySdk(stage.cognito.identityEndpoint);
      const Logins = { 'login.example': 'u-1' };
      const { IdentityId: identity_id, Token = '' } = await sdk.send(
        new GetOpenIdTokenForDeveloperIdentityCommand({ IdentityPoolId: IDENTITY_POOL, Logins, TokenDuration: 3600 }),
      );
      const login = isDeveloper ? { token: Token, identity_id: identity_id! } : { token };
      const names = { identity_id: undefined, ...login, expires_at: Date.now() + HOUR };
      await stage.run(sample, { names }).ended;
      await Auth.federatedSignIn(isDeveloper ? 'developer' : AUTH0, { ...login, expires_at: Date.now() - HOUR }, USER);
      assert.equal((await Auth.currentCredentials()).authenticated, true);
      assert.ok((Cache.getItem('federatedInfo') as Kept).expires_at > Date.now() + HOUR / 2);
    });
  }
});

describe(titleOf('aws-service.js'), () => {
  it('hands the credentials to a client of AWS', async () => {
    await signIn();
    const made: { apiVersion: string; credentials: object }[] = [];
    const Route53 = function (options: (typeof made)[number]) {
      made.push(options);
    };
    await stage.runThrough('aws-service.js', { modules: { 'aws-sdk/clients/route53': { default: Route53 } } });
    const { expiration, ...credentials } = await Auth.currentCredentials();
    assert.ok(expiration);
    assert.deepEqual(made, [{ apiVersion: '2013-04-01', credentials }]);
  });
});
