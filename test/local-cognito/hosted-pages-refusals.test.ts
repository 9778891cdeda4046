import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HOSTED } from '../../demo/cognito/index.js';
import { APP, claimsOf, HostedApp, refused } from './support/hosted-app.js';
import { textOf } from './support/hosted-browser.js';
import { post, refused as refusedByApi } from './support/protocol.js';
import { HOSTED_POOL, HOUR, MINUTE, PASSWORD, POOL, SECOND, setStage, THEAS_KEY } from './support/stage.js';

const SECRET = 'a client secret: with + and %';
const [bare, confidential] = ['bare-client', 'confidential-client'];
const stage = setStage([
  HOSTED,
  {
    ...HOSTED,
    pool: { id: 'us-east-1_Confidential' },
    client: { ...HOSTED.client, id: confidential, secret: SECRET, rotationGracePeriod: 0 },
  },
  { ...HOSTED, pool: { id: 'us-east-1_Bare' }, client: { id: bare, callbackUrls: [APP] }, users: [] },
]);
const { clientId } = HOSTED_POOL;
let app: HostedApp;
beforeEach(() => {
  app = new HostedApp(stage);
});

/** The parameters with which the app got an error. */
const returned = async (changes: Readonly<Record<string, string | undefined>>): Promise<string> => {
  const { url, status } = await app.authorize(changes);
  assert.equal(status, undefined, 'returns to the app');
  assert.equal(url.origin + url.pathname, APP);
  assert.equal(url.searchParams.get('state'), 'a-state');
  return url.searchParams.get('error') ?? '';
};

