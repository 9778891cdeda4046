import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AuthError } from '../../src/cognito/errors.js';
import { parseSession } from '../../src/session/session.js';
import { claimsOf } from '../../src/cognito/jwt.js';
import { attributesOf, readUserPoolSession, userPoolSession } from '../../src/session/user-pool-session.js';
import { POOL, accessClaims, idClaims, jwt, sessionOf, tokens } from './tokens.js';

const KEPT = { v: 1, gen: 3, receivedAt: 5_000 };

const parse = (text: string) => parseSession(text, (record) => readUserPoolSession(record, POOL));

/** Other issuers of the same pool, and the endpoint that a page has configured. */
const ISSUERS = {
  'its region': ['https://cognito-idp.us-east-1.amazonaws.com', undefined],
  'its host for issuers': ['https://issuer-cognito-idp.us-east-1.amazonaws.com', undefined],
  'the region of a replica': ['https://cognito-idp.us-west-2.amazonaws.com', undefined],
  'its region, behind a proxy': ['https://cognito-idp.us-east-1.amazonaws.com', 'https://example.com/cognito/'],
  'a stand-in by its endpoint': ['http://localhost:4566', 'http://localhost:4566/'],
  'a stand-in by another name': ['http://localhost.localstack.cloud:4566', 'http://localhost:4566/'],
  'a stand-in by its address in a container': ['http://0.0.0.0:9229', 'http://localhost:49152/'],
} as const;

const ofLongerPool = (claims: { readonly iss: string }) => ({ ...claims, iss: `${claims.iss}2` });

const ofOtherRegion = (claims: { readonly iss: string }) => ({ ...claims, iss: claims.iss.replace('/us-', '/x-us-') });

describe('A session', () => {
  it('is read as it was written', () => {
    const session = { ...sessionOf(), ...KEPT };
    assert.equal(session.sub, 'a-sub');
    assert.equal(session.username, 'user of a-sub');
    assert.equal(session.lifetime, 3_600_000);
    assert.deepEqual(parse(JSON.stringify(session)), session);
  });

  it('is read with how its user signed in', () => {
    const session = { ...userPoolSession(tokens(), POOL, { via: 'redirect', provider: 'Google' }), ...KEPT };
    assert.deepEqual(parse(JSON.stringify(session)), session);
    const other = { ...sessionOf(), ...KEPT };
    assert.deepEqual(parse(JSON.stringify({ ...other, via: 'mail', provider: 7 })), other);
  });

  for (const [what, [issuer, userPoolEndpoint]] of Object.entries(ISSUERS)) {
    it(`is of the pool when its tokens name ${what}`, () => {
      const iss = `${issuer}/${POOL.userPoolId}`;
      const pool = { ...POOL, ...(userPoolEndpoint && { userPoolEndpoint }) };
      const made = { ...tokens(), accessToken: jwt({ ...accessClaims(), iss }), idToken: jwt({ ...idClaims(), iss }) };
      assert.equal(userPoolSession(made, pool).sub, 'a-sub');
      assert.equal(readUserPoolSession(made, pool)?.sub, 'a-sub');
    });
  }

  const foreign: readonly (readonly [string, unknown, unknown])[] = [
    ['of another pool', { ...accessClaims(), iss: 'https://x/us-east-1_Example2' }, idClaims()],
    ['of a pool whose id ends with ours', ofOtherRegion(accessClaims()), ofOtherRegion(idClaims())],
    ['of a pool whose id begins with ours', ofLongerPool(accessClaims()), ofLongerPool(idClaims())],
    ['of another client', { ...accessClaims(), client_id: 'other' }, idClaims()],
    ['for another client', accessClaims(), { ...idClaims(), aud: 'other' }],
    ['the wrong way round', idClaims(), accessClaims()],
    ['of the same kind', accessClaims(), accessClaims()],
    ['of two users', accessClaims('alice'), idClaims('bob')],
    ['without a user', { ...accessClaims(), sub: undefined }, { ...idClaims(), sub: undefined }],
    ['without an end', { ...accessClaims(), exp: null }, idClaims()],
    ['that end before they begin', accessClaims(), { ...idClaims(), exp: 5 }],
    ['that never end', { ...accessClaims(), exp: '1e309' }, idClaims()],
    ['without claims', null, []],
  ];
  for (const [title, access, id] of foreign) {
    it(`is not created from tokens ${title}`, () => {
      const made = { accessToken: jwt(access), idToken: jwt(id), refreshToken: 'r' };
      assert.throws(
        () => userPoolSession(made, POOL),
        (error) => error instanceof AuthError && error.code === 'bad-response',
      );
      assert.equal(parse(JSON.stringify({ ...made, ...KEPT })), undefined);
    });
  }

  it('lives as long as the shorter of its tokens', () => {
    const made = { ...tokens(), idToken: jwt({ ...idClaims(), exp: 1_000_300 }) };
    assert.equal(userPoolSession(made, POOL).lifetime, 300_000);
  });

  it('exposes the attributes of its user and nothing of its tokens', () => {
    const claims = {
      ...idClaims(),
      email_verified: true,
      given_name: 'Jäne 🐎',
      'custom:plan': 'gold',
      'cognito:groups': ['admin'],
      'cognito:username': 'jane',
      address: { formatted: '1 Main St' },
      updated_at: 1_700_000_000,
      phone_number: ['not', 'one'],
      profile: { no: 'text' },
      picture: null,
      auth_time: 7,
      origin_jti: 'x',
      jti: 'x',
      __proto__: undefined,
    };
    const session = userPoolSession({ ...tokens(), idToken: jwt(claims) }, POOL);
    assert.deepEqual(attributesOf(session), {
      email: 'a@example.com',
      email_verified: 'true',
      given_name: 'Jäne 🐎',
      'custom:plan': 'gold',
      address: '1 Main St',
      updated_at: '1700000000',
    });
  });

  it('reads no claims from what is no token', () => {
    for (const text of ['', 'a', 'a.b', 'a.b.c', 'a.b.c.d', '..', `a.${'!'.repeat(9)}.c`]) {
      assert.deepEqual(claimsOf(text), {});
    }
  });
});

