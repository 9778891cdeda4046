import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { findUser } from '../../demo/cognito/index.js';
import { APP, claimsOf, HostedApp } from './support/hosted-app.js';
import { textOf } from './support/hosted-browser.js';
import type { Visited } from './support/hosted-browser.js';
import { post, refused } from './support/protocol.js';
import { HOSTED_POOL, PASSWORD, setStage } from './support/stage.js';

const stage = setStage(undefined, { upstream: true });
const ClientId = HOSTED_POOL.clientId;
let app: HostedApp;
beforeEach(() => {
  app = new HostedApp(stage);
});

const google = (changes: Readonly<Record<string, string>> = {}): Promise<Visited> =>
  app.authorize({ identity_provider: 'Google', ...changes });

/** Signs in at the provider, and returns the address of the app. */
async function signIn(login: string, asked?: Visited): Promise<URL> {
  const back = await app.browser.submit(asked ?? (await google()), { login });
  assert.equal(back.status, undefined, back.markup);
  return back.url;
}

const tokensOf = async (back: URL) => (await app.redeem(back.searchParams.get('code') ?? '')).body;

const pool = () => stage.cognito.store.pools.find(({ id }) => id === HOSTED_POOL.userPoolId)!;

describe('a user of an identity provider', () => {
  it('gets tokens that say where the user comes from', async () => {
    const { id_token, access_token } = await tokensOf(await signIn('gina'));
    const { sub, identities, ...rest } = claimsOf(id_token);
    assert.equal(rest['cognito:username'], 'google_gina');
    assert.deepEqual(rest['cognito:groups'], [`${HOSTED_POOL.userPoolId}_Google`]);
    assert.deepEqual([rest['email'], rest['email_verified']], ['gina@example.com', true]);
    const [{ dateCreated, ...identity }] = identities as [Record<string, unknown>];
    assert.equal(typeof dateCreated, 'string');
    assert.deepEqual(identity, {
      userId: 'gina',
      providerName: 'Google',
      providerType: 'Google',
      issuer: stage.cognito.upstream,
      primary: 'true',
    });
    const info = await fetch(app.address('/oauth2/userInfo'), {
      headers: { authorization: `Bearer ${String(access_token)}` },
    });
    const claims = (await info.json()) as Record<string, unknown>;
    assert.equal(claims['sub'], sub);
    assert.ok(
      Object.values(claims).every((claim) => typeof claim === 'string'),
      'all of them strings',
    );
    assert.equal(findUser(pool(), 'google_gina')?.status, 'EXTERNAL_PROVIDER');
  });

  it('is the same user the next time, and another one than with another account', async () => {
    const sub = async (login: string) => {
      app.browser = app.newBrowser();
      return claimsOf((await tokensOf(await signIn(login)))['id_token'])['sub'];
    };
    const gina = await sub('gina');
    assert.equal(await sub('gina'), gina);
    assert.notEqual(await sub('greg'), gina);
  });

  it('comes by the button of the sign-in page, or by the identifier of the provider', async () => {
    const there = await app.browser.follow(await app.authorize(), 'Continue with Google');
    assert.equal(there.url.origin, stage.cognito.upstream);
    const known = await app.authorize({ idp_identifier: 'google.example', login_hint: 'greg' });
    assert.match(known.markup, /value="greg"/);
    assert.ok((await signIn('greg', known)).searchParams.has('code'));
  });

  it('who cancels brings back access_denied', async () => {
    const asked = await google();
    const cancelled = await app.browser.open(asked.url, { method: 'POST', body: new URLSearchParams({ cancel: '' }) });
    assert.equal(cancelled.url.origin + cancelled.url.pathname, APP);
    assert.deepEqual(Object.fromEntries(cancelled.url.searchParams), {
      error: 'access_denied',
      error_description: 'The user pressed Cancel.',
      state: 'a-state',
    });
  });

  it('is remembered by the cookie, for the same provider', async () => {
    await signIn('gina');
    assert.ok((await google()).url.searchParams.has('code'));
    assert.equal((await app.authorize({ identity_provider: 'COGNITO' })).url.pathname, '/login');
    assert.equal((await google({ prompt: 'login' })).url.origin, stage.cognito.upstream);
  });

  it('has no password, second factor or reset', async () => {
    const { endpoint } = stage.cognito;
    const { access_token: AccessToken } = await tokensOf(await signIn('gina'));
    const refuses = (operation: string, request: object) =>
      refused(post(endpoint, operation, request), 'NotAuthorizedException');
    const AuthParameters = { USERNAME: 'google_gina', PASSWORD };
    await refuses('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    await refuses('ForgotPassword', { ClientId, Username: 'google_gina' });
    await refuses('ChangePassword', { AccessToken, ProposedPassword: 'Correct-Horse-8' });
    await refuses('AssociateSoftwareToken', { AccessToken });
    await refuses('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: true } });
    const { body } = await post(endpoint, 'GetUser', { AccessToken });
    assert.match(JSON.stringify(body['UserAttributes']), /"Name":"identities","Value":"\[\{\\"userId\\":\\"gina\\"/);
    const form = await app.browser.submit(await app.authorize({ prompt: 'login' }), {
      username: 'google_gina',
      password: PASSWORD,
    });
    assert.match(textOf(form), /Incorrect username or password\./);
  });

  it('is another user than who signs up with the same mail', async () => {
    await signIn('gina');
    const { status } = await post(stage.cognito.endpoint, 'SignUp', {
      ClientId,
      Username: 'gina',
      Password: PASSWORD,
      UserAttributes: [{ Name: 'email', Value: 'gina@example.com' }],
    });
    assert.equal(status, 200);
    assert.equal(pool().users.filter(({ attributes }) => attributes.get('email') === 'gina@example.com').length, 2);
  });
});

describe('the return from a provider', () => {
  it('is taken once, in the browser that left', async () => {
    const state = await departure();
    const stranger = await app.newBrowser().open(app.address('/oauth2/idpresponse', { state, code: 'stolen' }));
    assert.equal(stranger.url.pathname, '/error');
    const again = await app.browser.open(app.address('/oauth2/idpresponse', { state, code: 'stolen' }));
    assert.equal(again.url.pathname, '/error');
  });

  it('with a code that is none tells the app so', async () => {
    const state = await departure();
    const back = await app.browser.open(app.address('/oauth2/idpresponse', { state, code: 'made-up' }));
    assert.equal(back.url.searchParams.get('error'), 'server_error');
  });

  /** Leaves for the provider, and returns the state with which the browser will come back. */
  async function departure(): Promise<string> {
    await google();
    return [...stage.cognito.store.hosted.providerSignIns.keys()].at(-1) ?? assert.fail('No user has left.');
  }
});
