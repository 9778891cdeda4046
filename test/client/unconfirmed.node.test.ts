import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthFlow } from '../../src/config/config.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const WRONG = 'Wrong-Horse-7';
const IDA = { username: 'ida', password: new Secret(PASSWORD), attributes: { email: 'ida@example.com' } };

const FLOWS: readonly AuthFlow[] = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'USER_AUTH'];

/** A pool that refuses an account that is not confirmed before or after it has checked the password. */
const poolOf = (id: string, refusesUnconfirmedFirst: boolean): SeedPool => ({
  title: id,
  pool: { id: `us-east-1_${id}`, refusesUnconfirmedFirst },
  client: { id, authFlows: ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'USER_AUTH'].map((flow) => `ALLOW_${flow}`) },
  users: [],
});

/** A pool whose users need no password, and that sends codes to verified contacts alone, or to any. */
const codesOf = (id: string, sendsOtpToUnverified: boolean): SeedPool => ({
  title: id,
  pool: { id: `us-east-1_${id}`, firstFactors: ['EMAIL_OTP'], sendsOtpToUnverified },
  client: { id, authFlows: ['ALLOW_USER_AUTH'] },
  users: [],
});

let stage: Stage;
beforeEach(async () => {
  const codes = [codesOf('verified', false), codesOf('any', true)];
  stage = await Stage.open([poolOf('first', true), poolOf('later', false), ...codes]);
});
afterEach(() => stage.close());

const openPage = (id: string, authFlow: AuthFlow) =>
  stage.client({ userPoolId: `us-east-1_${id}`, userPoolClientId: id, authFlow });

const code = () => new Secret(stage.cognito.outbox.latest('ida@example.com').code);

for (const authFlow of FLOWS) {
  describe(`A user who has not confirmed the account, over ${authFlow}`, () => {
    it('is led to the confirmation by a wrong password too, and from there into the app', async () => {
      const page = openPage('first', authFlow);
      expectStep(await page.signUp(IDA), 'confirmSignUp');
      expectStep(await signIn(page, 'ida', WRONG), 'confirmSignUp');
      expectStep(await page.confirmSignUp({ username: 'ida', code: code() }), 'done');
    });

    it('is asked for the password after that where the page does not know the right one', async () => {
      await openPage('first', authFlow).signUp(IDA);
      const page = openPage('first', authFlow);
      expectStep(await signIn(page, 'ida', WRONG), 'confirmSignUp');
      const confirmed = await page.confirmSignUp({ username: 'ida', code: code() });
      assert.deepEqual(confirmed, { name: 'signIn', username: 'ida', notice: 'confirmed' });
      await expectError(signIn(page, 'ida', WRONG), 'credentials');
      expectStep(await signIn(page, 'ida'), 'done');
    });

    it('is led there by the right password alone where the pool checks it first', async () => {
      const page = openPage('later', authFlow);
      expectStep(await page.signUp(IDA), 'confirmSignUp');
      await expectError(signIn(page, 'ida', WRONG), 'credentials');
      expectStep(await signIn(page, 'ida'), 'confirmSignUp');
      expectStep(await page.confirmSignUp({ username: 'ida', code: code() }), 'done');
    });
  });
}

for (const id of ['verified', 'any']) {
  describe(`A user without a password who has not confirmed the account, in the pool "${id}"`, () => {
    it('signs in with a code, which confirms it', async () => {
      const { username, attributes } = IDA;
      expectStep(await openPage(id, 'USER_AUTH').signUp({ username, attributes }), 'confirmSignUp');
      const page = openPage(id, 'USER_AUTH');
      const { ticket } = expectStep(await page.signIn({ username }), 'confirmSignIn');
      expectStep(await page.answer({ ticket, answer: code() }), 'done');
      assert.equal(stage.cognito.store.pools.flatMap(({ users }) => users)[0]?.status, 'CONFIRMED');
    });

    it('gets such a code also after the claim to have followed a link', async () => {
      const { username, attributes } = IDA;
      const page = openPage(id, 'USER_AUTH');
      expectStep(await page.signUp({ username, attributes }), 'confirmSignUp');
      const { ticket } = expectStep(await page.confirmSignUp({ username }), 'confirmSignIn');
      expectStep(await page.answer({ ticket, answer: code() }), 'done');
    });
  });
}
