import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Secret } from '../../src/cognito/secret.js';
import { Devices } from '../../src/session/devices.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { userPoolSession } from '../../src/session/user-pool-session.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { keep } from '../session/keep.js';
import { accessClaims, idClaims, jwt, POOL, sessionOf } from '../session/tokens.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { until } from '../support/until.js';
import { ownerOf } from './account/owner.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const answers = (answer: object) => {
  stage.intercept = () => Promise.resolve(Response.json(answer));
};

describe('A hostile answer', () => {
  it('cannot turn the direction of the address that a code went to, or hide characters in it', async () => {
    const CODE_DELIVERY_DESTINATION = '\u202Emoc.elpmaxe@\u0007j\u2066\u200B***';
    answers({ ChallengeName: 'EMAIL_OTP', Session: 's', ChallengeParameters: { CODE_DELIVERY_DESTINATION } });
    const { delivery } = expectStep(await signIn(stage.client(), 'jane'), 'confirmSignIn');
    assert.equal(delivery?.destination, 'moc.elpmaxe@j***');
  });

  for (const Session of [7, true, {}, ['s'], null]) {
    it(`has no Session of another type: ${JSON.stringify(Session)}`, async () => {
      answers({ ChallengeName: 'EMAIL_OTP', Session, ChallengeParameters: {} });
      await expectError(signIn(stage.client(), 'jane'), 'bad-response');
    });
  }

  for (const parameters of ['[]', '"x"', '7', 'null']) {
    it(`has no parameters of another type: ${parameters}`, async () => {
      answers({
        ChallengeName: 'SELECT_MFA_TYPE',
        Session: 's',
        ChallengeParameters: JSON.parse(parameters) as unknown,
      });
      expectStep(await signIn(stage.client(), 'jane'), 'unsupported');
    });
  }

  it('cannot change the prototype of stored devices by the id of a user', async () => {
    const devices = new Devices({ userPoolId: 'us-east-1_A', userPoolClientId: 'a' }, memoryStore());
    const session = { ...sessionOf({ sub: '__proto__' }), v: 1, gen: 0, receivedAt: 0 } as const;
    await devices.keep(session, 'jane', { key: 'key', groupKey: 'group', password: new Secret('password') });
    assert.equal(Reflect.get({}, 'names'), undefined);
    assert.equal((await devices.find('jane'))?.key, 'key');
  });

  it('cannot ask for the password as an attribute, beside a new one', async () => {
    const names = ['password', 'username', 'answer', 'email', 'custom:tier', 'dev:custom:tier', 'updated_at', 'e-mail'];
    const requiredAttributes = JSON.stringify(names.map((name) => `userAttributes.${name}`));
    answers({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's', ChallengeParameters: { requiredAttributes } });
    const step = expectStep(await signIn(stage.client(), 'jane'), 'newPassword');
    assert.deepEqual(step.requiredAttributes, ['email', 'custom:tier', 'dev:custom:tier', 'updated_at']);
  });

  it('cannot read the secrets of a passkey by extensions', async () => {
    const { account } = await ownerOf(stage, 'jane');
    const browser = new PasskeyBrowser();
    browser.open();
    browser.react = PasskeyBrowser.refuse;
    const made: object[] = [];
    browser.make = (options) => {
      made.push(options);
      throw new DOMException('Closed.', 'NotAllowedError');
    };
    try {
      const extensions = { prf: { eval: { first: 'c2FsdA' } }, largeBlob: { read: true } };
      const options = JSON.stringify({ challenge: 'AAAA', extensions });
      answers({
        ChallengeName: 'WEB_AUTHN',
        Session: 's',
        ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: options },
      });
      const client = stage.client({ authFlow: 'USER_AUTH' });
      await expectError(client.signIn({ username: 'jane', preferred: 'passkey' }), 'cancelled');
      answers({ CredentialCreationOptions: { challenge: 'AAAA', rp: {}, user: {}, extensions } });
      await expectError(account.createPasskey(), 'cancelled');
      const [asked] = browser.requests;
      assert.equal(asked?.publicKey?.challenge, 'AAAA');
      assert.deepEqual(
        [asked.publicKey.extensions, Object.keys(made[0] ?? {})],
        [undefined, ['challenge', 'rp', 'user']],
      );
    } finally {
      browser.close();
    }
  });

  for (const exp of [1e305, 1e15, 1_000_000 + 7 * 86_400]) {
    it(`has no tokens that are used for longer than a day: until ${exp}`, async () => {
      const { keeper, clock, refreshed } = keep();
      const [accessToken, idToken] = [jwt({ ...accessClaims(), exp }), jwt({ ...idClaims(), exp })];
      await keeper.begin(userPoolSession({ accessToken, idToken, refreshToken: 'r' }, POOL));
      await keeper.fresh();
      assert.deepEqual(refreshed, []);
      clock.advance(24 * 3_600_000);
      void keeper.fresh().catch(() => undefined);
      await until(() => refreshed.length > 0);
    });
  }
});
