import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { encodeBase64url } from '../../../src/cognito/base64url.js';
import { AuthError } from '../../../src/cognito/errors.js';
import { textOf } from '../../../src/cognito/json.js';
import type { Fields } from '../../../src/cognito/json.js';
import { claimsOf } from '../../../src/cognito/jwt.js';
import { NodeTab } from '../../support/node-tab.js';
import { NaiveClient } from './naive-client.js';
import type { Outcome } from './naive-client.js';
import { HOME, setRoundTrip } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

/**
 * Controls: attacks on a client without protection, where they succeed, and the same on ours. So what the tests of our client
 * refuse would work against this Cognito.
 *
 * The attacks and faults of sign-in elsewhere, and where each is tested (in `test/`):
 *
 * -  1: session/arrival, e2e/redirect
 * -  2, 3: e2e/redirect, client/federation/returns, here
 * -  4, 5: e2e/redirect
 * -  6: client/federation/leaving, e2e/federated
 * -  7: e2e/redirect, e2e/tabs
 * -  8: e2e/redirect
 * -  9: client/federation/returns, e2e/providers-beside, here
 * - 10, 11, 12: session/redirect-records, client/federation/returns
 * - 13: client/federation/returns, cognito/oauth/oauth-meanings, here
 * - 14: cognito/oauth/id-token, here
 * - 15: client/federation/implicit
 * - 16: client/federation/returns, providers/oidc
 * - 17: faults/client
 * - 18: session/keeper-after-redirect
 * - 19: client/federation/hostile-addresses, elements/auth-federated-buttons
 * - 20: e2e/redirect
 * - 21: client/federation/returns
 * - 22, 35: e2e/secrets
 * - 23: e2e/redirect
 * - 24, 25, 26: e2e/providers, providers/scripted
 * - 27: client/federation/returns, client/identities
 * - 28, 29: e2e/redirect-places
 * - 30: client/credentials, client/identities, client/federation/identity-attacks (with controls)
 * - 31, 32: client/credentials, client/identities
 * - 33: client/federation/leaving
 * - 34: e2e/injected-markup, e2e/redirect-places, e2e/injected-markup-controls (controls)
 */

const DECEIT = `<a href="https://evil.example">Sign in here\u202e</a>${'!'.repeat(10_000)}`;
const OTHER_POOL = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other0001';

const there = setRoundTrip();
let trip: RoundTrip;
beforeEach(() => {
  trip = there();
});

/** A client that is attacked. */
interface Target {
  /** Leaves the page. Resolves with the address of the sign-in pages. */
  leaves(): Promise<URL>;
  takesIn(address: URL): Promise<Outcome>;
}

const TARGETS = {
  naive: {
    leaves: async () => new NaiveClient(trip).leaves(),
    takesIn: (address) => new NaiveClient(trip).takesIn(address),
  },
  ours: {
    leaves: () => trip.leaves(),
    takesIn: (address) =>
      trip.takesIn(address).then(
        ({ step }) => (step.name === 'done' ? { user: step.user.username } : { shown: step.name }),
        (error: unknown) => {
          const { code, detail } = AuthError.from(error);
          return { shown: [code, detail].filter(Boolean).join(': ') };
        },
      ),
  },
} satisfies Record<string, Target>;

/** Signs hana in on the sign-in pages. Returns the address with the answer. */
const answerFor = async (target: Target): Promise<URL> => trip.answer(await target.leaves());

/** Goes on in a tab that has started no redirect: another one, or that of another user. */
function opensTab(): void {
  trip.tab.close();
  trip.tab = new NodeTab();
}

/** An answer that names the redirect that this client has just started. */
async function forgedAnswer(target: Target, parameters: Readonly<Record<string, string>>): Promise<URL> {
  const state = (await target.leaves()).searchParams.get('state') ?? '';
  return new URL(`${HOME}?${new URLSearchParams({ ...parameters, state }).toString()}`);
}

/** Another issuer says that it has sent an answer. */
function ofOtherPool(answer: URL): URL {
  answer.searchParams.set('iss', OTHER_POOL);
  return answer;
}

/** Changes what the token endpoint answers. */
function changeTokens(change: (tokens: Fields) => object): void {
  trip.stage.intercept = async (request, pass) => {
    const response = await pass();
    if (!request.url.endsWith('/oauth2/token')) return response;
    return Response.json(change((await response.json()) as Fields));
  };
}

