import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { base64url, generateKeyPair, SignJWT } from 'jose';
import type { AuthErrorCode } from '../../../src/cognito/errors.js';
import { claimsOf } from '../../../src/cognito/jwt.js';
import { expectError, expectStep } from '../../contracts/client.contract.js';
import { HOME, setRoundTrip } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

const HOUR = 3_600_000;
const KEYS = 'GET /us-east-1_Example10/.well-known/jwks.json';

const there = setRoundTrip();
let trip: RoundTrip;
beforeEach(() => {
  trip = there();
  trip.oauth = { responseType: 'token' };
});

describe('A user whose tokens come in the address (implicit grant)', () => {
  it('is signed in, with nothing of it in the address', async () => {
    const pages = await trip.leaves(undefined, { customState: 'x' });
    assert.equal(pages.searchParams.get('response_type'), 'token');
    assert.equal(pages.searchParams.get('code_challenge'), null);
    const answer = await trip.answer(pages);
    assert.match(answer.hash, /id_token=/);
    const { step } = await trip.takesIn(answer);
    const { user, redirect } = expectStep(step, 'done');
    assert.equal(user.username, 'hana');
    assert.deepEqual(redirect, { customState: 'x' });
    assert.equal(location.href, HOME);
    assert.deepEqual(trip.tab.stored, []);
    assert.deepEqual(trip.stage.asked, [KEYS]);
  });

  it('stays signed in over a reload, until the tokens expire', async () => {
    await trip.isSignedIn();
    const client = trip.at();
    expectStep(await client.restore(), 'done');
    await expectError(client.getTokens({ forceRefresh: true }), 'unsupported');
    trip.stage.clock.advance(HOUR - 1);
    assert.equal((await client.getTokens()).expiresAt, trip.stage.clock.now() + 1);
    trip.stage.clock.advance(1);
    await expectError(client.getTokens(), 'session-expired');
    assert.deepEqual(client.changes.at(-1), { name: 'ended', reason: 'expired' });
    expectStep(await trip.at().restore(), 'signIn');
    assert.deepEqual(trip.stage.asked, [KEYS]);
  });

  it('signs out: there is nothing to revoke', async () => {
    const client = await trip.isSignedIn();
    expectStep(await client.signOut({ redirect: false }), 'signIn');
    assert.deepEqual(trip.stage.asked, [KEYS]);
  });

  it('declines there, and nothing came of it', async () => {
    for (const mark of ['?', '#'] as const)
      await expectError(trip.takesIn(await trip.comesBackWith('error=access_denied', mark)), 'cancelled');
    assert.deepEqual(trip.stage.asked, []);
  });
});

describe('Tokens in the address', () => {
  /** Changes parameters of an answer. */
  const changed = (answer: URL, changes: (given: URLSearchParams) => void): URL => {
    const given = new URLSearchParams(answer.hash.slice(1));
    changes(given);
    return new URL(`${HOME}#${given.toString()}`);
  };

  /** A token of the attacker's own, with the claims of this. */
  const forged = async (token: string, header: { alg: string; kid?: string }, more: object = {}): Promise<string> => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT({ ...claimsOf(token), ...more }).setProtectedHeader(header).sign(privateKey);
  };

  const keyOf = (token: string): string =>
    String((JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[0]!))) as { kid?: unknown }).kid);

  const FORGERIES: Readonly<Record<string, (given: URLSearchParams) => Promise<void> | void>> = {
    'are signed by somebody else in the name of the pool': async (given) => {
      const token = given.get('id_token')!;
      given.set('id_token', await forged(token, { alg: 'RS256', kid: keyOf(token) }));
    },
    'are signed with a key that the pool does not have': async (given) =>
      given.set('id_token', await forged(given.get('id_token')!, { alg: 'RS256', kid: 'mine' })),
    'name no key': async (given) => given.set('id_token', await forged(given.get('id_token')!, { alg: 'RS256' })),
    'have other claims than those that were signed': (given) => {
      const [header, , signature] = given.get('id_token')!.split('.');
      const claims = { ...claimsOf(given.get('id_token')!), email: 'evil@example.com' };
      given.set('id_token', [header, base64url.encode(JSON.stringify(claims)), signature].join('.'));
    },
    'are not signed at all': (given) => {
      const [, claims, signature] = given.get('id_token')!.split('.');
      const header = base64url.encode(JSON.stringify({ alg: 'none', kid: keyOf(given.get('id_token')!) }));
      given.set('id_token', [header, claims, signature].join('.'));
    },
    'have a damaged signature': (given) => given.set('id_token', given.get('id_token')!.slice(0, -5)),
    'have no ID token': (given) => given.delete('id_token'),
    'have the access token of another sign-in': async (given) => {
      const other = await trip.answer(await trip.leaves(trip.at(HOME)));
      given.set('access_token', new URLSearchParams(other.hash.slice(1)).get('access_token')!);
    },
  };

  for (const [what, forge] of Object.entries(FORGERIES)) {
    it(`are refused when they ${what}`, async () => {
      const pages = await trip.leaves();
      const answer = await trip.answer(pages);
      const given = new URLSearchParams(answer.hash.slice(1));
      await forge(given);
      await expectError(trip.takesIn(new URL(`${HOME}#${given.toString()}`)), 'bad-response');
      assert.deepEqual([...trip.stage.kept.keys()], []);
    });
  }

  it('are refused when they are of another redirect of this tab', async () => {
    const answer = await trip.goes();
    const state = (await trip.leaves()).searchParams.get('state')!;
    await expectError(trip.takesIn(changed(answer, (given) => given.set('state', state))), 'bad-response');
  });

  it('are refused where a code was asked for, and a code where they were', async () => {
    const answer = await trip.goes();
    trip.oauth = {};
    await expectError(trip.takesIn(answer), 'redirect-lost');
    const code = await trip.goes();
    trip.oauth = { responseType: 'token' };
    await expectError(trip.takesIn(code), 'redirect-lost');
    assert.deepEqual(trip.stage.asked, []);
  });

  const WITHOUT_KEYS: Readonly<Record<string, readonly [AuthErrorCode, () => Promise<Response>]>> = {
    'cannot be reached': ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    'are not there': ['bad-response', async () => new Response('<html>', { status: 404 })],
    'are something else': ['bad-response', async () => Response.json({ keys: [7, { kid: {} }] })],
    'are damaged': ['bad-response', async () => Response.json({ keys: 'x' })],
    'are down': ['service', async () => new Response('<html>', { status: 502 })],
  };
  for (const [what, [code, answers]] of Object.entries(WITHOUT_KEYS)) {
    it(`are refused when the keys of the pool ${what}`, async () => {
      const answer = await trip.goes();
      trip.stage.intercept = answers;
      await expectError(trip.takesIn(answer), code);
      assert.deepEqual([...trip.stage.kept.keys()], []);
      trip.stage.intercept = (_, pass) => pass();
      await trip.isSignedIn();
    });
  }
});
