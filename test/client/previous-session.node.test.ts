import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthClient } from '../../src/client/auth-client.js';
import { fieldsOf, parseJson, textOf } from '../../src/cognito/json.js';
import { expectStep, signIn } from '../contracts/client.contract.js';
import { tokens } from '../session/tokens.js';
import { until } from '../support/until.js';
import { Stage } from './stage.js';

let stage: Stage;
/** The refresh tokens that Cognito was asked to revoke. */
let revoked: (string | undefined)[];
beforeEach(async () => {
  stage = await Stage.open();
  revoked = [];
  stage.intercept = async (request, pass) => {
    const isRevocation = stage.asked.at(-1) === 'RevokeToken';
    if (isRevocation) revoked.push(textOf(fieldsOf(parseJson(await request.clone().text())), 'Token'));
    return pass();
  };
});
afterEach(() => stage.close());

const keptToken = () => textOf(fieldsOf(parseJson(stage.kept.get('auth-elements.abc123') ?? '')), 'refreshToken');

const isRevoked = (token: string | undefined) => until(() => revoked.includes(token));

describe('The session before', () => {
  for (const [who, username] of [
    ['the same user', 'jane'],
    ['another user', 'vera'],
  ] as const) {
    it(`is revoked when ${who} signs in`, async () => {
      const client = stage.client();
      await signIn(client, 'jane');
      const before = keptToken();
      await signIn(client, username);
      assert.notEqual(keptToken(), before);
      await isRevoked(before);
      assert.deepEqual(revoked, [before]);
    });
  }

  it('is revoked when a user signs in on a page that has not looked for it', async () => {
    await signIn(stage.client(), 'jane');
    const before = keptToken();
    await signIn(stage.client(), 'jane');
    await isRevoked(before);
  });

  it('is not revoked by a refresh', async () => {
    const client = stage.client();
    await signIn(client, 'jane');
    await client.getTokens({ forceRefresh: true });
    expectStep(await stage.client().restore(), 'done');
    assert.ok(!stage.asked.includes('RevokeToken'));
  });
});

describe('The tokens that aws-amplify has left beside a session', () => {
  const PREFIX = 'CognitoIdentityServiceProvider.abc123.';

  /** Stores what aws-amplify stores for a user. Returns the refresh token. */
  function leaveTokens(username = 'jane', sub?: string): string {
    const { refreshToken, ...left } = tokens({ mark: `aws-amplify ${username}`, ...(sub && { sub }) });
    stage.kept.set(`${PREFIX}LastAuthUser`, username);
    for (const [name, value] of Object.entries({ ...left, refreshToken }))
      stage.kept.set(`${PREFIX}${username}.${name}`, value);
    stage.kept.set(`${PREFIX}${username}.deviceKey`, 'a device');
    return refreshToken;
  }

  const leftKeys = () => [...stage.kept.keys()].filter((key) => key.startsWith(PREFIX));

  it('are revoked and removed by a sign-out, and a reload signs nobody in', async () => {
    const client = stage.client();
    await signIn(client, 'jane');
    const [own, left] = [keptToken(), leaveTokens()];
    await client.signOut({});
    await isRevoked(left);
    assert.deepEqual(revoked, [own, left]);
    assert.deepEqual(leftKeys(), [`${PREFIX}jane.deviceKey`]);
    assert.deepEqual(await stage.client().restore(), { name: 'signIn' });
  });

  it('are revoked and removed by a sign-out that finds nothing else, which is announced', async () => {
    const client = stage.client();
    const left = leaveTokens();
    await client.signOut({});
    await isRevoked(left);
    assert.deepEqual(leftKeys(), [`${PREFIX}jane.deviceKey`]);
    assert.deepEqual(client.changes, [{ name: 'ended', reason: 'user' }]);
  });

  it('are revoked and removed by a sign-in', async () => {
    const left = leaveTokens();
    await signIn(stage.client(), 'jane');
    await isRevoked(left);
    assert.deepEqual(leftKeys(), [`${PREFIX}jane.deviceKey`]);
  });

  for (const [title, act] of [
    ['a sign-out', (client) => client.signOut({})],
    ['a sign-in', (client) => signIn(client, 'jane')],
  ] as const satisfies readonly (readonly [string, (client: AuthClient) => Promise<unknown>])[]) {
    it(`are revoked and removed by ${title}, those of users before too`, async () => {
      const left = ['max', 'jane'].map((username) => leaveTokens(username, username));
      await act(stage.client());
      for (const token of left) await isRevoked(token);
      assert.deepEqual(leftKeys().sort(), [`${PREFIX}jane.deviceKey`, `${PREFIX}max.deviceKey`]);
    });
  }

  it('are revoked when they are of another user than the session that is taken over, and not when of the same', async () => {
    const other = leaveTokens('max', 'max');
    leaveTokens('jane@example.com', 'jane');
    leaveTokens('jane', 'jane');
    await stage.client().restore();
    await isRevoked(other);
    assert.deepEqual(revoked, [other]);
  });

  it('are neither revoked nor removed when they belong to another app client', async () => {
    const other = 'CognitoIdentityServiceProvider.another.LastAuthUser';
    stage.kept.set(other, 'jane');
    const client = stage.client();
    await signIn(client, 'jane');
    const own = keptToken();
    await client.signOut({});
    await isRevoked(own);
    assert.deepEqual(revoked, [own]);
    assert.equal(stage.kept.get(other), 'jane');
  });
});
