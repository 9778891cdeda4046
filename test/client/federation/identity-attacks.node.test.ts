import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { signIn } from '../../contracts/client.contract.js';
import { POOL } from '../identity-stage.js';
import { openProviderStage } from '../provider-stage.js';
import type { ProviderStage } from '../provider-stage.js';
import { IDENTITY_KEY, NaiveIdentities, Refused } from './naive-identities.js';
import type { Got } from './naive-identities.js';

/**
 * Controls for row 30 of the attacks (see attacks.node.test.ts): the same on a client without protection. An identity pool
 * refuses by itself to give one user the identity of another. So where only an id is wrong, what the client without
 * protection does to its user is to get no credentials; and it gives away those of another where the pool is not asked, or
 * is sent the tokens of both.
 */

const GOOGLE = 'accounts.google.com';

let stage: ProviderStage;
beforeEach(async () => {
  stage = await openProviderStage();
});
afterEach(() => stage.close());

/** A tab with a client that is attacked. */
interface Tab {
  signIn(username: string): Promise<void>;
  /** Signs a user in by a token of Google. */
  google(sub: string): Promise<void>;
  signOut(): Promise<void>;
  getCredentials(): Promise<Got>;
}

const TABS = {
  naive: () => {
    const client = new NaiveIdentities(stage);
    return {
      signIn: (username) => client.signIn(username),
      google: async (sub) => client.federate(GOOGLE, String((await stage.login(GOOGLE, sub)).token)),
      signOut: async () => client.signOut(),
      getCredentials: () => client.getCredentials(),
    };
  },
  ours: () => {
    const client = stage.client({ authFlow: 'USER_PASSWORD_AUTH', identityPoolId: POOL });
    return {
      signIn: async (username) => assert.equal((await signIn(client, username)).name, 'done'),
      google: async (sub) => {
        const step = await client.federate({ provider: GOOGLE, login: await stage.login(GOOGLE, sub) });
        assert.equal(step.name, 'done');
      },
      signOut: async () => assert.equal((await client.signOut()).name, 'signIn'),
      getCredentials: () => client.getCredentials(),
    };
  },
} satisfies Record<string, () => Tab>;

/** Another browser, without anything of this one. */
function opensBrowser(open: () => Tab): Tab {
  stage.kept.clear();
  return open();
}

/** An attack, and the tab of the user who then asks for credentials, with the identity of the one before. */
interface Attack {
  readonly what: string;
  readonly prepare: (open: () => Tab) => Promise<{ readonly tab: Tab; readonly before: Got }>;
  /** What the client without protection returns; ours returns credentials of the user’s own identity. */
  readonly naive: string | RegExp;
}

const OTHERS = 'those of another';

const ATTACKS: readonly Attack[] = [
  {
    what: 'is kim, who has signed in in another tab while this one held the credentials of jane',
    prepare: async (open) => {
      const tab = open();
      await tab.signIn('jane');
      const before = await tab.getCredentials();
      await open().signIn('kim');
      return { tab, before };
    },
    naive: OTHERS,
  },
  {
    what: 'signs in with Google where jane is still signed in',
    prepare: async (open) => {
      const first = open();
      await first.signIn('jane');
      const before = await first.getCredentials();
      const tab = open();
      await tab.google('gina');
      return { tab, before };
    },
    naive: OTHERS,
  },
  {
    what: 'signs in with Google, in another browser, after a sign-in where jane was still signed in',
    prepare: async (open) => {
      const first = open();
      await first.signIn('jane');
      const before = await first.getCredentials();
      const second = open();
      await second.google('gina');
      await second.getCredentials();
      const tab = opensBrowser(open);
      await tab.google('gina');
      return { tab, before };
    },
    naive: OTHERS,
  },
  {
    what: 'is kim, and finds the identity of jane in the browser',
    prepare: async (open) => {
      const first = open();
      await first.signIn('jane');
      const before = await first.getCredentials();
      await first.signOut();
      stage.kept.set(IDENTITY_KEY, before.identityId);
      const tab = open();
      await tab.signIn('kim');
      return { tab, before };
    },
    naive: /^Logins don't match/,
  },
  {
    what: 'is a guest after jane, who became the guest of before',
    prepare: async (open) => {
      const first = open();
      const before = await first.getCredentials();
      await first.signIn('jane');
      await open().getCredentials();
      await first.signOut();
      return { tab: open(), before };
    },
    naive: /^Access to Identity '.*' is forbidden/,
  },
];

/** Whose credentials a tab returns, or how it is refused. */
async function outcome({ tab, before }: Awaited<ReturnType<Attack['prepare']>>): Promise<string> {
  try {
    const { identityId, accessKeyId } = await tab.getCredentials();
    assert.ok(stage.cognito.store.identityPools.credentials.find(accessKeyId), 'AWS takes them.');
    return identityId === before.identityId ? OTHERS : 'their own';
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

describe('A user who is attacked by the identity of another', () => {
  for (const { what, prepare, naive } of ATTACKS) {
    it(`is harmed by a client without protection (30): who ${what}`, async () => {
      const found = await outcome(await prepare(TABS.naive));
      if (typeof naive === 'string') assert.equal(found, naive);
      else assert.match(found, naive);
    });

    it(`is protected by ours (30): who ${what}`, async () => {
      assert.equal(await outcome(await prepare(TABS.ours)), 'their own');
    });
  }

  it('has an identity of their own by both where there is no attack', async () => {
    for (const open of Object.values(TABS)) {
      const janes = opensBrowser(open);
      await janes.signIn('jane');
      const { identityId } = await janes.getCredentials();
      const kims = opensBrowser(open);
      await kims.signIn('kim');
      assert.notEqual((await kims.getCredentials()).identityId, identityId);
      const again = opensBrowser(open);
      await again.signIn('jane');
      assert.equal((await again.getCredentials()).identityId, identityId);
    }
  });
});
