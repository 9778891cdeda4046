import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findUser, PASSWORD, TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { LEAKS } from '../support/leaks.js';
import { Observer } from '../support/observer.js';
import { Person } from '../support/person.js';
import { until } from '../support/until.js';

const NEW_PASSWORD = 'Battery-Staple-8';

describe('Passwords, codes, keys and the Sessions of challenges can be found nowhere', () => {
  const stage = setDemoStage();
  let observer: Observer;
  beforeEach(async () => {
    const context = await stage.browser.newContext();
    observer = new Observer(new Person(await context.newPage()));
  });
  afterEach(() => observer.person.page.context().close());

  const opens = async (pool = 'us-east-1_Example1', client = 'abc123') => {
    const { demo } = stage;
    await observer.person.opens(demo.page('observed', { pool, client, endpoint: demo.cognito.endpoint }));
    await observer.person.isAt('Sign in');
  };
  const codeFor = (to: string): string => stage.demo.cognito.outbox.latest(to).code;

  it('or are reported where they can: the control', async () => {
    await opens();
    for (const [place, leaks] of Object.entries(LEAKS)) {
      for (const [way, leak] of Object.entries(leaks)) {
        const secret = `Leak-${randomUUID()}`;
        await observer.person.page.evaluate(leak, secret);
        assert.ok((await observer.finds([secret])).includes(`${secret} in ${place}`), `${place}: ${way}`);
      }
    }
  });

  it('when a user signs in with an authenticator app', async () => {
    await opens();
    observer.secrets.add(TOMS_KEY);
    await observer.types('Username', 'tom', false);
    await observer.types('Password', 'Wrong-Horse-7');
    await observer.presses('Sign in', 'The username or password is not right.');
    await observer.types('Password', PASSWORD);
    await observer.presses('Sign in', 'Enter your code');
    await observer.types('Code', '000000');
    await observer.presses('Verify', 'The code is not right');
    await observer.types('Code', totpCode(TOMS_KEY, Date.now()));
    await observer.presses('Verify', APP);
    // Two challenges, two passwords, two codes, and the key.
    assert.ok(observer.secrets.size >= 6);
  });

  it('when a user sets up an authenticator app during the sign-in', async () => {
    await opens('us-east-1_Example2', 'def456');
    await observer.types('Username', 'max@example.com', false);
    await observer.types('Password', PASSWORD);
    await observer.presses('Sign in', 'Set up an authenticator app');
    const pool = stage.demo.cognito.store.pools.find(({ id }) => id === 'us-east-1_Example2')!;
    const key = [...observer.secrets].find((secret) => /^[A-Z2-7]{32,}$/.test(secret));
    assert.ok(key, 'the key was found in the answer');
    await observer.types('Code', totpCode(key, Date.now()));
    await observer.presses('Verify', APP);
    assert.ok(findUser(pool, 'max@example.com')?.totp);
  });

  it('when a user creates an account', async () => {
    await opens();
    await observer.presses('Create an account', 'Create an account');
    await observer.types('Username', 'ida', false);
    await observer.types('Email', 'ida@example.com', false);
    await observer.types('Password', NEW_PASSWORD);
    await observer.presses('Create account', 'Confirm your account');
    await observer.types('Code', codeFor('ida@example.com'));
    await observer.presses('Confirm', APP);
  });

  it('when a user resets their password, and signs in with the new one', async () => {
    await opens();
    await observer.presses('Forgot password?', 'Reset your password');
    await observer.types('Username', 'jane', false);
    await observer.presses('Send code', 'Set a new password');
    await observer.types('Code', codeFor('jane@example.com'));
    await observer.types('New password', NEW_PASSWORD);
    await observer.presses('Set password', APP);
  });

  it('when a user signs in on the sign-in pages', async () => {
    const { cognito, page: addressOf } = stage.demo;
    const { person } = observer;
    const query = { pool: 'us-east-1_Example10', client: 'bcd890', endpoint: cognito.endpoint, pages: '' };
    const home = addressOf('observed', query);
    cognito.allowRedirects('bcd890', [home]);
    let referrer = 'not asked yet';
    const [answered, redeemed] = [new Set<string>(), new Set<string>()];
    person.page.on('response', async (response) => {
      const request = response.request();
      if (!request.url().endsWith('/oauth2/token')) return;
      referrer = request.headers()['referer'] ?? '';
      redeemed.add(new URLSearchParams(request.postData() ?? '').get('code_verifier') ?? '');
      // What the token endpoint answers.
      const tokens = (await response.json()) as Readonly<Record<string, string>>;
      for (const name of ['access_token', 'id_token', 'refresh_token']) redeemed.add(tokens[name] ?? '');
    });
    person.page.on('request', (request) => {
      const { searchParams } = new URL(request.url());
      for (const name of ['code', 'state', 'nonce']) {
        const value = searchParams.get(name);
        if (value) answered.add(value);
      }
    });
    await person.opens(home);
    await person.presses('Continue on the sign-in page');
    await person.page.getByLabel('Username or email').fill('hana');
    await person.page.getByLabel('Password').fill(PASSWORD);
    await person.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await person.reads(APP);
    await until(() => redeemed.size === 4, { what: 'the verifier and the tokens were seen' });
    assert.equal(referrer, '');
    assert.equal(answered.size, 3, [...answered].join());
    // The browser has asked for them, and for what the page itself loads before our first import.
    const found = (await observer.finds(answered)).filter((place) => !place.endsWith(' in requests'));
    assert.deepEqual(found, []);
    // The record of the session.
    const kept = (await observer.finds(redeemed)).filter((place) => !/^ey.* in localStorage$/.test(place));
    assert.deepEqual(kept, []);
  });
});
