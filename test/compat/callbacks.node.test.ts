import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AuthenticationDetails } from 'amazon-cognito-identity-js';
import { PASSWORD } from '../../demo/cognito/index.js';
import { Hub } from '../../src/compat/index.js';
import type { CompatUser } from '../../src/compat/index.js';
import { until } from '../support/until.js';
import { CompatStage } from './compat-stage.js';

let stage: CompatStage;
/** What was called, in order. */
let called: string[];
let stops: (() => void)[];
beforeEach(async () => {
  called = [];
  stops = [];
  stage = await CompatStage.open();
});
afterEach(async () => {
  stops.forEach((stop) => stop());
  await stage.close();
});

const listen = (listener: Parameters<typeof Hub.listen>[1]) => {
  const stop = Hub.listen('auth', listener);
  stops.push(stop);
  return stop;
};

/** What is reported as an uncaught error meanwhile. The runner of the tests would count it as a failure. */
async function reported(work: () => Promise<void>): Promise<readonly unknown[]> {
  const errors: unknown[] = [];
  const runner = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => errors.push(error));
  try {
    await work();
    await until(() => errors.length > 0);
  } finally {
    process.removeAllListeners('uncaughtException');
    runner.forEach((listener) => process.on('uncaughtException', listener));
  }
  return errors;
}

/** A sign-in whose callbacks note that they are called, and go on. */
async function signIn(then: (user: CompatUser) => void, username = 'jane', password = PASSWORD): Promise<CompatUser> {
  const user = await stage.Auth.createCognitoUser(username);
  const note = (name: string) => () => {
    called.push(name);
    then(user);
  };
  user.authenticateUser(new AuthenticationDetails({ Username: username, Password: password }), {
    onSuccess: note('onSuccess'),
    onFailure: note('onFailure'),
    mfaRequired: note('mfaRequired'),
  });
  await until(() => called.length > 0);
  return user;
}

const CASES: Readonly<Record<string, readonly [username: string, password: string]>> = {
  onSuccess: ['jane', PASSWORD],
  onFailure: ['jane', 'Wrong-Horse-7'],
  mfaRequired: ['sue', PASSWORD],
};

describe('A callback of a user object', () => {
  for (const [name, [username, password]] of Object.entries(CASES)) {
    it(`that throws, ${name}, is called once, reported, and no other is called`, async () => {
      const broken = new Error('Broken');
      const errors = await reported(async () => {
        await signIn(
          () => {
            throw broken;
          },
          username,
          password,
        );
      });
      assert.deepEqual(errors, [broken]);
      assert.deepEqual(called, [name]);
    });
  }

  it('that is missing is reported, and leaves the user signed in', async () => {
    const [error] = await reported(async () => {
      const user = await stage.Auth.createCognitoUser('jane');
      const details = new AuthenticationDetails({ Username: 'jane', Password: PASSWORD });
      // Called from scripts that no compiler has read.
      user.authenticateUser(details, { onFailure: () => called.push('onFailure') } as never);
    });
    assert.match(String(error), /onSuccess is not a function/);
    assert.deepEqual(called, []);
    assert.equal((await stage.Auth.currentUserPoolUser()).getUsername(), 'jane');
  });

  it('that throws leaves the user signed in', async () => {
    await reported(async () => {
      await signIn(() => {
        throw new Error('Broken');
      });
    });
    assert.equal((await stage.Auth.currentUserPoolUser()).getUsername(), 'jane');
  });

  it('may sign out', async () => {
    await signIn((user) => user.signOut(() => called.push('signOut')));
    await until(() => called.includes('signOut'));
    assert.deepEqual(called, ['onSuccess', 'signOut']);
    await assert.rejects(stage.Auth.currentSession(), (reason) => reason === 'No current user');
  });

  it('may ask for the session, again and again', async () => {
    await signIn((user) =>
      user.getSession(() => {
        called.push('getSession');
        user.refreshSession(null, () => called.push('refreshSession'));
      }),
    );
    await until(() => called.includes('refreshSession'));
    assert.deepEqual(called, ['onSuccess', 'getSession', 'refreshSession']);
  });

  it('may send over Hub, whose listeners are called before it goes on', async () => {
    await signIn(() => {
      listen(({ payload }) => called.push(`heard ${payload.event}`));
      Hub.dispatch('auth', { event: 'mine' }, 'App', Symbol.for('amplify_default'));
      called.push('goes on');
    });
    assert.deepEqual(called.slice(0, 3), ['onSuccess', 'heard mine', 'goes on']);
  });
});

describe('A listener of Hub', () => {
  it('that sends hears its own message, and the others hear all of them', () => {
    const send = (event: string) => Hub.dispatch('auth', { event }, 'App', Symbol.for('amplify_default'));
    listen(({ payload }) => {
      called.push(`first ${payload.event}`);
      if (payload.event === 'one') send('two');
    });
    listen(({ payload }) => called.push(`second ${payload.event}`));
    send('one');
    assert.deepEqual(called, ['first one', 'first two', 'second two', 'second one']);
  });

  it('that signs out when a user signs in ends the session, and the call resolves', async () => {
    let left: Promise<unknown> | undefined;
    listen(({ payload }) => {
      called.push(payload.event);
      if (payload.event === 'signIn') left = stage.Auth.signOut();
    });
    const user = await stage.Auth.signIn('jane', PASSWORD);
    assert.equal(user.getUsername(), 'jane');
    await left;
    assert.deepEqual(called, ['signIn', 'signOut']);
    await assert.rejects(stage.Auth.currentAuthenticatedUser(), (reason) => reason === 'The user is not authenticated');
  });

  it('that throws does not fail the call that tells it', async (t) => {
    const report = t.mock.method(console, 'error', () => undefined);
    listen(() => {
      throw new Error('Broken');
    });
    assert.equal((await stage.Auth.signIn('jane', PASSWORD)).getUsername(), 'jane');
    assert.equal(report.mock.callCount(), 1);
  });
});
