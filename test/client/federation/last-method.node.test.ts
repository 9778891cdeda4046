import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { expectError, expectStep } from '../../contracts/client.contract.js';
import { setRoundTrip } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

const KEY = 'auth-elements.us-east-1_Example10.method';

const there = setRoundTrip();
let trip: RoundTrip;
beforeEach(() => {
  trip = there();
});

/** Leaves for a provider, and signs in at the pool itself: it has no provider here. Returns the address with the answer. */
async function goesBy(provider: string): Promise<URL> {
  const pages = await trip.leaves(undefined, { provider });
  pages.searchParams.delete('identity_provider');
  return trip.answer(pages);
}

describe('The method of a sign-in elsewhere', () => {
  for (const [given, kept] of [
    ['google', 'google'],
    ['Google', 'google'],
    ['apple', 'apple'],
    ['SignInWithApple', 'apple'],
    ['Okta', 'Okta'],
  ] as const) {
    it(`is the provider that the page has asked for: ${given}`, async () => {
      const { client, step } = await trip.takesIn(await goesBy(given));
      expectStep(step, 'done');
      await client.rememberMethod();
      assert.equal(trip.stage.kept.get(KEY), `{"provider":"${kept}"}`);
      await client.signOut({ redirect: false });
      assert.deepEqual(await trip.at().lastMethod(), { provider: kept });
    });
  }

  it('is the sign-in pages where the page has named no provider', async () => {
    const client = await trip.isSignedIn();
    await client.rememberMethod();
    assert.equal(trip.stage.kept.get(KEY), '{"provider":""}');
  });

  it('is not kept when the user leaves, and not when no user comes back', async () => {
    const leaving = trip.at();
    await trip.leaves(leaving, { provider: 'google' });
    await leaving.rememberMethod();
    assert.equal(trip.stage.kept.has(KEY), false);
    const refused = trip.at(await trip.comesBackWith('error=access_denied'));
    await expectError(refused.restore(), 'cancelled');
    await refused.rememberMethod();
    assert.equal(trip.stage.kept.has(KEY), false);
  });

  it('is not kept as long as the page does not ask for that', async () => {
    await trip.isSignedIn();
    assert.equal(trip.stage.kept.has(KEY), false);
  });
});
