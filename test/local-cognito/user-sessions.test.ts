import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import type { SeedPool } from '../../demo/cognito/index.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { MINUTE, PASSWORD, POOL, setStage } from './support/stage.js';

const TRACKED = { userPoolId: 'us-east-1_Tracked', clientId: 'tracked' };

const pool = ({ userPoolId, clientId }: typeof TRACKED, sessionTracking: boolean): SeedPool => ({
  title: userPoolId,
  pool: { id: userPoolId, sessionTracking },
  client: { id: clientId },
  users: [{ username: 'jane', password: PASSWORD, attributes: { email: 'jane@example.com' }, note: '' }],
});

const stage = setStage([pool(TRACKED, true), pool(POOL, false)]);
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

async function signIn(ClientId = TRACKED.clientId): Promise<{ AccessToken: string; RefreshToken: string }> {
  const { AuthenticationResult } = await sdk.send(
    new aws.InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD },
    }),
  );
  const { AccessToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  return { AccessToken, RefreshToken };
}

const list = async (AccessToken: string) =>
  (await sdk.send(new aws.ListUserSessionsCommand({ AccessToken }))).Sessions ?? [];

const revoke = (AccessToken: string, SessionId: string) =>
  sdk.send(new aws.RevokeUserSessionCommand({ AccessToken, SessionId, RevokeAssociatedSessions: 'LINKED' }));

describe("the sessions of a user, by AWS's own client", () => {
  it('are listed, with the start of each and the current one', async () => {
    const there = await signIn();
    stage.pass(MINUTE);
    const here = await signIn();
    const sessions = await list(here.AccessToken);
    const [first, second] = sessions;
    assert.deepEqual(
      sessions.map(({ IsCurrentSession, SessionType, ClientId }) => [IsCurrentSession, SessionType, ClientId]),
      [
        [false, 'TOKEN', TRACKED.clientId],
        [true, 'TOKEN', TRACKED.clientId],
      ],
    );
    assert.equal(Number(second?.CreateDate) - Number(first?.CreateDate), MINUTE);
    for (const { SessionId = '' } of sessions) assert.match(SessionId, /^tkn[a-z\d]{25}$/);
    assert.deepEqual(
      (await list(there.AccessToken)).map(({ IsCurrentSession }) => IsCurrentSession),
      [true, false],
    );
    assert.deepEqual(sdk.misfits, []);
  });

  it('end one by one, and their tokens with them', async () => {
    const there = await signIn();
    const here = await signIn();
    const [other] = await list(here.AccessToken);
    await revoke(here.AccessToken, other?.SessionId ?? '');
    assert.equal((await list(here.AccessToken)).length, 1);
    await assert.rejects(
      sdk.send(new aws.GetUserCommand({ AccessToken: there.AccessToken })),
      refusal(aws.NotAuthorizedException, 'Access Token has been revoked'),
    );
    await assert.rejects(
      sdk.send(
        new aws.GetTokensFromRefreshTokenCommand({ ClientId: TRACKED.clientId, RefreshToken: there.RefreshToken }),
      ),
      aws.NotAuthorizedException,
    );
    assert.deepEqual(sdk.misfits, []);
  });

  it('stay when the current one or an unknown one is revoked', async () => {
    const { AccessToken } = await signIn();
    const [here] = await list(AccessToken);
    await assert.rejects(revoke(AccessToken, here?.SessionId ?? ''), aws.InvalidParameterException);
    await assert.rejects(revoke(AccessToken, `tkn${'0'.repeat(25)}`), aws.ResourceNotFoundException);
    assert.equal((await list(AccessToken)).length, 1);
  });

  it('are not listed where the pool does not track them', async () => {
    const { AccessToken } = await signIn(POOL.clientId);
    await assert.rejects(list(AccessToken), aws.OperationNotEnabledException);
  });
});
