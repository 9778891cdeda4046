import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Secret } from '../../src/cognito/secret.js';
import { Devices } from '../../src/session/devices.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { expectError, expectStep, signIn } from '../contracts/client.contract.js';
import { sessionOf } from '../session/tokens.js';
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
});
