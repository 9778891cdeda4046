import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import * as AmazonCognitoIdentity from 'amazon-cognito-identity-js';
import { TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import { titleOf } from './sample.js';
import { Auth, loggedUser, PASSWORD, Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => (stage = await Stage.open()));
afterEach(() => stage.close());

const signIn = (username: string) => Auth.signIn(username, PASSWORD);

for (const sample of ['sign-in.js', 'sign-in.s2.js']) {
  describe(titleOf(sample), () => {
    it('signs in with a password, and logs the user', async () => {
      const user = await loggedUser(stage.run(sample, { names: { username: 'jane', password: PASSWORD } }));
      assert.equal(user.getUsername(), 'jane');
      assert.equal(user.attributes?.['email'], 'jane@example.com');
    });

    it('logs why a password is refused', async () => {
      const run = stage.run(sample, { names: { username: 'jane', password: 'wrong-password' } });
      const error = (await run.logged()) as { code?: string; message?: string };
      assert.equal(error.code, 'NotAuthorizedException');
      assert.equal(error.message, 'Incorrect username or password.');
    });

    it('confirms a sign-in with a code by text message', async () => {
      const asked = await loggedUser(stage.run(sample, { names: { username: 'sue', password: PASSWORD } }));
      assert.equal(asked.challengeName, 'SMS_MFA');
      const names = { user: asked, code: stage.code('+15555550100'), mfaType: 'SMS' };
      const user = await loggedUser(stage.run(sample, { names, part: 1 }));
      assert.equal(user.getUsername(), 'sue');
      assert.equal((await Auth.currentAuthenticatedUser()).getUsername(), 'sue');
    });

    it('confirms a sign-in with a code of an authenticator app', async () => {
      const asked = await loggedUser(stage.run(sample, { names: { username: 'tom', password: PASSWORD } }));
      assert.equal(asked.challengeName, 'SOFTWARE_TOKEN_MFA');
      const names = { user: asked, code: totpCode(TOMS_KEY, Date.now()), mfaType: 'TOTP' };
      const user = await loggedUser(stage.run(sample, { names, part: 1 }));
      assert.equal((await Auth.currentAuthenticatedUser()).getUsername(), user.getUsername());
    });
  });
}

for (const sample of ['sign-out.js', 'sign-out.s1.js']) {
  describe(titleOf(sample), () => {
    it('signs out', async () => {
      await signIn('jane');
      assert.equal(await stage.run(sample).logged(), undefined);
      await assert.rejects(Auth.currentAuthenticatedUser(), (reason) => reason === 'The user is not authenticated');
    });
  });
}

describe(titleOf('sign-out.s1.js'), () => {
  it('signs out everywhere', async () => {
    await signIn('jane');
    assert.equal(await stage.run('sign-out.s1.js', { part: 1 }).logged(), undefined);
    assert.deepEqual(stage.requested('GlobalSignOut'), ['GlobalSignOut']);
    await assert.rejects(Auth.currentSession());
  });
});

describe(titleOf('current-user.js'), () => {
  it('logs the user who is signed in', async () => {
    await signIn('jane');
    const user = await loggedUser(stage.run('current-user.js'));
    assert.equal(user.getUsername(), 'jane');
    assert.equal(user.attributes?.['phone_number'], '+12128601234');
  });

  it('logs that there is none', async () => {
    assert.equal(await stage.run('current-user.js').logged(), 'The user is not authenticated');
  });
});

describe(titleOf('current-session.js'), () => {
  it('has a promise of the three tokens', async () => {
    await signIn('jane');
    const { session } = await stage.run('current-session.js', { reads: ['session'] }).ended;
    const tokens = (await session) as Awaited<ReturnType<typeof Auth.currentSession>>;
    assert.equal(tokens.isValid(), true);
    assert.equal(tokens.getIdToken().payload['cognito:username'], 'jane');
    assert.equal(tokens.getAccessToken().payload['username'], 'jane');
    assert.notEqual(tokens.getRefreshToken().getToken(), '');
  });
});

describe(titleOf('refresh-by-hand.js'), () => {
  /** AWS.config.credentials of the AWS SDK, version 2. */
  const credentials = () => ({
    params: { Logins: {} as Record<string, string> },
    needsRefresh: () => true,
    refresh: (done: (error?: Error) => void) => done(),
  });

  it('refreshes the tokens of the user, and hands the new one on', async () => {
    await signIn('jane');
    const before = (await Auth.currentSession()).getIdToken().getJwtToken();
    const config = { credentials: credentials() };
    const names = {
      AWS: { config },
      AmazonCognitoIdentity,
      alert: (error: unknown) => assert.fail(String(error)),
      refresh_token: undefined,
    };
    assert.equal(await stage.run('refresh-by-hand.js', { names }).logged(), 'TOKEN SUCCESSFULLY UPDATED');
    const [token] = Object.values(config.credentials.params.Logins);
    assert.notEqual(token, before);
    assert.equal((await Auth.currentSession()).getIdToken().getJwtToken(), token);
  });
});
