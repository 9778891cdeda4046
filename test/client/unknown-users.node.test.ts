import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { Factor } from '../../src/cognito/choices.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const FIRST_FACTORS = { password: 'PASSWORD', email: 'EMAIL_OTP', sms: 'SMS_OTP', passkey: 'WEB_AUTHN' } as const;

/** A pool with one first factor, which lets an unknown user choose it or asks for it at once. */
const poolOf = (factor: Factor, unknownUserIsAsked: 'CHOICE' | 'CHALLENGE'): SeedPool => {
  const id = factor + unknownUserIsAsked;
  return {
    title: id,
    pool: {
      id: `us-east-1_${id}`,
      firstFactors: [FIRST_FACTORS[factor]],
      webAuthn: { id: 'localhost', userVerification: 'preferred' },
      unknownUserIsAsked,
    },
    client: { id, authFlows: ['ALLOW_USER_AUTH'] },
    users: [],
  };
};

let stage: Stage;
const FACTORS = ['password', 'email', 'sms', 'passkey'] as const satisfies readonly Factor[];
beforeEach(async () => {
  stage = await Stage.open(FACTORS.flatMap((factor) => [poolOf(factor, 'CHOICE'), poolOf(factor, 'CHALLENGE')]));
});
afterEach(() => stage.close());

for (const asked of ['CHOICE', 'CHALLENGE'] as const) {
  describe(`An unknown user who is to be hidden by a ${asked}`, () => {
    const open = (factor: Factor) =>
      stage.client({
        userPoolId: `us-east-1_${factor}${asked}`,
        userPoolClientId: factor + asked,
        authFlow: 'USER_AUTH',
      });

    for (const factor of ['password', 'passkey'] as const) {
      it(`is asked for a factor: ${factor}`, async () => {
        const { factors } = expectStep(await open(factor).signIn({ username: 'unknown' }), 'selectFactor');
        assert.deepEqual(factors, [factor]);
      });
    }

    for (const factor of ['email', 'sms'] as const) {
      it(`is asked for a code, and none is right: ${factor}`, async () => {
        const page = open(factor);
        const { ticket, medium } = expectStep(await page.signIn({ username: 'unknown' }), 'confirmSignIn');
        assert.equal(medium, factor);
        await expectError(page.answer({ ticket, answer: new Secret('123456') }), 'wrong-code');
        assert.deepEqual(stage.cognito.outbox.messages, []);
      });
    }

    it('hears that the name or the password is wrong', async () => {
      await expectError(signIn(open('password'), 'unknown'), 'credentials');
    });

    for (const [how, chosen] of [
      ['by its proof', 0],
      ['itself', 1],
    ] as const) {
      it(`hears so again and again, when the password is asked for ${how}`, async () => {
        Object.assign(stage.cognito.store, { random: () => chosen });
        const page = open('password');
        const { ticket } = expectStep(await page.signIn({ username: 'unknown' }), 'selectFactor');
        for (let tries = 0; tries < 2; tries += 1) {
          const answer = new Secret(PASSWORD);
          await expectError(page.answer({ ticket, choice: 'password', answer }), 'credentials');
        }
        expectStep(await page.signIn({ username: 'unknown' }), 'selectFactor');
      });
    }
  });
}
