import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createAuthClient } from '../../../src/client/create-auth-client.js';
import { AuthError } from '../../../src/cognito/errors.js';
import { ConfigError } from '../../../src/config/config.js';
import type { OAuthConfig } from '../../../src/config/oauth-config.js';
import { expectStep } from '../../contracts/client.contract.js';
import { HOSTILE_ADDRESSES } from '../../support/hostile-addresses.js';
import { NodeTab } from '../../support/node-tab.js';
import { HOME, setRoundTrip } from './round-trip.js';

const DOMAIN = 'example.auth.us-east-1.amazoncognito.com';
const PAGE = 'https://app.example.com/';

/** Where a page is left for, by its configuration; undefined when that is refused, or there is no way back. */
async function destination(tab: NodeTab, oauth: Partial<OAuthConfig>, signsOut = false): Promise<URL | undefined> {
  tab.open(PAGE);
  const left = tab.left();
  const key = Object.keys(oauth).at(-1);
  try {
    const client = createAuthClient({
      userPoolId: 'us-east-1_Example1',
      userPoolClientId: 'abc123',
      storage: 'memory',
      oauth: { domain: DOMAIN, redirectSignIn: PAGE, ...oauth },
    });
    const call = signsOut ? client.signOut({ redirect: true }) : client.federate({});
    return await Promise.race([left, call.then(() => undefined)]);
  } catch (error) {
    if (error instanceof ConfigError) assert.equal(error.key, `oauth.${key}`);
    else assert.ok(error instanceof AuthError && error.code === 'configuration' && error.detail?.includes(String(key)));
    return undefined;
  }
}

describe('An address that an attacker has brought into the configuration', () => {
  const tab = new NodeTab();
  afterEach(() => tab.close());

  it('is one of many', () => assert.ok(new Set(HOSTILE_ADDRESSES).size >= 250));

  for (const [key, signsOut] of [
    ['redirectSignIn', false],
    ['redirectSignOut', true],
  ] as const) {
    it(`as ${key} leads nowhere but to the user pool, and back to this origin`, async () => {
      for (const address of HOSTILE_ADDRESSES) {
        const place = await destination(tab, { [key]: address }, signsOut);
        if (!place) continue;
        assert.equal(place.origin, `https://${DOMAIN}`, address);
        const back = place.searchParams.get(signsOut ? 'logout_uri' : 'redirect_uri') ?? '';
        assert.equal(new URL(back).origin, new URL(PAGE).origin, address);
      }
    });
  }

  it('as domain is refused, or the whole of what it names: a host, and nothing behind it', async () => {
    for (const address of HOSTILE_ADDRESSES) {
      const place = await destination(tab, { domain: address });
      if (!place) continue;
      const { protocol, pathname, hostname, username, hash } = place;
      assert.ok(protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost', address);
      assert.deepEqual([pathname, username, hash], ['/oauth2/authorize', '', ''], address);
    }
  });
});

describe('What an attacker has brought into the state of the page', () => {
  const there = setRoundTrip();

  it('comes back as it was, and is sent nowhere', async () => {
    const trip = there();
    const client = trip.at();
    for (const [index, customState] of HOSTILE_ADDRESSES.entries()) {
      trip.tab.open(HOME);
      const pages = await trip.leaves(index % 50 > 0 ? client : trip.at(), { customState });
      assert.ok(![...pages.searchParams.values()].includes(customState), customState);
      // Signing in for each takes long, and what is kept does not depend on it.
      if (index % 50 > 0) continue;
      const { step } = await trip.takesIn(await trip.answer(pages));
      assert.deepEqual(expectStep(step, 'done').redirect, { customState });
      assert.equal(location.href, HOME);
    }
  });
});
