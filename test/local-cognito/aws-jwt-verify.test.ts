import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import {
  CognitoJwtInvalidClientIdError,
  CognitoJwtInvalidTokenUseError,
  JwtExpiredError,
  JwtInvalidSignatureError,
} from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { post, tokensIn } from './support/protocol.js';
import type { Tokens } from './support/protocol.js';
import { HOUR, MFA_POOL, PASSWORD, POOL, setStage } from './support/stage.js';

const stage = setStage();
let tokens: Tokens;

async function verifierOf<Use extends 'access' | 'id'>(tokenUse: Use, { userPoolId, clientId } = POOL) {
  const response = await fetch(new URL(`${userPoolId}/.well-known/jwks.json`, stage.cognito.endpoint));
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse });
  // The issuer is that of AWS, which does not have these keys.
  verifier.cacheJwks((await response.json()) as Jwks);
  return verifier;
}

beforeEach(async () => {
  tokens = await tokensIn(
    post(stage.cognito.endpoint, 'InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: POOL.clientId,
      AuthParameters: { USERNAME: 'jane@example.com', PASSWORD },
    }),
  );
});

describe('a backend that verifies tokens with aws-jwt-verify', () => {
  it('accepts an access token with the claims of Cognito', async () => {
    const claims = await (await verifierOf('access')).verify(tokens.AccessToken);
    const { sub, iat, exp, auth_time, jti, origin_jti, event_id, ...rest } = claims;
    assert.deepEqual(rest, {
      iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example1',
      client_id: 'abc123',
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: 'jane',
    });
    assert.equal(exp - iat, 3600);
    assert.equal(auth_time, iat);
    assert.equal(new Set([sub, jti, origin_jti, event_id]).size, 4);
  });

  it('accepts an ID token with the user and the app client', async () => {
    const claims = await (await verifierOf('id')).verify(tokens.IdToken);
    const { sub, iat, exp, auth_time, jti, origin_jti, event_id, ...rest } = claims;
    assert.deepEqual(rest, {
      iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example1',
      aud: 'abc123',
      token_use: 'id',
      'cognito:username': 'jane',
      email: 'jane@example.com',
      email_verified: true,
      given_name: 'Jane',
    });
    assert.equal(exp - iat, 3600);
    assert.equal(auth_time, iat);
    const access = await (await verifierOf('access')).verify(tokens.AccessToken);
    assert.deepEqual([sub, origin_jti, event_id], [access.sub, access.origin_jti, access['event_id']]);
    assert.notEqual(jti, access.jti);
  });

  it('refuses an ID token in place of an access token, and the other way round', async () => {
    await assert.rejects((await verifierOf('access')).verify(tokens.IdToken), CognitoJwtInvalidTokenUseError);
    await assert.rejects((await verifierOf('id')).verify(tokens.AccessToken), CognitoJwtInvalidTokenUseError);
  });

  it('refuses a token for another app client', async () => {
    const verifier = await verifierOf('access', { ...POOL, clientId: 'xyz789' });
    await assert.rejects(verifier.verify(tokens.AccessToken), CognitoJwtInvalidClientIdError);
  });

  it('refuses a token of another pool', async () => {
    const verifier = await verifierOf('access', MFA_POOL);
    await assert.rejects(verifier.verify(tokens.AccessToken), /issuer not configured/);
  });

  it('refuses a token that was changed', async () => {
    const [header, payload = '', signature] = tokens.AccessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, username: 'tom' })).toString('base64url');
    const token = [header, forged, signature].join('.');
    await assert.rejects((await verifierOf('access')).verify(token), JwtInvalidSignatureError);
  });

  it('refuses a token after an hour', async () => {
    const verifier = await verifierOf('access');
    await verifier.verify(tokens.AccessToken);
    mock.timers.enable({ apis: ['Date'], now: Date.now() + HOUR });
    try {
      await assert.rejects(verifier.verify(tokens.AccessToken), JwtExpiredError);
    } finally {
      mock.timers.reset();
    }
  });
});