/** An ID token with this name that says that it is not signed. */
function unsigned(idToken: string, username: string): string {
  const [header, claims] = [{ alg: 'none' }, { ...claimsOf(idToken), 'cognito:username': username }].map((part) =>
    encodeBase64url(new TextEncoder().encode(JSON.stringify(part)).buffer),
  );
  // With the signature of before: an empty one would be refused for that alone.
  return [header, claims, idToken.split('.')[2]].join('.');
}

/** An attack, and what it leads to. */
interface Attack {
  readonly row: number;
  readonly what: string;
  /** Prepares it. Returns the address that the victim opens. */
  readonly prepare: (target: Target) => Promise<URL>;
  readonly naive: Outcome;
  readonly ours: Outcome;
  /** The token endpoint has answered: what is refused is its answer. */
  readonly isRedeemed?: true;
}

const ATTACKS: readonly Attack[] = [
  {
    row: 2,
    what: 'opens a copied link with an answer in another tab',
    prepare: async (target) => {
      const answer = await answerFor(target);
      opensTab();
      return answer;
    },
    naive: { user: 'hana' },
    ours: { shown: 'redirect-lost' },
  },
  {
    row: 3,
    what: 'has a redirect open, and opens the answer to one of the attacker, who is hana',
    prepare: async (target) => {
      const answer = await answerFor(target);
      opensTab();
      await target.leaves();
      return answer;
    },
    naive: { user: 'hana' },
    ours: { shown: 'redirect-lost' },
  },
  {
    row: 9,
    what: 'brings a code of another user pool',
    prepare: async (target) => ofOtherPool(await answerFor(target)),
    naive: { user: 'hana' },
    ours: { shown: 'redirect-lost' },
  },
  {
    row: 9,
    what: 'brings an error of another user pool',
    prepare: async (target) => ofOtherPool(await forgedAnswer(target, { error: 'access_denied' })),
    naive: { shown: 'access_denied' },
    ours: { shown: 'redirect-lost' },
  },
  {
    row: 13,
    what: 'opens a link with a description that deceives',
    prepare: async () =>
      new URL(`${HOME}?error=server_error&state=ae-x&error_description=${encodeURIComponent(DECEIT)}`),
    naive: { shown: DECEIT },
    ours: { shown: 'redirect-lost' },
  },
  {
    row: 13,
    what: 'brings an error with a description that deceives',
    prepare: (target) => forgedAnswer(target, { error: 'server_error', error_description: DECEIT }),
    naive: { shown: DECEIT },
    ours: { shown: 'service' },
  },
  {
    row: 14,
    what: 'gets the tokens of another redirect, with its nonce',
    prepare: async (target) => {
      let first: Fields | undefined;
      changeTokens((tokens) => (first ??= tokens));
      await target.takesIn(await answerFor(target));
      return answerFor(target);
    },
    naive: { user: 'hana' },
    ours: { shown: 'bad-response' },
    isRedeemed: true,
  },
  {
    row: 14,
    what: 'gets an ID token that is not signed',
    prepare: (target) => {
      changeTokens((tokens) => ({ ...tokens, id_token: unsigned(textOf(tokens, 'id_token') ?? '', 'administrator') }));
      return answerFor(target);
    },
    naive: { user: 'administrator' },
    ours: { shown: 'bad-response' },
    isRedeemed: true,
  },
];

describe('A user who is attacked', () => {
  for (const { row, what, prepare, naive, ours, isRedeemed = false } of ATTACKS) {
    it(`is harmed by a client without protection (${row}): who ${what}`, async () => {
      const address = await prepare(TARGETS.naive);
      assert.deepEqual(await TARGETS.naive.takesIn(address), naive);
    });

    it(`is protected by ours (${row}): who ${what}`, async () => {
      const address = await prepare(TARGETS.ours);
      trip.stage.kept.clear();
      trip.stage.asked.length = 0;
      assert.deepEqual(await TARGETS.ours.takesIn(address), ours);
      assert.equal(trip.requested('POST /oauth2/token'), isRedeemed ? 1 : 0);
      assert.deepEqual([...trip.stage.kept.keys()], []);
    });
  }

  it('is signed in by both where there is no attack', async () => {
    for (const target of [TARGETS.naive, TARGETS.ours])
      assert.deepEqual(await target.takesIn(await answerFor(target)), { user: 'hana' });
  });
});
