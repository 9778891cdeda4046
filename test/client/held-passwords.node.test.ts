import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Auth } from '../../src/auth.js';
import type { ScreenName } from '../../src/auth-state.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import type { AuthEvent } from '../../src/machine/types.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { until } from '../support/until.js';
import { Stage } from './stage.js';

setFlagsFromString('--expose-gc');
// The flag has made it a global of new contexts.
const collectGarbage = runInNewContext('gc') as () => void;

/** Lets weak references go, which hold until the end of a turn. */
const nextTurn = async () => {
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
};

let stage: Stage;
let auth: Auth;
beforeEach(async () => {
  stage = await Stage.open();
  auth = new Auth(stage.client());
});
afterEach(async () => {
  auth.stop();
  await stage.close();
});

const isAt = (screen: ScreenName) =>
  until(() => auth.getState().screen === screen && !auth.getState().isBusy, { what: `at ${screen}` });

/** A form that takes a password, and the screen that follows. */
interface Form {
  readonly leads: AuthEvent;
  readonly by: (password: Secret) => AuthEvent;
  readonly to: ScreenName;
}

/** Sends a password, and returns what shows whether it is still held. */
async function send({ leads, to, by }: Form): Promise<WeakRef<Secret>> {
  auth.subscribe(() => undefined);
  await isAt('sign-in');
  auth.send(leads);
  const held = sendNow(by);
  await isAt(to);
  return held;
}

/** In a function of its own, whose variables do not hold the password any longer. */
function sendNow(event: (password: Secret) => AuthEvent): WeakRef<Secret> {
  const password = new Secret(PASSWORD);
  auth.send(event(password));
  return new WeakRef(password);
}

const FORMS: Readonly<Record<string, Form>> = {
  'a second factor': {
    leads: { type: 'go.signIn' },
    by: (password) => ({ type: 'signIn.submit', username: 'sue', password }),
    to: 'confirm-sign-in',
  },
  'the code of a sign-up': {
    leads: { type: 'go.signUp' },
    by: (password) => ({ type: 'signUp.submit', username: 'ida', password, attributes: { email: 'ida@example.com' } }),
    to: 'confirm-sign-up',
  },
};

const WAYS_OUT: Readonly<Record<string, readonly [AuthEvent, ScreenName]>> = {
  'the sign-in': [{ type: 'go.signIn' }, 'sign-in'],
  'another sign-up': [{ type: 'go.signUp' }, 'sign-up'],
  'a forgotten password': [{ type: 'go.forgotPassword' }, 'forgot-password'],
  'the sign-in, when the time is over': [
    { type: 'challenge.expired', error: new AuthError('challenge-expired') },
    'sign-in',
  ],
};

describe('A password that was sent', () => {
  for (const [name, form] of Object.entries(FORMS)) {
    it(`is held while ${name} is asked for, to send another code or to sign in: the control`, async () => {
      const held = await send(form);
      for (let turn = 0; turn < 10; turn += 1) await nextTurn();
      assert.ok(held.deref());
    });

    for (const [way, [leave, next]] of Object.entries(WAYS_OUT)) {
      it(`is nowhere any more once the user has left ${name} for ${way}`, async () => {
        const held = await send(form);
        auth.send(leave);
        await isAt(next);
        await until(() => held.deref() === undefined, { what: 'The password is gone.', turn: nextTurn });
      });
    }
  }
});

describe('A ticket', () => {
  it('is not usable any more once the user has left', async () => {
    const client = stage.client();
    const { ticket } = expectStep(await signIn(client, 'sue'), 'confirmSignIn');
    const code = new Secret(stage.cognito.outbox.latest('+15555550100').code);
    client.leave();
    // The client may have to be loaded for that.
    await client.prepare();
    stage.asked.length = 0;
    await expectError(client.startAgain({ ticket }), 'challenge-expired');
    await expectError(client.answer({ ticket, answer: code }), 'challenge-expired');
    assert.deepEqual(stage.asked, []);
  });

  it('is not usable either when its answer fails after that', async () => {
    const client = stage.client();
    const { ticket } = expectStep(await signIn(client, 'sue'), 'confirmSignIn');
    const answered = client.answer({ ticket, answer: new Secret('000000') });
    client.leave();
    await expectError(answered, 'wrong-code');
    await expectError(client.startAgain({ ticket }), 'challenge-expired');
  });
});