describe('A damaged record', () => {
  const record = { ...sessionOf(), ...KEPT };
  const essential = ['v', 'gen', 'receivedAt', 'accessToken', 'idToken', 'refreshToken'] as const;
  const value = fc.oneof(
    fc.constantFrom(null, undefined, NaN, Infinity, -1, 0, '', '__proto__', [], {}, true),
    fc.constant('x'.repeat(5_000_000)),
    fc.string(),
    fc.jsonValue(),
  );

  it('is no session when it is cut off anywhere', () => {
    const text = JSON.stringify(record);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (end) => {
        assert.equal(parse(text.slice(0, end)), undefined);
      }),
      { numRuns: 300 },
    );
  });

  for (const key of essential) {
    it(`is a complete session or none, with any value at "${key}"`, () => {
      fc.assert(
        fc.property(value, (damage) => {
          const session = parse(JSON.stringify({ ...record, [key]: damage }));
          if (session === undefined) return;
          // Another number, or another refresh token, cannot be told from the right one.
          assert.ok(['gen', 'receivedAt', 'refreshToken'].includes(key));
          // A record without a refresh token is that of a session without one.
          assert.equal(typeof session[key], damage === undefined ? 'undefined' : typeof record[key]);
          assert.ok(Number.isFinite(session.receivedAt) && Number.isSafeInteger(session.gen));
          assert.notEqual(session.refreshToken, '');
        }),
        { numRuns: 100 },
      );
    });
  }

  it('of any text is no session, and changes no prototype', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"__proto__":{"v":1,"polluted":1}}')), (text) => {
        assert.equal(parse(text), undefined);
        assert.ok(!('polluted' in {}));
      }),
      { numRuns: 1_000 },
    );
  });
});
