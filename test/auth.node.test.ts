import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Auth, createAuth } from '../src/auth.js';
import { Secret } from '../src/cognito/secret.js';
import { ConfigError } from '../src/config.js';
import { isBusy, screenOf } from '../src/machine/screen.js';
import { fakeClient, never, user } from '../src/testing/fake-client.js';
import { Text } from '../src/text/text.js';

const done = { name: 'done', user: user() } as const;
const submit = { type: 'signIn.submit', username: 'jane', password: new Secret('Correct-Horse-7') } as const;

/** Resolves when the chart has come to a screen and waits for no answer. */
const arrives = (auth: Auth, screen: string): Promise<void> =>
  new Promise((resolve) => {
    const stop = auth.subscribe((snapshot) => {
      if (screenOf(snapshot) !== screen || isBusy(snapshot)) return;
      resolve();
      // The first call comes before there is anything to stop.
      queueMicrotask(() => stop());
    });
  });

describe('Auth', () => {
  it('asks nobody anything before somebody listens', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    assert.equal(screenOf(auth.getSnapshot()), 'loading');
    assert.deepEqual(client.calls, []);
    await arrives(auth, 'sign-in');
    assert.deepEqual(client.calls, ['restore']);
    auth.stop();
  });

  it('answers with the same snapshot until something happens, as stores must', async () => {
    const auth = new Auth(fakeClient());
    await arrives(auth, 'sign-in');
    assert.equal(auth.getSnapshot(), auth.getSnapshot());
    const before = auth.getSnapshot();
    auth.send({ type: 'go.signUp' });
    assert.notEqual(auth.getSnapshot(), before);
    auth.stop();
  });

  it('tells a listener the present at once, each change, and nothing after it has stopped listening', async () => {
    const auth = new Auth(fakeClient({ signIn: done }));
    await arrives(auth, 'sign-in');
    const heard: string[] = [];
    const stop = auth.subscribe((snapshot) => void heard.push(screenOf(snapshot)));
    assert.deepEqual(heard, ['sign-in']);
    auth.send({ type: 'go.signUp' });
    assert.deepEqual(heard, ['sign-in', 'sign-up']);
    stop();
    auth.send({ type: 'go.signIn' });
    assert.deepEqual(heard, ['sign-in', 'sign-up']);
    auth.stop();
  });

  it('lets a listener leave while it is being told, without missing anybody', async () => {
    const auth = new Auth(fakeClient());
    await arrives(auth, 'sign-in');
    let told = 0;
    const stop = auth.subscribe((snapshot) => {
      if (screenOf(snapshot) === 'sign-up') stop();
    });
    auth.subscribe(() => (told += 1));
    auth.send({ type: 'go.signUp' });
    assert.equal(told, 2);
    auth.stop();
  });

  it('shows other words at once', async () => {
    const auth = new Auth(fakeClient());
    const heard: string[] = [];
    auth.subscribe(() => void heard.push(auth.text.lang));
    auth.text = new Text('de', {});
    assert.deepEqual([heard.at(0), heard.at(-1)], ['en', 'de']);
    auth.stop();
  });

  it('lets go of what it waits for when it is stopped, and tells nobody more', async () => {
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
    const isAborted = () => signals.map((signal) => signal?.aborted);
    assert.deepEqual(isAborted(), [false]);
    let told = 0;
    auth.subscribe(() => (told += 1));
    auth.stop();
    assert.deepEqual(isAborted(), [true]);
    auth.send({ type: 'go.signUp' });
    assert.equal(told, 1);
  });

  it('takes the answer of the page in the place of Cognito’s', async () => {
    const client = fakeClient();
    const auth = new Auth(client);
    await arrives(auth, 'sign-in');
    auth.send({ ...submit, response: Promise.resolve(done) });
    await arrives(auth, 'signed-in');
    assert.ok(!client.calls.includes('signIn'));
    assert.equal(auth.getSnapshot().context.user?.username, 'jane');
    auth.stop();
  });

  it('signs out here, or everywhere', async () => {
    const asked: unknown[] = [];
    const auth = new Auth(
      fakeClient({
        restore: done,
        signOut: ({ global = false }) => {
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

  it('passes on tokens, and refuses a configuration without a pool', async () => {
    const auth = createAuth(
      { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' },
      { client: fakeClient({ restore: done }) },
    );
    assert.equal((await auth.getTokens()).accessToken, 'access');
    auth.stop();
    assert.throws(
      () => createAuth({ userPoolId: '', userPoolClientId: 'abc123' }),
      (error) => error instanceof ConfigError && error.key === 'userPoolId',
    );
  });
});
