import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { startLocalCognito } from '../../demo/cognito/index.js';
import { GUEST_POOL_ID, IdentityApp, keyOf, USER_POOL_ID } from './support/identity-app.js';
import { refusal } from './support/refusal.js';
import { HOSTED_POOL, HOUR, MFA_POOL, POOL, SECOND, setStage } from './support/stage.js';

const stage = setStage();
let app: IdentityApp;
beforeEach(() => {
  app = new IdentityApp(stage);
});
afterEach(() => assert.deepEqual(app.sdk.misfits, []));

const UNKNOWN = 'us-east-1:00000000-0000-4000-8000-000000000000';
const refused = (message: string) => refusal(aws.NotAuthorizedException, message);
const invalid = (message: string) => refused(`Invalid login token. ${message}`);
const mismatch = refused(
  "Logins don't match. Please include at least one valid login for this identity or identity pool.",
);

describe('A user of a user pool', () => {
  it('has one identity, whenever and wherever they sign in', async () => {
    const id = await app.idOf(await app.loginsOf('jane'));
    assert.match(id, /^us-east-1:[\da-f-]{36}$/);
    assert.equal(await app.idOf(await app.loginsOf('jane')), id);
    assert.notEqual(await app.idOf(await app.loginsOf('tom')), id, 'another user');
    assert.notEqual(await app.idOf(await app.loginsOf('jane'), USER_POOL_ID), id, 'another identity pool');
  });

  it('gets credentials for an hour', async () => {
    const logins = await app.loginsOf('jane');
    const id = await app.idOf(logins);
    const { expiration, ...credentials } = await app.credentialsOf(id, logins);
    assert.equal(credentials.identityId, id);
    assert.match(credentials.accessKeyId, /^ASIA[A-Z2-7]{16}$/);
    assert.equal(credentials.secretAccessKey.length, 40);
    assert.ok(credentials.sessionToken);
    const left = expiration.getTime() - stage.cognito.store.now();
    assert.ok(left > HOUR - SECOND && left <= HOUR, `${left} ms`);
  });

  it('gets none with the id of another, nor without a login', async () => {
    const [janes, toms] = [await app.loginsOf('jane'), await app.loginsOf('tom')];
    const id = await app.idOf(janes);
    await assert.rejects(app.credentialsOf(id, toms), mismatch);
    await assert.rejects(app.credentialsOf(id), refused(`Access to Identity '${id}' is forbidden.`));
    await assert.rejects(
      app.credentialsOf(UNKNOWN, janes),
      refusal(aws.ResourceNotFoundException, `Identity '${UNKNOWN}' not found.`),
    );
  });
});

describe('A guest', () => {
  it('gets an identity of their own each time, and credentials for it', async () => {
    const id = await app.idOf();
    assert.notEqual(await app.idOf(), id);
    assert.equal((await app.credentialsOf(id)).identityId, id);
  });

  it('is refused where guests are off, or the pool is unknown', async () => {
    await assert.rejects(
      app.idOf(undefined, USER_POOL_ID),
      refused('Unauthenticated access is not supported for this identity pool.'),
    );
    await assert.rejects(
      app.idOf(undefined, UNKNOWN),
      refusal(aws.ResourceNotFoundException, `IdentityPool '${UNKNOWN}' not found.`),
    );
  });

  it('who signs in for the first time stays the same identity', async () => {
    const id = await app.idOf();
    const logins = await app.loginsOf('jane');
    assert.equal((await app.credentialsOf(id, logins)).identityId, id);
    assert.equal(await app.idOf(logins), id);
    await assert.rejects(app.credentialsOf(id), refused(`Access to Identity '${id}' is forbidden.`));
  });

  it('who turns out to be a known user becomes that identity', async () => {
    const logins = await app.loginsOf('jane');
    const id = await app.idOf(logins);
    const guest = await app.idOf();
    assert.equal((await app.credentialsOf(guest, logins)).identityId, id);
    assert.equal((await app.credentialsOf(guest, logins)).identityId, id, 'again');
    await assert.rejects(app.credentialsOf(guest), aws.NotAuthorizedException);
  });
});

