import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { totpCode } from '../../demo/cognito/index.js';
import type { CompatUser } from '../../src/compat/index.js';
import { titleOf } from './sample.js';
import { Auth, PASSWORD, Stage } from './stage.js';

let stage: Stage;
let user: CompatUser;
beforeEach(async () => {
  stage = await Stage.open();
  user = await Auth.signIn('jane', PASSWORD);
});
afterEach(() => stage.close());

/** The second factors of the user, as Cognito has them. */
const factors = () => [...stage.user('jane').mfa];

/** Sets up an authenticator app by the sample, and returns its key. */
async function setUp(): Promise<string> {
  await stage.runThrough('enable-totp.js', { names: { user } });
  return stage.user('jane').pendingTotp!;
}

const verify = (challengeAnswer: string) =>
  stage.runThrough('enable-totp.js', { names: { user, challengeAnswer }, part: 1 });

describe(titleOf('enable-totp.js'), () => {
  it('sets up an authenticator app, and prefers it from then on', async () => {
    const key = await setUp();
    await verify(totpCode(key, Date.now()));
    assert.deepEqual(factors(), ['SOFTWARE_TOKEN_MFA']);
    await Auth.signOut();
    const asked = await Auth.signIn('jane', PASSWORD);
    assert.equal(asked.challengeName, 'SOFTWARE_TOKEN_MFA');
  });

  it('leaves it as it is after a wrong code', async () => {
    const key = await setUp();
    await verify(totpCode(key, 0));
    assert.deepEqual(stage.requested('VerifySoftwareToken'), ['VerifySoftwareToken']);
    await assert.rejects(Auth.setPreferredMFA(user, 'TOTP'));
    assert.deepEqual(factors(), []);
  });
});

for (const sample of ['preferred-mfa.js', 'preferred-mfa.s2.js']) {
  describe(titleOf(sample), () => {
    it('prefers an authenticator app, text messages, or nothing', async () => {
      await Auth.verifyTotpToken(user, totpCode(await setUp(), Date.now()));
      for (const [part, preferred] of [
        [0, 'SOFTWARE_TOKEN_MFA'],
        [1, 'SMS_MFA'],
        [2, 'NOMFA'],
      ] as const) {
        await stage.runThrough(sample, { names: { user }, part });
        assert.equal(await Auth.getPreferredMFA(user, { bypassCache: true }), preferred);
      }
    });
  });
}

describe(titleOf('preferred-mfa.js'), () => {
  it('logs that a preference is set', async () => {
    await Auth.verifyTotpToken(user, totpCode(await setUp(), Date.now()));
    assert.equal(await stage.run('preferred-mfa.js', { names: { user } }).logged(), 'SUCCESS');
  });
});

describe(titleOf('read-preferred-mfa.js'), () => {
  it('logs the preferred method', async () => {
    await Auth.setPreferredMFA(user, 'SMS');
    const run = stage.run('read-preferred-mfa.js', { names: { user } });
    assert.equal(await run.logged(), 'Current prefered MFA type is: SMS_MFA');
  });
});
