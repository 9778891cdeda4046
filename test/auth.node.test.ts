import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Auth, createAuth } from '../src/auth.js';
import type { AuthOptions } from '../src/auth.js';
import { LOADING } from '../src/auth-state.js';
import type { AuthClient } from '../src/client/auth-client.js';
import { AuthError } from '../src/cognito/errors.js';
import { Secret } from '../src/cognito/secret.js';
import { ConfigError } from '../src/config/config.js';
import { fakeClient, never, ticket, user } from '../src/testing/fake-client.js';

const done = { name: 'done', user: user() } as const;
const submit = { type: 'signIn.submit', username: 'jane', password: new Secret('Correct-Horse-7') } as const;

/** Resolves when a screen is shown and no request is pending. */
const arrives = (auth: Auth, screen: string): Promise<void> =>
  new Promise((resolve) => {
    const stop = auth.subscribe((state) => {
      if (state.screen !== screen || state.isBusy) return;
      resolve();
      // The first call comes before `stop` is assigned.
      queueMicrotask(() => stop());
    });
  });

/** Resolves when a condition becomes true. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (isTrue()) return;
    await setImmediate();
  }
  assert.fail(`It never came: ${isTrue.toString()}`);
}

/** Resolves after the time in which the chart would have been loaded and started. */
async function chartOf(auth: Auth): Promise<void> {
  auth.prepare();
  await import('../src/machine/start-chart.js');
  await setImmediate();
}

