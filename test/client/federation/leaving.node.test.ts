import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AuthError } from '../../../src/cognito/errors.js';
import { expectError, expectStep } from '../../contracts/client.contract.js';
import { until } from '../../support/until.js';
import { HOME, setRoundTrip } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

/** The default of the configuration. */
const TIMEOUT = 10_000;

const there = setRoundTrip();
let trip: RoundTrip;
beforeEach(() => {
  trip = there();
});

/** How a call ends; undefined as long as it does not. */
function watched(call: Promise<unknown>): { code?: string } {
  const end: { code?: string } = {};
  call.catch((error: unknown) => (end.code = AuthError.from(error).code));
  return end;
}

describe('A user who leaves for the sign-in pages', () => {
  it('stays when they do not open in time, and reads why', async () => {
    for (const [isOnline, code] of [
      [true, 'timeout'],
      [false, 'offline'],
    ] as const) {
      trip.tab.isOnline = isOnline;
      const left = trip.tab.left();
      const leaving = trip.at().federate({});
      await left;
      trip.stage.clock.advance(TIMEOUT);
      await expectError(leaving, code);
    }
    assert.equal(trip.tab.stopped, 2);
  });

  it('cancels: the navigation stops, and an answer is not taken in any more', async () => {
    const abort = new AbortController();
    const left = trip.tab.left();
    const leaving = trip.at().federate({}, abort.signal);
    const pages = await left;
    abort.abort();
    await expectError(leaving, 'cancelled');
    assert.equal(trip.tab.stopped, 1);
    await until(() => trip.tab.stored.length === 0);
    await expectError(trip.takesIn(await trip.answer(pages)), 'redirect-lost');
  });

  it('comes back by the Back button, and can still finish what they began', async () => {
    const left = trip.tab.left();
    const leaving = watched(trip.at().federate({}));
    const pages = await left;
    trip.tab.dispatch('pagehide', true);
    trip.stage.clock.advance(TIMEOUT);
    trip.tab.dispatch('pageshow', true);
    await until(() => leaving.code === 'cancelled');
    expectStep((await trip.takesIn(await trip.answer(pages))).step, 'done');
  });
});

describe('A page that opens the sign-in pages itself', () => {
  for (const [how, open] of Object.entries({
    throws: () => {
      throw new Error('No window.');
    },
    rejects: () => Promise.reject(new Error('No window.')),
  })) {
    it(`and ${how}: the user can press again`, async () => {
      const client = trip.at(HOME, { urlOpener: open });
      const error = await expectError(client.federate({}), 'unknown');
      assert.match(String(error.cause), /No window/);
      assert.equal(trip.tab.stopped, 0, 'that is not ours to stop');
      await trip.isSignedIn();
    });
  }

  it('is given the address, and where it returns to; a promise is waited for', async () => {
    const opened: string[] = [];
    const left = new Promise<void>((resolve) => {
      trip.oauth = { urlOpener: async (...given) => resolve(void opened.push(...given)) };
    });
    const leaving = watched(trip.at().federate({}));
    await left;
    assert.equal(leaving.code, undefined);
    const [url = '', redirectUri] = opened;
    assert.equal(redirectUri, HOME);
    trip.tab.dispatch('pagehide');
    expectStep((await trip.takesIn(await trip.answer(new URL(url)))).step, 'done');
  });

  it('elsewhere is told after the timeout, and takes in what comes later', async () => {
    let pages = '';
    trip.oauth = { urlOpener: (url) => (pages = url) };
    const leaving = trip.at().federate({});
    await until(() => pages !== '');
    trip.stage.clock.advance(TIMEOUT);
    await expectError(leaving, 'timeout');
    assert.equal(trip.tab.stopped, 0);
    expectStep((await trip.takesIn(await trip.answer(new URL(pages)))).step, 'done');
  });
});

describe('The sign-in pages', () => {
  it('are told what the page wants, and nothing that is kept for the return', async () => {
    const { searchParams, href } = await trip.leaves(undefined, {
      provider: 'apple',
      loginHint: 'hana@example.com',
      lang: 'de',
      prompt: 'login',
      customState: 'kept',
    });
    const { identity_provider, login_hint, lang, prompt } = Object.fromEntries(searchParams);
    assert.deepEqual(
      { identity_provider, login_hint, lang, prompt },
      { identity_provider: 'SignInWithApple', login_hint: 'hana@example.com', lang: 'de', prompt: 'login' },
    );
    assert.doesNotMatch(href, /kept/);
  });
});
