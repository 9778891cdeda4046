import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { HostedBrowser } from './support/hosted-browser.js';
import { HOSTED_POOL, PASSWORD, setStage } from './support/stage.js';

const stage = setStage();
const APP = 'http://localhost:5173/';
let browser: HostedBrowser;
let metadata: openid.ServerMetadata;

beforeEach(async () => {
  browser = new HostedBrowser(stage.cognito.domain);
  const document = `${HOSTED_POOL.userPoolId}/.well-known/openid-configuration`;
  metadata = (await (await fetch(new URL(document, stage.cognito.endpoint))).json()) as openid.ServerMetadata;
});

/** Signs in with a password, from the address that a library made. */
async function signIn(address: URL, username = 'hana'): Promise<URL> {
  const form = await browser.open(address);
  return (await browser.submit(form, { username, password: PASSWORD })).url;
}

async function verifierOf<Use extends 'access' | 'id'>(tokenUse: Use) {
  const { userPoolId, clientId } = HOSTED_POOL;
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse });
  // The issuer is that of AWS, which does not have these keys.
  verifier.cacheJwks((await (await fetch(metadata.jwks_uri!)).json()) as Jwks);
  return verifier;
}

describe('openid-client', () => {
  let config: openid.Configuration;
  beforeEach(() => {
    config = new openid.Configuration(metadata, HOSTED_POOL.clientId, undefined, openid.None());
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- It marks what is for this machine only, as this is.
    openid.allowInsecureRequests(config);
  });

  it('gets tokens for a code, with PKCE, state and nonce', async () => {
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
    const back = await signIn(
      openid.buildAuthorizationUrl(config, {
        redirect_uri: APP,
        scope: 'openid email',
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state: expectedState,
        nonce: expectedNonce,
      }),
    );
    const tokens = await openid.authorizationCodeGrant(config, back, {
      pkceCodeVerifier,
      expectedState,
      expectedNonce,
    });
    assert.equal(tokens.claims()?.['email'], 'hana@example.com');
    assert.ok(tokens.refresh_token);
    const access = await (await verifierOf('access')).verify(tokens.access_token);
    assert.equal(access.scope, 'openid email');
    const id = await (await verifierOf('id')).verify(tokens.id_token!);
    assert.equal(id['nonce'], expectedNonce);
  });
});

describe('oauth4webapi', () => {
  it('gets tokens for a code, refreshes them, reads the claims of the user, and revokes', async () => {
    const server = metadata;
    const client: oauth.Client = { client_id: HOSTED_POOL.clientId };
    const none = oauth.None();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- It marks what is for this machine only, as this is.
    const options = { [oauth.allowInsecureRequests]: true };
    const verifier = oauth.generateRandomCodeVerifier();
    const address = new URL(server.authorization_endpoint!);
    address.search = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: APP,
      response_type: 'code',
      scope: 'openid email',
      state: 'a-state',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const answer = oauth.validateAuthResponse(server, client, await signIn(address), 'a-state');
    const response = await oauth.authorizationCodeGrantRequest(server, client, none, answer, APP, verifier, options);
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { requireIdToken: true });
    const { sub } = oauth.getValidatedIdTokenClaims(tokens)!;
    const asked = await oauth.userInfoRequest(server, client, tokens.access_token, options);
    const info = await oauth.processUserInfoResponse(server, client, sub, asked);
    assert.equal(info.email, 'hana@example.com');
    const refresh = () => oauth.refreshTokenGrantRequest(server, client, none, tokens.refresh_token!, options);
    assert.ok((await oauth.processRefreshTokenResponse(server, client, await refresh())).access_token);
    const revoked = await oauth.revocationRequest(server, client, none, tokens.refresh_token!, options);
    await oauth.processRevocationResponse(revoked);
    await assert.rejects(
      async () => oauth.processRefreshTokenResponse(server, client, await refresh()),
      oauth.ResponseBodyError,
    );
  });
});