describe('a request of an app', () => {
  for (const [title, changes, error] of [
    ['an unknown app client', { client_id: 'unknown' }, 'invalid_client'],
    ['no app client', { client_id: undefined }, 'invalid_client'],
    ['no address', { redirect_uri: undefined }, 'redirect_mismatch'],
    ['an address with more behind it', { redirect_uri: `${APP}?a=b` }, 'redirect_mismatch'],
    ['an address without its last slash', { redirect_uri: APP.slice(0, -1) }, 'redirect_mismatch'],
    ['another host', { redirect_uri: 'https://evil.example/' }, 'redirect_mismatch'],
  ] as const) {
    it(`never returns to an address that may be wrong: ${title}`, async () => {
      const { url, status } = await app.authorize(changes);
      assert.deepEqual([url.pathname, url.searchParams.get('error'), status], ['/error', error, 400]);
      assert.equal(url.host, stage.cognito.domain);
    });
  }

  for (const [title, changes, error] of [
    ['an unknown response_type', { response_type: 'id_token' }, 'invalid_request'],
    ['no response_type', { response_type: undefined }, 'invalid_request'],
    ['a flow that the app client lacks', { client_id: bare }, 'unauthorized_client'],
    ['a scope that the app client lacks', { scope: 'openid shop/buy' }, 'invalid_scope'],
    ['email without openid', { scope: 'email' }, 'invalid_scope'],
    ['PKCE with the plain verifier', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['PKCE without a method', { code_challenge_method: undefined }, 'invalid_request'],
    ['PKCE without a challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a malformed challenge', { code_challenge: 'short' }, 'invalid_request'],
    ['an unknown prompt', { prompt: 'ask' }, 'invalid_request'],
    ['an unknown provider', { identity_provider: 'Facebook' }, 'invalid_request'],
    ['an unknown identifier', { idp_identifier: 'nowhere.example' }, 'invalid_request'],
    ['prompt none without a visit', { prompt: 'none' }, 'login_required'],
  ] as const) {
    it(`returns an error, with the state: ${title}`, async () => {
      assert.equal(await returned(changes), error);
    });
  }

  it('without scopes has all of the app client', async () => {
    const { body } = await app.redeem(await app.code({ scope: undefined }));
    assert.equal(claimsOf(body['access_token'])['scope'], HOSTED.client.allowedScopes?.join(' '));
  });

  it('keeps the query of the address of the app as it was registered', async () => {
    const redirect_uri = `${APP}?a=%20b&x`;
    stage.cognito.allowRedirects(clientId, [redirect_uri]);
    const back = await app.signIn({ redirect_uri });
    assert.match(back.href, /^http:\/\/localhost:5173\/\?a=%20b&x&code=[\w-]+&state=a-state$/);
  });
});

describe('the sign-in page', () => {
  it('takes the right password only, and names no reason', async () => {
    const form = await app.authorize();
    for (const [username, password] of [
      ['hana', 'wrong'],
      ['unknown', PASSWORD],
    ] as const) {
      const again = await app.browser.submit(form, { username, password });
      assert.equal(again.status, 400);
      assert.match(textOf(again), /Incorrect username or password\./);
      assert.match(again.markup, new RegExp(`value="${username}"`));
      assert.doesNotMatch(again.markup, /wrong"/);
    }
    assert.ok((await app.browser.submit(form, { username: 'hana', password: PASSWORD })).url.searchParams.has('code'));
  });

  it('waits after too many wrong passwords, as the API does', async () => {
    const form = await app.authorize();
    for (let count = 0; count < 5; count += 1) await app.browser.submit(form, { username: 'hana', password: 'wrong' });
    const locked = await app.browser.submit(form, { username: 'hana', password: PASSWORD });
    assert.match(textOf(locked), /Password attempts exceeded/);
    stage.pass(2 * SECOND);
    assert.ok((await app.browser.submit(form, { username: 'hana', password: PASSWORD })).url.searchParams.has('code'));
  });

  it('asks for the code of an authenticator app, and again after a wrong one', async () => {
    const asked = await app.browser.submit(await app.authorize(), { username: 'thea', password: PASSWORD });
    assert.match(textOf(asked), /Enter your code.*authenticator app/);
    const again = await app.browser.submit(asked, { code: '000000' });
    assert.match(textOf(again), /That code is not right\./);
    const back = await app.browser.submit(again, { code: stage.totp(THEAS_KEY) });
    assert.ok(back.url.searchParams.has('code'));
  });

  it('asks for the code of a text message', async () => {
    const asked = await app.browser.submit(await app.authorize(), { username: 'stan', password: PASSWORD });
    assert.match(textOf(asked), /We sent a code to \+\*+0105\./);
    const back = await app.browser.submit(asked, { code: stage.codeFor('+15555550105') });
    assert.ok(back.url.searchParams.has('code'));
  });

  it('starts again when the code came too late', async () => {
    const asked = await app.browser.submit(await app.authorize(), { username: 'thea', password: PASSWORD });
    stage.pass(4 * MINUTE);
    const again = await app.browser.submit(asked, { code: stage.totp(THEAS_KEY) });
    assert.match(textOf(again), /Sign in.*That took too long\./);
  });

  it('takes no session of the API, which ends in tokens', async () => {
    const { body } = await post(stage.cognito.endpoint, 'InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'thea', PASSWORD },
    });
    const asked = await app.browser.submit(await app.authorize(), { username: 'thea', password: PASSWORD });
    const form = { ...asked, markup: asked.markup.replace(/name="session" value="[^"]*"/, 'name="session" value=""') };
    const session = String(body['Session']);
    assert.equal((await app.browser.submit(form, { session, code: stage.totp(THEAS_KEY) })).status, 400);
  });

  it('says so when an account needs more than it has', async () => {
    const sent = await app.browser.submit(await app.authorize(), { username: 'nora', password: 'Temporary-7' });
    assert.match(textOf(sent), /Please sign in in the app\./);
  });

  it('is filled in with the hint, speaks the language, runs no script, and refuses to be framed', async () => {
    const form = await app.authorize({ login_hint: '"><script>', lang: 'de-AT' });
    assert.match(form.markup, /value="&quot;&gt;&lt;script&gt;"/);
    assert.match(form.markup, /<html lang="de">/);
    assert.match(textOf(form), /Anmelden.*Benutzername/);
    assert.match(form.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(form.headers.get('x-frame-options'), 'DENY');
    assert.equal(form.headers.get('access-control-allow-origin'), null);
  });
});

describe('the cookie', () => {
  it('spares the password for an hour, in its own browser', async () => {
    await app.signIn();
    assert.ok((await app.authorize()).url.searchParams.has('code'));
    assert.ok((await app.authorize({ prompt: 'none' })).url.searchParams.has('code'));
    assert.equal((await app.authorize({ prompt: 'login' })).url.pathname, '/login');
    stage.pass(HOUR);
    assert.equal((await app.authorize()).url.pathname, '/login');
  });

  it('is unknown to other browsers and other pools', async () => {
    await app.signIn();
    assert.equal((await app.authorize({ client_id: confidential })).url.pathname, '/login');
    app.browser = app.newBrowser();
    assert.equal((await app.authorize()).url.pathname, '/login');
  });

  it('cannot be read by scripts, nor sent by the frames and requests of other sites', async () => {
    const form = await app.authorize();
    const sent = await fetch(form.url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ username: 'hana', password: PASSWORD }),
    });
    assert.match(
      sent.headers.get('set-cookie') ?? '',
      /^cognito=[\w-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/,
    );
  });

  it('ends with /logout, which goes to addresses of the list only', async () => {
    await app.signIn();
    const out = (changes: Record<string, string>) =>
      app.browser.open(app.address('/logout', { client_id: clientId, ...changes }));
    for (const [changes, error] of [
      [{ logout_uri: 'https://evil.example/' }, 'redirect_mismatch'],
      [{ logout_uri: APP, client_id: 'unknown' }, 'invalid_client'],
      [{ redirect_uri: 'https://evil.example/', response_type: 'code' }, 'redirect_mismatch'],
      [{}, 'invalid_request'],
    ] as const) {
      assert.equal((await out(changes)).url.searchParams.get('error'), error);
    }
    assert.ok((await app.authorize()).url.searchParams.has('code'), 'a refused sign-out ends nothing');
    assert.equal((await out({ logout_uri: APP })).url.href, APP);
    assert.equal((await app.authorize()).url.pathname, '/login');
    const next = await out({ redirect_uri: APP, response_type: 'code', state: 'b' });
    assert.deepEqual([next.url.pathname, next.status], ['/login', 200]);
  });
});

describe('a code', () => {
  it('is good once, and its second use ends what the first one brought', async () => {
    const code = await app.code();
    const { body } = await app.redeem(code);
    await refused(app.redeem(code), 'invalid_grant');
    const refresh = { grant_type: 'refresh_token', client_id: clientId, refresh_token: String(body['refresh_token']) };
    await refused(app.post('/oauth2/token', refresh), 'invalid_grant');
    await refusedByApi(
      post(stage.cognito.endpoint, 'GetUser', { AccessToken: body['access_token'] }),
      'NotAuthorizedException',
      'Access Token has been revoked',
    );
  });

  it('is good for one of two requests at the same time at most, and then for none', async () => {
    const code = await app.code();
    const answers = await Promise.all([app.redeem(code), app.redeem(code)]);
    const [won] = answers.filter(({ status }) => status === 200);
    if (won) {
      const refresh_token = String(won.body['refresh_token']);
      const refresh = { grant_type: 'refresh_token', client_id: clientId, refresh_token };
      await refused(app.post('/oauth2/token', refresh), 'invalid_grant');
    }
  });

  it('is good for five minutes', async () => {
    const code = await app.code();
    stage.pass(5 * MINUTE);
    await refused(app.redeem(code), 'invalid_grant');
  });

  for (const [title, changes, error] of [
    ['another verifier', { code_verifier: 'w'.repeat(64) }, 'invalid_grant'],
    ['an empty verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another address', { redirect_uri: `${APP}other` }, 'invalid_grant'],
    ['another code', { code: 'unknown' }, 'invalid_grant'],
    ['an app client of another pool', { client_id: confidential, client_secret: SECRET }, 'invalid_grant'],
    ['an unknown app client', { client_id: 'unknown' }, 'invalid_client'],
    ['a secret that the app client does not have', { client_secret: 'secret' }, 'invalid_client'],
    ['an app client without the flow', { client_id: bare }, 'unauthorized_client'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no app client', { client_id: '' }, 'invalid_request'],
  ] as const) {
    it(`is worth nothing with ${title}`, async () => {
      await refused(app.redeem(await app.code(), changes), error);
    });
  }

  it('that was asked for with PKCE needs the verifier, and one without takes none', async () => {
    const body = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: APP };
    await refused(app.post('/oauth2/token', { ...body, code: await app.code() }), 'invalid_grant');
    app.browser = app.newBrowser();
    const changes = { code_challenge: undefined, code_challenge_method: undefined };
    await refused(app.redeem(await app.code(changes)), 'invalid_grant');
    app.browser = app.newBrowser();
    const { status } = await app.post('/oauth2/token', { ...body, code: await app.code(changes) });
    assert.equal(status, 200);
  });

  it('is refused in JSON, and with parameters missing', async () => {
    const json = await fetch(app.address('/oauth2/token'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'authorization_code' }),
    });
    assert.equal(json.status, 400);
    assert.deepEqual(await json.json(), { error: 'invalid_request' });
    await refused(
      app.post('/oauth2/token', { grant_type: 'authorization_code', client_id: clientId }),
      'invalid_request',
    );
  });

  it('of an app client with a secret needs the secret, in the header or the body', async () => {
    const code = () => app.code({ client_id: confidential });
    const basic = (secret: string): Record<string, string> => ({
      authorization: `Basic ${Buffer.from(`${confidential}:${encodeURIComponent(secret)}`).toString('base64')}`,
    });
    const { code_verifier, redirect_uri } = { code_verifier: 'v'.repeat(64), redirect_uri: APP };
    const send = async (headers: Record<string, string>, more: Record<string, string> = {}) =>
      app.post(
        '/oauth2/token',
        { grant_type: 'authorization_code', redirect_uri, code: await code(), code_verifier, ...more },
        headers,
      );
    await refused(send({}, { client_id: confidential }), 'invalid_client');
    await refused(send(basic('wrong')), 'invalid_client');
    await refused(send(basic(SECRET), { client_id: clientId }), 'invalid_request');
    assert.equal((await send(basic(SECRET))).status, 200);
    assert.equal((await send({}, { client_id: confidential, client_secret: SECRET })).status, 200);
  });
});

