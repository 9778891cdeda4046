import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { closeSessionStorage, openSessionStorage } from '../client/session-storage.js';
import { Stage } from '../client/stage.js';
import { expectError, expectStep } from '../contracts/client.contract.js';

const KEY = 'auth-elements.abc123.asked';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  openSessionStorage();
});
afterEach(async () => {
  closeSessionStorage();
  await stage.close();
});

/** Stores a challenge, as before a reload, with this progress. */
function store(progress: string, expiresAt = String(stage.clock.now() + 60_000)): void {
  const challenge = '{"name":"SMS_MFA","userId":"sue","parameters":{},"available":[]}';
  const pending = `{"challenge":${challenge},"progress":{"session":"session",${progress}}}`;
  sessionStorage.setItem(KEY, `{"name":"challenge","username":"sue","expiresAt":${expiresAt},"challenge":${pending}}`);
}

const history = (flow: string, credentials: string, answers: string) =>
  `"history":{"flow":${flow},"credentials":${credentials},"answers":${answers}}`;

describe('A challenge that was stored with values of the wrong type', () => {
  for (const progress of [
    history('"toString"', '{"username":"sue"}', '[]'),
    history('"USER_AUTH"', '7', '[]'),
    history('"USER_AUTH"', '{"username":7}', '[]'),
    history('"USER_AUTH"', '{"username":"sue","password":"x"}', '7'),
    history('"USER_AUTH"', '{"username":"sue","preferred":7}', '[7]'),
    history('"USER_AUTH"', '{"username":"sue"}', '[["SELECT_MFA_TYPE",{"choice":7}]]'),
    history('"USER_AUTH"', '{"username":"sue"}', '[["NEW_PASSWORD_REQUIRED",{"attributes":{"a":7}}]]'),
    '"history":[]',
    '"history":7',
  ]) {
    it(`cannot be repeated: ${progress}`, async () => {
      store(progress);
      const client = stage.client({ resume: true });
      const { canStartAgain, ticket } = expectStep(await client.restore(), 'confirmSignIn');
      assert.equal(canStartAgain, undefined);
      await expectError(client.startAgain({ ticket }), 'challenge-expired');
      assert.deepEqual(stage.asked, []);
    });
  }

  it('has no other challenge that follows, and no signature of a passkey', async () => {
    const next =
      '{"challenge":{"name":"CUSTOM_CHALLENGE","userId":"x","parameters":{"question":"PIN?"}},"progress":{}}';
    store(`"next":${next},"credential":7`);
    const client = stage.client({ resume: true });
    const { ticket } = expectStep(await client.restore(), 'confirmSignIn');
    await expectError(client.answer({ ticket }), 'challenge-expired');
    assert.deepEqual(stage.asked, ['RespondToAuthChallenge']);
  });

  it('does not wait for ever', async () => {
    store('"spent":false', '1e999');
    assert.deepEqual(await stage.client({ resume: true }).restore(), { name: 'signIn' });
  });
});
