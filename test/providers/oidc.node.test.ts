import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CognitoIdentityClient, GetIdCommand } from '@aws-sdk/client-cognito-identity';
import { IDENTITY_POOLS, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { environmentOf } from '../../src/cognito/environment.js';
import { AuthError } from '../../src/cognito/errors.js';
import { randomText } from '../../src/cognito/random-text.js';
import { Secret } from '../../src/cognito/secret.js';
import type { Environment } from '../../src/config/config.js';
import type { ProviderConfig } from '../../src/config/provider-config.js';
import { openIssuer } from '../../src/providers/oidc.js';
import type { ProviderLogin } from '../../src/providers/provider.js';
import { HostedBrowser } from '../local-cognito/support/hosted-browser.js';

const HOME = 'http://localhost:5173/app';

const revealed = ({ token }: Pick<ProviderLogin, 'token'>): string =>
  token instanceof Secret ? token.reveal() : token;

const failsWith = (code: string) => (error: unknown) => error instanceof AuthError && error.code === code;

describe('An issuer of OpenID Connect', () => {
  let cognito: LocalCognito;
  let issuer: string;
  let browser: HostedBrowser;

  before(async () => {
    cognito = await startLocalCognito({ upstream: true });
    issuer = cognito.upstream!;
    cognito.allowUpstreamRedirects([HOME]);
  });
  after(() => cognito.close());
  beforeEach(() => (browser = new HostedBrowser(new URL(issuer).host)));

  const open = (more: Partial<ProviderConfig> = {}, environment: Partial<Environment> = {}) =>
    openIssuer({
      config: { name: 'example', clientId: 'local-app', issuer, ...more },
      environment: environmentOf(environment),
      timeout: 10_000,
    });

  const newProof = () => ({
    redirectUri: HOME,
    state: `ae-${randomText()}`,
    nonce: randomText(),
    verifier: randomText(),
  });

  /** Signs in, and answers with the address that the issuer returns to, and what the redirect proves itself with. */
  async function leaveAndReturn(opened = open(), login = 'gina') {
    const proof = newProof();
    const there = await browser.open(await opened.authorizeUrl(proof, {}));
    const back = there.status === undefined ? there : await browser.submit(there, { login });
    assert.equal(back.status, undefined, back.markup);
    return { answer: back.url.searchParams, proof };
  }

  async function signIn(opened = open()): Promise<ProviderLogin> {
    const { answer, proof } = await leaveAndReturn(opened);
    return opened.redeem(answer, proof);
  }

  async function identityOf(login: ProviderLogin): Promise<string | undefined> {
    const client = new CognitoIdentityClient({ region: 'us-east-1', endpoint: cognito.identityEndpoint });
    const Logins = { [new URL(issuer).host]: revealed(login) };
    return (await client.send(new GetIdCommand({ IdentityPoolId: IDENTITY_POOLS[1].id, Logins }))).IdentityId;
  }

  it('brings a token that the identity pool takes, and says who the user is', async () => {
    const login = await signIn();
    assert.equal(login.user?.['sub'], 'gina');
    assert.equal(login.user['name'], 'Gina Google');
    assert.match((await identityOf(login)) ?? '', /^us-east-1:/);
    assert.equal(login.refreshToken, undefined, 'it is not asked for');
  });

  it('is asked for what the page wants', async () => {
    const url = new URL(
      await open({ scopes: ['openid'], audience: 'https://api.example.com' }).authorizeUrl(newProof(), {
        login_hint: 'greg',
        prompt: 'login',
      }),
    );
    assert.equal(url.searchParams.get('scope'), 'openid');
    assert.equal(url.searchParams.get('audience'), 'https://api.example.com');
    assert.equal(url.searchParams.get('login_hint'), 'greg');
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
    assert.equal(url.searchParams.has('ui_locales'), false);
  });

  it('brings newer tokens by a refresh token, until that is not valid any more', async () => {
    const opened = open({ scopes: ['openid', 'profile', 'offline_access'] });
    const first = await signIn(opened);
    assert.ok(first.refreshToken, 'a refresh token');
    const second = await opened.renew(first);
    const [before, now] = [first, second].map(({ refreshToken: token = '' }) => revealed({ token }));
    assert.notEqual(now, before);
    assert.equal(await identityOf(second), await identityOf(first));
    // Refresh tokens rotate: the second use of one ends all.
    await assert.rejects(opened.renew(first), failsWith('session-expired'));
    await assert.rejects(opened.renew(second), failsWith('session-expired'));
    await assert.rejects(opened.renew({ token: 'x', expiresAt: 0 }), failsWith('session-expired'));
  });

  it('brings no token of another user in place of the one before', async () => {
    const opened = open({ scopes: ['openid', 'offline_access'] });
    const login = await signIn(opened);
    await assert.rejects(opened.renew({ ...login, user: { sub: 'greg' } }), failsWith('session-expired'));
  });

  for (const [what, change] of Object.entries<(answer: URLSearchParams) => void>({
    'another state': (answer) => answer.set('state', 'ae-other'),
    'another issuer': (answer) => answer.set('iss', 'https://evil.example'),
    'no issuer, though it names itself': (answer) => answer.delete('iss'),
  })) {
    it(`is not believed with ${what}`, async () => {
      const { answer, proof } = await leaveAndReturn();
      change(answer);
      await assert.rejects(open().redeem(answer, proof), failsWith('redirect-lost'));
    });
  }

  it('is not believed with an ID token for another request', async () => {
    const { answer, proof } = await leaveAndReturn();
    await assert.rejects(open().redeem(answer, { ...proof, nonce: 'other' }), failsWith('bad-response'));
  });

  it('refuses a code with another verifier, and the second time', async () => {
    const { answer, proof } = await leaveAndReturn();
    await assert.rejects(open().redeem(answer, { ...proof, verifier: randomText() }), failsWith('redirect-lost'));
    const again = await leaveAndReturn();
    await open().redeem(again.answer, again.proof);
    await assert.rejects(open().redeem(again.answer, again.proof), failsWith('redirect-lost'));
  });

  it('tells that the user has cancelled', async () => {
    const proof = newProof();
    const answer = new URLSearchParams({ error: 'access_denied', state: proof.state, iss: issuer });
    await assert.rejects(open().redeem(answer, proof), failsWith('cancelled'));
  });

  it('is believed by a device whose clock is wrong', async () => {
    const tomorrow = Date.now() + 24 * 3_600_000;
    const { answer, proof } = await leaveAndReturn();
    const login = await open({}, { now: () => tomorrow }).redeem(answer, proof);
    assert.equal(login.expiresAt, tomorrow + 600_000);
  });

  it('ends the session of the user there, where the page says where to return to', async () => {
    const login = await signIn();
    assert.equal(await open().endSessionUrl(revealed(login)), undefined);
    const url = new URL((await open({ logoutUri: HOME }).endSessionUrl(revealed(login))) ?? '');
    assert.equal(url.searchParams.get('post_logout_redirect_uri'), HOME);
    assert.equal(url.searchParams.get('id_token_hint'), revealed(login));
    const { status, markup } = await browser.open(url);
    assert.equal(status, 200, markup);
  });

  it('has a page for the end of a session at Auth0, which does not name one', async () => {
    const domain = 'https://example.eu.auth0.com';
    const metadata = { issuer: `${domain}/`, authorization_endpoint: `${domain}/authorize` };
    const fetch = () => Promise.resolve(Response.json(metadata));
    const opened = open({ issuer: `${domain}/`, clientId: 'abc', logoutUri: 'https://app.example/' }, { fetch });
    assert.equal(
      await opened.endSessionUrl('token'),
      `${domain}/v2/logout?client_id=abc&returnTo=https%3A%2F%2Fapp.example%2F`,
    );
  });

  for (const [what, fetch, code] of [
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['does not answer in time', () => Promise.reject(new DOMException('late', 'TimeoutError')), 'timeout'],
    ['is down', () => Promise.resolve(new Response('<html>', { status: 502 })), 'service'],
    ['is another', () => Promise.resolve(Response.json({ issuer: 'https://evil.example' })), 'bad-response'],
    ['is no issuer', () => Promise.resolve(new Response('<html>')), 'bad-response'],
  ] as const) {
    it(`that ${what} is asked again the next time`, async () => {
      let isBroken = true;
      const opened = open({}, { fetch: (...request) => (isBroken ? fetch() : globalThis.fetch(...request)) });
      await assert.rejects(opened.authorizeUrl(newProof(), {}), failsWith(code));
      isBroken = false;
      assert.ok((await opened.authorizeUrl(newProof(), {})).startsWith(issuer), 'the address of the issuer');
    });
  }
});
