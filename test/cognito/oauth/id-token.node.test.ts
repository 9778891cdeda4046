import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as oauth from 'oauth4webapi';
import { encodeBase64url } from '../../../src/cognito/base64url.js';
import { AuthError } from '../../../src/cognito/errors.js';
import { checkIdToken } from '../../../src/cognito/oauth/id-token.js';

const encoded = (value: unknown): string =>
  encodeBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).buffer);

const HEADER = { alg: 'RS256', kid: 'a' };
/** What `userPoolSession` checks. */
const WHOSE = { iss: 'https://issuer.example', aud: 'an-app', sub: 'a-user' };
const CLAIMS = { ...WHOSE, nonce: 'the-nonce', iat: 1_000_000, exp: 1_003_600, auth_time: 999_990 };

const token = (claims: unknown = CLAIMS, header: unknown = HEADER, rest = 'c2ln'): string =>
  `${encoded(header)}.${encoded(claims)}.${rest}`;

/** Claims that JSON.stringify does not write. */
const withTimes = (claims: string): string => JSON.stringify(WHOSE).replace('}', `,${claims}}`);

const isRefused = (idToken: string): void =>
  assert.throws(
    () => checkIdToken(idToken, 'the-nonce'),
    (error) => error instanceof AuthError && error.code === 'bad-response',
  );

/** Whether oauth4webapi takes it as the answer to the same redirect, at a time at which it is valid. */
async function isTakenByOther(idToken: string): Promise<boolean> {
  const client = { client_id: WHOSE.aud, [oauth.clockSkew]: CLAIMS.iat + 1 - Math.floor(Date.now() / 1000) };
  const response = Response.json({ access_token: 'a', token_type: 'Bearer', id_token: idToken });
  const expected = { expectedNonce: 'the-nonce', requireIdToken: true };
  return oauth.processAuthorizationCodeResponse({ issuer: WHOSE.iss }, client, response, expected).then(
    () => true,
    () => false,
  );
}

/** Where oauth4webapi takes what is refused here: why we do not. */
const STRICTER: Readonly<Record<string, string>> = {
  'has no signature': 'it verifies signatures on demand, and an issuer signs always',
  'ends before it begins': 'it compares both with the clock alone, and the lifetime here is their difference',
  'ends after all time': 'no session lasts forever',
  'begins before all time': 'no time of a token is before 1970',
  'is of a sign-in that is still to come': 'it reads auth_time only where max_age was sent',
};

const CLOCK = 'the clock of this device may be wrong, and the token has come just now';
const OWNER = 'userPoolSession checks whose it is';

/** What oauth4webapi refuses and `checkIdToken` takes: the token, and why. */
const LAXER: Readonly<Record<string, readonly [idToken: string, reason: string]>> = {
  'has expired by this device’s clock': [token({ ...CLAIMS, iat: 1000, exp: 4600, auth_time: 999 }), CLOCK],
  'is of another issuer': [token({ ...CLAIMS, iss: 'https://other.example' }), OWNER],
  'is for another app': [token({ ...CLAIMS, aud: 'another-app' }), OWNER],
  'is for no user': [token({ ...CLAIMS, sub: undefined }), OWNER],
};

describe('An ID token that a redirect has brought', () => {
  it('is taken with the nonce of the redirect, whatever this device’s clock says', () => {
    assert.doesNotThrow(() => checkIdToken(token(), 'the-nonce'));
    assert.doesNotThrow(() => checkIdToken(token({ ...CLAIMS, auth_time: undefined }), 'the-nonce'));
  });

  it('is taken by oauth4webapi too', async () => {
    assert.ok(await isTakenByOther(token()));
    assert.ok(await isTakenByOther(token({ ...CLAIMS, auth_time: undefined })));
  });

  for (const [what, [idToken, reason]] of Object.entries(LAXER)) {
    it(`is refused by oauth4webapi, but taken when it ${what}: ${reason}`, async () => {
      assert.doesNotThrow(() => checkIdToken(idToken, 'the-nonce'));
      assert.equal(await isTakenByOther(idToken), false);
    });
  }

  for (const [what, idToken] of Object.entries({
    'is not signed': token(CLAIMS, { alg: 'none' }),
    'is signed with a shared key': token(CLAIMS, { alg: 'HS256' }),
    'is signed in another way': token(CLAIMS, { alg: 'PS256' }),
    'has no algorithm': token(CLAIMS, {}),
    'demands an extension': token(CLAIMS, { ...HEADER, crit: ['b64'] }),
    'is encrypted': `${token()}.AAAA.BBBB`,
    'has two parts': token().replace(/\.[^.]*$/, ''),
    'has no signature': token(CLAIMS, HEADER, ''),
    'is cut': token().slice(0, 40),
    'is empty': '',
    'has a header that is no JSON': token(CLAIMS, '{'),
    'has claims that are no JSON': token('{'),
    'has a list of claims': token([CLAIMS]),
    'has another nonce': token({ ...CLAIMS, nonce: 'other' }),
    'has no nonce': token({ ...CLAIMS, nonce: undefined }),
    'has a list of nonces': token({ ...CLAIMS, nonce: ['the-nonce'] }),
    'has its nonce from a prototype': token(withTimes(`"__proto__":{"nonce":"the-nonce"},"iat":1000000,"exp":1003600`)),
    'ends as text': token({ ...CLAIMS, exp: '1003600' }),
    'ends before it begins': token({ ...CLAIMS, exp: CLAIMS.iat }),
    'never ends': token({ ...CLAIMS, exp: undefined }),
    'ends after all time': token(withTimes(`"nonce":"the-nonce","iat":1000000,"exp":1e309`)),
    'has no beginning': token({ ...CLAIMS, iat: undefined }),
    'begins before all time': token({ ...CLAIMS, iat: -1 }),
    'is of a sign-in that is still to come': token({ ...CLAIMS, auth_time: CLAIMS.iat + 1 }),
    'is of a sign-in at no time': token({ ...CLAIMS, auth_time: 'now' }),
  })) {
    it(`is refused when it ${what}`, () => isRefused(idToken));

    const reason = STRICTER[what];
    const verdict = reason === undefined ? 'refused' : `taken (${reason})`;
    it(`is ${verdict} by oauth4webapi when it ${what}`, async () => {
      assert.equal(await isTakenByOther(idToken), reason !== undefined);
    });
  }
});