/** Resolves when no request is pending. */
const settles = (auth: Auth): Promise<void> =>
  new Promise((resolve) => {
    const stop = auth.subscribe(({ isBusy }) => {
      if (isBusy) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });

/** An `Auth` at its first form with the chart loaded, so that it handles events at once. */
async function prepared(client: AuthClient, options?: AuthOptions): Promise<Auth> {
  const auth = new Auth(client, options);
  await arrives(auth, 'sign-in');
  auth.send({ type: 'go.signUp' });
  await arrives(auth, 'sign-up');
  auth.send({ type: 'go.signIn' });
  await arrives(auth, 'sign-in');
  return auth;
}

describe('Auth', () => {
  it('sends no request before the first listener', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    assert.equal(auth.getState().screen, 'loading');
    assert.deepEqual(client.calls, []);
    await arrives(auth, 'sign-in');
    assert.deepEqual(client.calls, ['restore']);
    auth.stop();
  });

  it('returns the same state object until something changes, as stores must', async () => {
    const auth = new Auth(fakeClient());
    const { getState } = auth;
    await arrives(auth, 'sign-in');
    const before = getState();
    assert.equal(getState(), before);
    auth.send({ type: 'go.totpSetup' });
    await settles(auth);
    assert.deepEqual(getState(), before);
    auth.send({ type: 'go.signUp' });
    assert.notEqual(getState(), before);
    auth.stop();
  });

  it('calls a listener at once, once for each change, and not after it has unsubscribed', async () => {
    const auth = await prepared(fakeClient({ signIn: done }));
    const heard: string[] = [];
    const { subscribe } = auth;
    const stop = subscribe(({ screen }) => void heard.push(screen));
    assert.deepEqual(heard, ['sign-in']);
    auth.send({ type: 'go.signUp' });
    assert.deepEqual(heard, ['sign-in', 'sign-up']);
    // Has no effect in this state, so no listener is called.
    auth.send({ type: 'go.totpSetup' });
    stop();
    auth.send({ type: 'go.signIn' });
    assert.deepEqual(heard, ['sign-in', 'sign-up']);
    auth.stop();
  });

  it('lets a listener unsubscribe during its call, and still calls all others', async () => {
    const auth = await prepared(fakeClient());
    let told = 0;
    const stop = auth.subscribe(({ screen }) => {
      if (screen === 'sign-up') stop();
    });
    auth.subscribe(() => (told += 1));
    auth.send({ type: 'go.signUp' });
    assert.equal(told, 2);
    auth.stop();
  });

  it('cancels its requests when it is stopped, and calls no listener any more', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const auth = new Auth({
      ...fakeClient(),
      signIn: (_, signal) => {
        signals.push(signal);
        return never();
      },
    });
    await arrives(auth, 'sign-in');
    auth.send(submit);
    await until(() => signals.length > 0);
    const isAborted = () => signals.map((signal) => signal?.aborted);
    assert.deepEqual(isAborted(), [false]);
    let told = 0;
    auth.subscribe(() => (told += 1));
    auth.stop();
    assert.deepEqual(isAborted(), [true]);
    auth.send({ type: 'go.signUp' });
    assert.equal(told, 1);
  });

  it('calls the client that it was given, whatever else is on the page', async () => {
    const [jane, joan] = ['jane', 'joan'].map((username) =>
      fakeClient({ signIn: { name: 'done', user: user({ username, sub: username }) } }),
    );
    assert.ok(jane && joan);
    const [hers, other] = [await prepared(jane), await prepared(joan)];
    hers.send(submit);
    await arrives(hers, 'signed-in');
    assert.equal(hers.getState().user?.username, 'jane');
    jane.change({ name: 'ended', reason: 'expired' });
    await arrives(hers, 'sign-in');
    assert.equal(other.getState().error, undefined);
    assert.deepEqual(joan.calls, ['restore']);
    hers.stop();
    other.stop();
  });

  it('uses the response of the page instead of Cognito’s', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    auth.send({ ...submit, response: Promise.resolve(done) });
    await arrives(auth, 'signed-in');
    assert.ok(!client.calls.includes('signIn'));
    assert.equal(auth.getState().user?.username, 'jane');
    auth.stop();
  });

  it('signs out here, or everywhere', async () => {
    const asked: unknown[] = [];
    const auth = new Auth(
      fakeClient({
        restore: done,
        signOut: ({ global = false } = {}) => {
          asked.push(global);
          return { name: 'signIn' };
        },
      }),
    );
    await arrives(auth, 'signed-in');
    auth.signOut({ global: true });
    await arrives(auth, 'sign-in');
    auth.send({ type: 'session.started', step: done });
    auth.signOut();
    await arrives(auth, 'sign-in');
    assert.deepEqual(asked, [true, false]);
    auth.stop();
  });

  it('returns tokens and AWS credentials, and refuses a wrong configuration at once', async () => {
    const auth = createAuth(
      { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' },
      { client: fakeClient({ restore: done }) },
    );
    assert.equal((await auth.getTokens()).accessToken, 'access');
    const { getCredentials } = auth;
    assert.equal((await getCredentials()).accessKeyId, 'key');
    auth.stop();
    for (const [key, value] of [
      ['userPoolId', ''],
      ['userPoolEndpoint', 'http://example.com/'],
    ] as const)
      assert.throws(
        () => createAuth({ userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', [key]: value }),
        (error) => error instanceof ConfigError && error.key === key,
      );
  });
});

describe('Before the chart is loaded, an Auth', () => {
  const twoTries = () => {
    const tried: string[] = [];
    const client = fakeClient({
      signIn: ({ username }) => {
        tried.push(username);
        return username === 'jane' ? done : new AuthError('credentials');
      },
    });
    return { client, tried };
  };

  it('shows the form that the page begins with, and says nothing when the chart takes over', async () => {
    for (const screen of ['sign-in', 'sign-up', 'forgot-password'] as const) {
      const auth = new Auth(fakeClient(), { initialState: screen });
      const heard: unknown[] = [];
      auth.subscribe((state) => void heard.push(state));
      await arrives(auth, screen);
      const before = heard.length;
      auth.prepare();
      await chartOf(auth);
      assert.equal(heard.length, before, screen);
      auth.stop();
    }
  });

  it('shows the app of a user who has come back', async () => {
    const auth = new Auth(fakeClient({ restore: done }));
    await arrives(auth, 'signed-in');
    const before = auth.getState();
    assert.equal(before.user?.username, 'jane');
    await chartOf(auth);
    assert.equal(auth.getState(), before);
    auth.stop();
  });

  it('resumes a challenge, and the setup that the page begins with', async () => {
    const restore = { name: 'confirmSignIn', medium: 'totp', ticket: ticket() } as const;
    const challenged = new Auth(fakeClient({ restore }));
    await arrives(challenged, 'confirm-sign-in');
    const setUp = { name: 'totpSetup', secret: new Secret('JBSWY3DPEHPK3PXP'), ticket: ticket() } as const;
    const enrolling = new Auth(fakeClient({ restore: done, setUpTotp: setUp }), { initialState: 'totp-setup' });
    await arrives(enrolling, 'totp-setup');
    challenged.stop();
    enrolling.stop();
  });

  it('has the error when the session could not be restored', async () => {
    const auth = new Auth(fakeClient({ restore: new AuthError('configuration') }));
    await arrives(auth, 'sign-in');
    assert.equal(auth.getState().error?.code, 'configuration');
    await chartOf(auth);
    assert.equal(auth.getState().error?.code, 'configuration');
    auth.stop();
  });

  it('is busy at once when an event is sent, and delivers events in order', async () => {
    const { client, tried } = twoTries();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    auth.send({ ...submit, username: 'john' });
    assert.equal(auth.getState().isBusy, true);
    auth.send({ type: 'cancel' });
    assert.equal(auth.getState().isBusy, false);
    auth.send({ type: 'go.signUp' });
    auth.send({ type: 'go.signIn' });
    auth.send(submit);
    const busy: boolean[] = [];
    auth.subscribe(({ isBusy }) => void busy.push(isBusy));
    await arrives(auth, 'signed-in');
    // Never idle in between.
    assert.equal(busy.indexOf(false), busy.length - 1);
    assert.deepEqual(tried, ['jane']);
    auth.stop();
  });

  it('is not busy while the user types', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    auth.send({ type: 'signIn.typing' });
    assert.equal(auth.getState().isBusy, false);
    await until(() => client.calls.includes('prepare'));
    auth.stop();
  });

  it('loses no event that is sent before the session is restored', async () => {
    const { client, tried } = twoTries();
    const auth = new Auth(client);
    auth.send(submit);
    assert.equal(auth.getState().screen, 'loading');
    await arrives(auth, 'signed-in');
    assert.deepEqual(tried, ['jane']);
    auth.stop();
  });

  it('signs out at once, whether or not the session is restored', async () => {
    for (const isKnown of [true, false]) {
      const client = fakeClient({ restore: done });
      const auth = new Auth(client);
      if (isKnown) await arrives(auth, 'signed-in');
      auth.signOut();
      assert.equal(client.calls.at(-1), 'signOut');
      assert.deepEqual(auth.getState(), { ...LOADING, ended: 'user' });
      await arrives(auth, 'sign-in');
      assert.equal(auth.getState().user, undefined);
      await chartOf(auth);
      assert.equal(auth.getState().screen, 'sign-in');
      assert.equal(auth.getState().ended, 'user');
      auth.stop();
    }
  });

  it('requests no sign-out when no user is signed in', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    auth.signOut();
    await chartOf(auth);
    assert.ok(!client.calls.includes('signOut'));
    auth.stop();
  });

  it('stops restoring an earlier session when the user cancels', async () => {
    const auth = new Auth(fakeClient({ restore: never() }));
    auth.send({ type: 'cancel' });
    await arrives(auth, 'sign-in');
    auth.stop();
  });

  it('follows another tab: a sign-in, and the end of a session', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    client.change({ name: 'started', step: done });
    await arrives(auth, 'signed-in');
    auth.stop();

    const other = fakeClient({ restore: done });
    const left = new Auth(other);
    await arrives(left, 'signed-in');
    other.change({ name: 'ended', reason: 'expired' });
    await arrives(left, 'sign-in');
    assert.equal(left.getState().error?.code, 'session-expired');
    left.stop();
  });

  it('starts nothing after it was stopped', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    auth.prepare();
    auth.stop();
    auth.send(submit);
    await chartOf(auth);
    assert.equal(auth.getState().screen, 'sign-in');
    assert.deepEqual(client.calls, ['restore']);
  });
});

describe('A page that sends what the types forbid', () => {
  it('is told once in the console, and everything else goes on', async (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const auth = new Auth(fakeClient({ signIn: done }));
    for (const event of [{ type: 'nonsense' }, { type: 'nonsense' }, {}, undefined, 'signOut'])
      auth.send(event as never);
    auth.send(submit);
    await arrives(auth, 'signed-in');
    auth.send({ type: 'nonsense' } as never);
    const said = warn.mock.calls.map(({ arguments: [message] }) => String(message));
    assert.equal(said.filter((message) => message.includes('"nonsense"')).length, 1);
    assert.equal(said.length, 2);
    auth.stop();
  });

  it('hears nothing of an event that the present screen ignores', async (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const auth = new Auth(fakeClient({ signIn: done }));
    auth.send({ type: 'cancel' });
    auth.send({ type: 'go.signedIn' });
    auth.send(submit);
    await arrives(auth, 'signed-in');
    auth.send({ type: 'resetPassword.submit', code: new Secret('1'), password: new Secret('2') });
    assert.equal(warn.mock.callCount(), 0);
    auth.stop();
  });
});