describe('An identity', () => {
  it('has users of several providers, one of each', async () => {
    const [janes, hanas, toms] = [
      await app.loginsOf('jane'),
      await app.loginsOf('hana', HOSTED_POOL),
      await app.loginsOf('tom'),
    ];
    const id = await app.idOf(janes);
    assert.equal((await app.credentialsOf(id, { ...janes, ...hanas })).identityId, id);
    assert.equal(await app.idOf(hanas), id);
    await assert.rejects(app.idOf({ ...hanas, ...toms }), aws.ResourceConflictException);
  });

  it('does not take a login that is linked to another', async () => {
    const [janes, hanas] = [await app.loginsOf('jane'), await app.loginsOf('hana', HOSTED_POOL)];
    const id = await app.idOf(janes);
    await app.idOf(hanas);
    await assert.rejects(
      app.credentialsOf(id, { ...janes, ...hanas }),
      refusal(aws.ResourceConflictException, 'Login already linked to another account.'),
    );
  });

  it('loses a login that is unlinked, and is over with its last one', async () => {
    const [janes, hanas] = [await app.loginsOf('jane'), await app.loginsOf('hana', HOSTED_POOL)];
    const IdentityId = await app.idOf({ ...janes, ...hanas });
    const unlink = (Logins: Record<string, string>) =>
      app.sdk.send(new aws.UnlinkIdentityCommand({ IdentityId, Logins, LoginsToRemove: Object.keys(Logins) }));
    await unlink(hanas);
    await assert.rejects(app.credentialsOf(IdentityId, hanas), mismatch);
    assert.notEqual(await app.idOf(hanas), IdentityId);
    await unlink(janes);
    await assert.rejects(app.credentialsOf(IdentityId), refused(`Access to Identity '${IdentityId}' is forbidden.`));
    assert.notEqual(await app.idOf(janes), IdentityId);
  });

  it('has a token that says whose it is', async () => {
    const logins = await app.loginsOf('jane');
    const IdentityId = await app.idOf(logins);
    const { Token = '' } = await app.sdk.send(new aws.GetOpenIdTokenCommand({ IdentityId, Logins: logins }));
    const { sub, aud, iss, amr, exp = 0, iat = 0 } = decodeJwt(Token);
    assert.deepEqual(
      { sub, aud, iss, amr, lifetime: exp - iat },
      {
        sub: IdentityId,
        aud: GUEST_POOL_ID,
        iss: 'https://cognito-identity.amazonaws.com',
        amr: ['authenticated', keyOf(POOL), `${keyOf(POOL)}:${POOL.clientId}`],
        lifetime: 600,
      },
    );
    const guest = await app.sdk.send(new aws.GetOpenIdTokenCommand({ IdentityId: await app.idOf() }));
    assert.deepEqual(decodeJwt(guest.Token ?? '')['amr'], ['unauthenticated']);
  });

  it('can be that of a user whom the server of a developer names', async () => {
    const name = (user: string, IdentityId?: string) =>
      app.sdk.send(
        new aws.GetOpenIdTokenForDeveloperIdentityCommand({
          IdentityPoolId: USER_POOL_ID,
          IdentityId,
          Logins: { 'login.example': user },
        }),
      );
    const { IdentityId = '', Token = '' } = await name('u-1');
    const logins = { 'cognito-identity.amazonaws.com': Token };
    assert.equal((await app.credentialsOf(IdentityId, logins)).identityId, IdentityId);
    assert.equal((await name('u-1')).IdentityId, IdentityId);
    const other = await name('u-2');
    assert.notEqual(other.IdentityId, IdentityId);
    await assert.rejects(app.credentialsOf(other.IdentityId ?? '', logins), mismatch);
    await assert.rejects(app.idOf(logins, USER_POOL_ID), aws.InvalidParameterException);
    stage.pass(15 * 60 * SECOND);
    await assert.rejects(app.credentialsOf(IdentityId, logins), invalid('Token expired'));
  });
});

