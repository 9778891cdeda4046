import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { NotAuthorizedException } from '@aws-sdk/client-cognito-identity';
import * as openid from 'openid-client';
import { HostedBrowser } from './support/hosted-browser.js';
import { GUEST_POOL_ID, IdentityApp } from './support/identity-app.js';
import { refusal } from './support/refusal.js';
import { setStage } from './support/stage.js';

const stage = setStage(undefined, { upstream: true });
let app: IdentityApp;
beforeEach(() => {
  app = new IdentityApp(stage);
});

const INCORRECT = refusal(NotAuthorizedException, 'Invalid login token. Incorrect token audience.');

/** An access token of a user of the identity provider, for one of its clients. */
async function tokenFor(clientId: string): Promise<string> {
  const issuer = new URL(stage.cognito.upstream ?? '');
  const provider = await openid.discovery(issuer, clientId, undefined, openid.None(), {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- It marks what is for this machine only, as this is.
    execute: [openid.allowInsecureRequests],
  });
  const [pkceCodeVerifier, expectedState] = [openid.randomPKCECodeVerifier(), openid.randomState()];
  const address = openid.buildAuthorizationUrl(provider, {
    redirect_uri: `${stage.cognito.endpoint}stand-ins/window`,
    scope: 'openid',
    state: expectedState,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const browser = new HostedBrowser(issuer.host);
  const { url } = await browser.submit(await browser.open(address), { login: 'gina' });
  return (await openid.authorizationCodeGrant(provider, url, { pkceCodeVerifier, expectedState })).access_token;
}

describe('A login by an access token', () => {
  for (const [key, clientId, other] of [
    ['graph.facebook.com', 'local-facebook', 'local-amazon'],
    ['www.amazon.com', 'local-amazon', 'local-facebook'],
  ] as const) {
    it(`of ${key} is taken when it was issued for the app of the identity pool, and for no other`, async () => {
      const identity = await app.idOf({ [key]: await tokenFor(clientId) });
      assert.ok(identity.startsWith(`${GUEST_POOL_ID.split(':')[0] ?? ''}:`));
      for (const wrong of [other, 'local-google']) {
        const token = await tokenFor(wrong);
        await assert.rejects(app.idOf({ [key]: token }), INCORRECT);
        await assert.rejects(app.credentialsOf(identity, { [key]: token }), INCORRECT);
      }
    });
  }
});