describe('tokens of the hosted pages', () => {
  const granted = async (scope: string) => (await app.redeem(await app.code({ scope }))).body;
  const getUser = (AccessToken: unknown) => post(stage.cognito.endpoint, 'GetUser', { AccessToken });

  it('are for what the scopes say', async () => {
    const plain = await granted('openid phone');
    assert.equal(claimsOf(plain['id_token'])['email'], undefined);
    await refusedByApi(
      getUser(plain['access_token']),
      'NotAuthorizedException',
      'Access Token does not have required scopes',
    );
    app.browser = app.newBrowser();
    const admin = await granted('aws.cognito.signin.user.admin');
    assert.equal(admin['id_token'], undefined);
    assert.equal((await getUser(admin['access_token'])).status, 200);
    const info = await fetch(app.address('/oauth2/userInfo'), {
      headers: { authorization: `Bearer ${String(admin['access_token'])}` },
    });
    assert.equal(info.status, 401);
    assert.match(info.headers.get('www-authenticate') ?? '', /invalid_token/);
  });

  it('are refreshed on either side, and are no more after either revocation', async () => {
    const body = await granted('openid aws.cognito.signin.user.admin');
    const RefreshToken = String(body['refresh_token']);
    const { endpoint } = stage.cognito;
    const byToken = () =>
      app.post('/oauth2/token', { grant_type: 'refresh_token', client_id: clientId, refresh_token: RefreshToken });
    const byApi = () => post(endpoint, 'GetTokensFromRefreshToken', { ClientId: clientId, RefreshToken });
    const byFlow = () =>
      post(endpoint, 'InitiateAuth', {
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
      });
    assert.deepEqual([(await byToken()).status, (await byApi()).status, (await byFlow()).status], [200, 200, 200]);
    assert.equal((await byToken()).body['refresh_token'], undefined);
    assert.equal((await app.post('/oauth2/revoke', { client_id: clientId, token: RefreshToken })).status, 200);
    await refused(byToken(), 'invalid_grant');
    await refusedByApi(byApi(), 'NotAuthorizedException', 'Refresh Token has been revoked');

    const { body: api } = await post(endpoint, 'InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'hana', PASSWORD },
    });
    const { RefreshToken: ofApi } = api['AuthenticationResult'] as { RefreshToken: string };
    const refresh = { grant_type: 'refresh_token', client_id: clientId, refresh_token: ofApi };
    assert.equal((await app.post('/oauth2/token', refresh)).status, 200);
    await post(endpoint, 'RevokeToken', { ClientId: clientId, Token: ofApi });
    await refused(app.post('/oauth2/token', refresh), 'invalid_grant');
  });

  it('rotate where the app client says so', async () => {
    const credentials = { client_id: confidential, client_secret: SECRET };
    const { body } = await app.redeem(await app.code({ client_id: confidential }), credentials);
    const refresh = (refresh_token: unknown) =>
      app.post('/oauth2/token', { grant_type: 'refresh_token', ...credentials, refresh_token: String(refresh_token) });
    const next = await refresh(body['refresh_token']);
    assert.notEqual(next.body['refresh_token'], body['refresh_token']);
    await refused(refresh(body['refresh_token']), 'invalid_grant');
    assert.equal((await refresh(next.body['refresh_token'])).status, 200);
  });

  it('cannot be revoked by their access token or another app client', async () => {
    const body = await granted('openid');
    const token = String(body['access_token']);
    await refused(app.post('/oauth2/revoke', { client_id: clientId, token }), 'unsupported_token_type');
    await refused(app.post('/oauth2/revoke', { client_id: clientId }), 'invalid_request');
    await refused(app.post('/oauth2/revoke', { client_id: confidential, token }), 'invalid_client');
    await app.post('/oauth2/revoke', { client_id: bare, token: String(body['refresh_token']) });
    const refresh = { grant_type: 'refresh_token', client_id: clientId, refresh_token: String(body['refresh_token']) };
    assert.equal((await app.post('/oauth2/token', refresh)).status, 200);
  });

  it('come in the fragment in the implicit flow, without a refresh token', async () => {
    const back = await app.signIn({ response_type: 'token', scope: 'openid', nonce: 'once' });
    assert.equal(back.search, '');
    const answer = new URLSearchParams(back.hash.slice(1));
    assert.deepEqual([...answer.keys()].toSorted(), ['access_token', 'expires_in', 'id_token', 'state', 'token_type']);
    assert.equal(claimsOf(answer.get('id_token'))['nonce'], 'once');
  });

  it('may be asked for by any origin, without cookies', async () => {
    const { headers } = await app.redeem(await app.code());
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-credentials'), null);
  });
});

it('other pools have no hosted pages', async () => {
  assert.equal((await app.authorize({ client_id: POOL.clientId })).url.pathname, '/error');
});