describe('A login', () => {
  it('of another provider than those of the pool is refused', async () => {
    const { id } = await app.tokensOf('jane');
    await assert.rejects(
      app.idOf({ 'accounts.example.com': id }),
      refused('Token is not from a supported provider of this identity pool.'),
    );
  });

  it('is refused with the key of another pool, another app client, or the access token', async () => {
    const { id, access } = await app.tokensOf('jane');
    await assert.rejects(app.idOf({ [keyOf(MFA_POOL)]: id }), invalid("Couldn't verify signed token."));
    await assert.rejects(app.idOf({ [keyOf(POOL)]: access }), invalid('Missing a required claim: aud'));
    const { pools, tokens } = stage.cognito.store;
    const [pool] = pools;
    const client = { ...pool!.clients.get(POOL.clientId)!, id: 'another' };
    const { IdToken = '' } = await tokens.issue({ pool: pool!, client, user: pool!.users[0]! });
    await assert.rejects(app.idOf({ [keyOf(POOL)]: IdToken }), invalid('Incorrect token audience.'));
  });

  it('is refused when it has expired, was changed, signed by somebody else, or is no token', async () => {
    const { id } = await app.tokensOf('jane');
    const refuses = (token: string, message: string) =>
      assert.rejects(app.idOf({ [keyOf(POOL)]: token }), invalid(message));
    const [header = '', payload = '', signature = ''] = id.split('.');
    const claims = { ...decodeJwt(id), sub: 'somebody' };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await refuses([header, changed, signature].join('.'), "Couldn't verify signed token.");
    const { privateKey } = await generateKeyPair('RS256');
    const { kid = '' } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid?: string };
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    await refuses(forged, "Couldn't verify signed token.");
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    await refuses([none, payload, ''].join('.'), "Couldn't verify signed token.");
    await refuses('no token', 'Not a valid OpenId Connect identity token.');
    stage.pass(HOUR);
    const now = Math.floor(stage.cognito.store.now() / 1000);
    await refuses(id, `Token expired: ${now} >= ${String(claims.exp)}`);
  });
});

describe('A user of another issuer', () => {
  it('has an identity, by the ID token for the client that the pool knows', async (test) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] };
    const server = createServer((_request, response) => response.end(JSON.stringify(keys))).listen(0, 'localhost');
    await once(server, 'listening');
    test.after(() => {
      server.closeAllConnections();
      server.close();
    });
    // `address()` is a string only for pipes and sockets.
    const key = `localhost:${(server.address() as AddressInfo).port}`;
    const issuer = `http://${key}`;
    for (const { sources } of stage.cognito.store.identityPools.all) {
      sources.set(key, { kind: 'issuer', issuer, keys: new URL(issuer), clientIds: ['an-app'] });
    }
    const now = Math.floor(stage.cognito.store.now() / 1000);
    const tokenFor = (aud: string, iss = issuer) =>
      new SignJWT({ sub: 'gina', aud, iss, exp: now + 60 })
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .sign(privateKey);
    const id = await app.idOf({ [key]: await tokenFor('an-app') });
    assert.equal(await app.idOf({ [key]: await tokenFor('an-app') }), id);
    await assert.rejects(app.idOf({ [key]: await tokenFor('another') }), invalid('Incorrect token audience.'));
    await assert.rejects(
      app.idOf({ [key]: await tokenFor('an-app', 'https://example.com') }),
      invalid("Issuer doesn't match providerName"),
    );
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await assert.rejects(app.idOf({ [key]: await tokenFor('an-app') }), aws.ExternalServiceException);
  });
});

describe('An identity pool without a role', () => {
  it('gives no credentials', async () => {
    const id = 'us-east-1:0a1b2c3d-0000-4000-8000-000000000009';
    const cognito = await startLocalCognito({ identityPools: [{ id, allowsGuests: true, roles: {} }] });
    try {
      const other = new IdentityApp({ ...stage, cognito });
      await assert.rejects(
        other.credentialsOf(await other.idOf(undefined, id)),
        aws.InvalidIdentityPoolConfigurationException,
      );
    } finally {
      await cognito.close();
    }
  });
});

describe('A developer', () => {
  it('can delete an identity, or all', async () => {
    const [first, second] = [await app.idOf(), await app.idOf()];
    await app.control('DELETE', 'identities', { id: first });
    await assert.rejects(app.credentialsOf(first), aws.ResourceNotFoundException);
    await app.credentialsOf(second);
    await app.control('DELETE', 'identities');
    await assert.rejects(app.credentialsOf(second), aws.ResourceNotFoundException);
  });

  it('can let a provider be down', async () => {
    const logins = await app.loginsOf('jane');
    await app.control('DELETE', 'provider', { key: keyOf(POOL) });
    await assert.rejects(app.idOf(logins), aws.ExternalServiceException);
    await app.control('POST', 'provider', { key: keyOf(POOL) });
    await app.idOf(logins);
  });

  it('can throttle', async () => {
    await app.control('POST', 'throttle', { operation: 'GetId' });
    await assert.rejects(app.idOf(), aws.TooManyRequestsException);
    await app.idOf();
  });
});
