import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { expectError, expectStep } from '../../contracts/client.contract.js';
import { HOSTED_POOL } from '../../local-cognito/support/stage.js';
import { until } from '../../support/until.js';
import { HOME, setRoundTrip } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TOKEN = 'POST /oauth2/token';

const there = setRoundTrip();
let trip: RoundTrip;
beforeEach(() => {
  trip = there();
});

describe('A user who comes back from the sign-in pages', () => {
  it('is signed in, by one request without cookies', async () => {
    let sent: Request | undefined;
    const answer = await trip.goes({ customState: 'x' });
    trip.stage.intercept = (request, pass) => ((sent = request), pass());
    const { step } = await trip.takesIn(answer);
    const { user, redirect } = expectStep(step, 'done');
    assert.equal(user.username, 'hana');
    assert.deepEqual(redirect, { customState: 'x' });
    assert.deepEqual(trip.stage.asked, [TOKEN]);
    assert.equal(sent?.credentials, 'omit');
    assert.deepEqual(trip.tab.stored, []);
  });

  for (const skew of [-DAY, DAY]) {
    it(`is signed in on a device whose clock is ${skew < 0 ? 'behind' : 'ahead'} by a day`, async () => {
      const { clock } = trip.stage;
      clock.skew = skew;
      const client = await trip.isSignedIn();
      const { expiresAt } = await client.getTokens();
      assert.equal(expiresAt, clock.now() + skew + HOUR);
    });
  }

  for (const [before, back] of [
    [0, 10 * MINUTE],
    [0, DAY],
    [DAY, DAY],
  ] as const) {
    it(`is signed in when the clock, ${before / MINUTE} minutes ahead, was set back by ${back / MINUTE} meanwhile, and the session lasts as long as it does`, async () => {
      const { clock } = trip.stage;
      clock.skew = before;
      const answer = await trip.goes();
      clock.skew -= back;
      const { client } = await trip.takesIn(answer);
      const { expiresAt } = await client.getTokens();
      assert.equal(expiresAt, clock.now() + clock.skew + HOUR);
    });
  }

  it('has to start again after a quarter of an hour, whatever Cognito says', async () => {
    const answer = await trip.goes();
    trip.stage.clock.advance(15 * MINUTE);
    await expectError(trip.takesIn(answer), 'redirect-lost');
    assert.equal(trip.requested(TOKEN), 0);
    await trip.isSignedIn();
  });

  it('has to start again when Cognito says that the code is too old', async () => {
    const answer = await trip.goes();
    trip.stage.clock.advance(6 * MINUTE);
    await expectError(trip.takesIn(answer), 'redirect-lost');
    assert.equal(trip.requested(TOKEN), 1);
  });

  it('has to start again when Cognito does not know the code', async () => {
    await expectError(trip.takesIn(await trip.comesBackWith('code=never-issued')), 'redirect-lost');
    assert.equal(trip.requested(TOKEN), 1);
    await trip.isSignedIn();
  });

  it('stays signed in when an answer of nothing comes, and the page hears of it', async () => {
    await trip.isSignedIn();
    const { step } = await trip.takesIn(new URL(`${HOME}?code=one&state=ae-unknown`));
    const { user, redirect } = expectStep(step, 'done');
    assert.equal(user.username, 'hana');
    assert.equal(redirect?.error?.code, 'redirect-lost');
    assert.equal(trip.requested(TOKEN), 1);
  });

  it('is signed in where the sign-in pages keep no cookie', async () => {
    trip.stage.cognito.store.hosted.visitors.areRemembered = false;
    const client = await trip.isSignedIn();
    await client.signOut({ redirect: false });
    assert.equal((await trip.leaves()).pathname, '/oauth2/authorize');
  });

  for (const [what, answer] of Object.entries({
    'two codes': 'code=one&code=two',
    'a code and an error': 'code=one&error=access_denied',
    'a code of another issuer': 'code=one&iss=https%3A%2F%2Fevil.example',
    'a code of an issuer with the id of the pool': `code=one&iss=https%3A%2F%2Fevil.example%2F${HOSTED_POOL.userPoolId}`,
    'no code': 'session_state=1',
    'an empty code': 'code=',
    'two states': 'code=one&state=ae-other',
  })) {
    it(`has to start again when the answer has ${what}`, async () => {
      await expectError(trip.takesIn(await trip.comesBackWith(answer)), 'redirect-lost');
      assert.deepEqual(trip.stage.asked, []);
      assert.equal(location.href, HOME);
    });
  }

  for (const issuer of [
    'https://cognito-idp.us-east-1.amazonaws.com',
    'https://issuer-cognito-idp.us-east-1.amazonaws.com',
  ]) {
    it(`is signed in by an answer that names its issuer: ${issuer}`, async () => {
      const answer = await trip.goes();
      answer.searchParams.set('iss', `${issuer}/${HOSTED_POOL.userPoolId}`);
      expectStep((await trip.takesIn(answer)).step, 'done');
    });
  }

  it('is signed in by an answer that names the configured endpoint as its issuer, which is no other’s', async () => {
    const endpoint = trip.stage.cognito.endpoint.replace(/\/$/, '');
    const named = async (): Promise<URL> => {
      const answer = await trip.goes();
      answer.searchParams.set('iss', `${endpoint}/${HOSTED_POOL.userPoolId}`);
      return answer;
    };
    await expectError(trip.takesIn(await named()), 'redirect-lost');
    for (const userPoolEndpoint of [endpoint, `${endpoint}/`]) {
      trip.config = { userPoolEndpoint };
      expectStep((await trip.takesIn(await named())).step, 'done');
    }
  });

  it('finds the last ten of a thousand redirects that were begun', async () => {
    const states: string[] = [];
    for (let count = 0; count < 1000; count += 1) {
      trip.stage.clock.advance(1);
      states.push((await trip.leaves()).searchParams.get('state') ?? '');
    }
    const kept = trip.tab.stored.map(([key]) => key);
    assert.equal(kept.length, 10);
    assert.ok(states.slice(-10).every((state) => kept.some((key) => key.endsWith(state))));
  });

  it('finds the form, and no error, where the pages could not sign them in without asking', async () => {
    const client = trip.at();
    const state = (await trip.leaves(client, { prompt: 'none' })).searchParams.get('state') ?? '';
    const { step } = await trip.takesIn(new URL(`${HOME}?error=login_required&state=${state}`));
    assert.deepEqual(step, { name: 'signIn' });
    assert.equal(location.href, HOME);
  });

  it('comes back to another page of this origin: the answer is not for that', async () => {
    const answer = await trip.goes();
    answer.pathname = '/elsewhere';
    await expectError(trip.takesIn(answer), 'redirect-lost');
    assert.equal(trip.requested(TOKEN), 0);
  });

  it('is not signed in with tokens in the fragment, which anybody can write', async () => {
    await expectError(
      trip.takesIn(await trip.comesBackWith('access_token=a&id_token=b&token_type=Bearer', '#')),
      'redirect-lost',
    );
    assert.deepEqual(trip.stage.asked, []);
  });
});

