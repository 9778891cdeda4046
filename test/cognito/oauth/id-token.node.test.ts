import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeBase64url } from '../../../src/cognito/base64url.js';
import { AuthError } from '../../../src/cognito/errors.js';
import { checkIdToken } from '../../../src/cognito/oauth/id-token.js';

const encoded = (value: unknown): string =>
  encodeBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).buffer);

const HEADER = { alg: 'RS256', kid: 'a' };
const CLAIMS = { nonce: 'the-nonce', iat: 1_000_000, exp: 1_003_600, auth_time: 999_990 };

const token = (claims: unknown = CLAIMS, header: unknown = HEADER, rest = 'c2ln'): string =>
  `${encoded(header)}.${encoded(claims)}.${rest}`;

const isRefused = (idToken: string): void =>
  assert.throws(
    () => checkIdToken(idToken, 'the-nonce'),
    (error) => error instanceof AuthError && error.code === 'bad-response',
  );

describe('An ID token that a redirect has brought', () => {
  it('is taken with the nonce of the redirect, whatever this device’s clock says', () => {
    assert.doesNotThrow(() => checkIdToken(token(), 'the-nonce'));
    assert.doesNotThrow(() => checkIdToken(token({ ...CLAIMS, auth_time: undefined }), 'the-nonce'));
  });

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
    'has its nonce from a prototype': token(`{"__proto__":{"nonce":"the-nonce"},"iat":1000000,"exp":1003600}`),
    'ends as text': token({ ...CLAIMS, exp: '1003600' }),
    'ends before it begins': token({ ...CLAIMS, exp: CLAIMS.iat }),
    'never ends': token({ ...CLAIMS, exp: undefined }),
    'ends after all time': token(`{"nonce":"the-nonce","iat":1000000,"exp":1e309}`),
    'has no beginning': token({ ...CLAIMS, iat: undefined }),
    'begins before all time': token({ ...CLAIMS, iat: -1 }),
    'is of a sign-in that is still to come': token({ ...CLAIMS, auth_time: CLAIMS.iat + 1 }),
    'is of a sign-in at no time': token({ ...CLAIMS, auth_time: 'now' }),
  })) {
    it(`is refused when it ${what}`, () => isRefused(idToken));
  }
});