describe('A user who signs out while the answer is being taken in', () => {
  it('is signed out at once, and what comes late is revoked', async () => {
    const client = trip.at(await trip.goes());
    const { hosted } = trip.stage.cognito.store;
    hosted.holdTokens();
    const restored = client.restore();
    await until(() => trip.requested(TOKEN) === 1);
    expectStep(await client.signOut({ redirect: false }), 'signIn');
    hosted.releaseTokens();
    expectStep(await restored, 'signIn');
    await until(() => trip.requested('RevokeToken') === 1);
    assert.deepEqual([...trip.stage.kept.keys()], []);
    await expectError(client.getTokens(), 'session-expired');
    assert.deepEqual(client.changes, []);
  });
});

describe('A user who signed in on the sign-in pages, and signs out', () => {
  it('leaves for them, so that they ask again', async () => {
    const client = await trip.isSignedIn();
    const left = trip.tab.left();
    void client.signOut({}).catch(() => undefined);
    const { pathname, searchParams } = await left;
    assert.equal(pathname, '/logout');
    assert.equal(searchParams.get('logout_uri'), HOME);
    await until(() => trip.requested('RevokeToken') === 1);
  });

  it('is signed out at once without a network, and stays on the page', async () => {
    const client = await trip.isSignedIn();
    trip.tab.isOnline = false;
    trip.stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    expectStep(await client.signOut({}), 'signIn');
    await expectError(client.getTokens(), 'session-expired');
  });
});
