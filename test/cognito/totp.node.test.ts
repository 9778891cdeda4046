import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { URI } from 'otpauth';
import { groupedKey, otpauthUri } from '../../src/cognito/totp.js';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

describe('The otpauth URI for an authenticator app', () => {
  it('is parsed by an app to the same values', () => {
    const uri = otpauthUri({ issuer: 'ACME & Co', account: 'x?secret=AAAA&y#f', key: KEY });
    const read = URI.parse(uri);
    assert.equal(read.issuer, 'ACME & Co');
    assert.equal(read.label, 'x?secret=AAAA&y#f');
    assert.equal(read.secret.base32, KEY);
  });

  it('is built for a name with a lone surrogate too', () => {
    const uri = otpauthUri({ issuer: 'A\ud800', account: '\udc00b', key: KEY });
    assert.equal(uri, `otpauth://totp/A:b?secret=${KEY}&issuer=A`);
  });

  it('escapes every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (issuer, account) => {
        const uri = otpauthUri({ issuer, account, key: KEY });
        const url = new URL(uri);
        assert.deepEqual(url.searchParams.getAll('secret'), [KEY]);
        assert.equal(url.searchParams.get('issuer') ?? '', issuer.replaceAll(':', ''));
        assert.equal(url.hash, '');
        // Not from the URL, which resolves the account `..` as a path.
        assert.ok(decodeURIComponent(uri.replace(/\?.*/, '')).endsWith(account.replaceAll(':', '')));
      }),
      { numRuns: 500, examples: [['', '..']] },
    );
  });

  for (const key of ['', 'short', KEY.toLowerCase(), `${KEY}&issuer=x`, `${KEY}\n`, '0'.repeat(16), 'A'.repeat(257)]) {
    it(`is not built for the key ${JSON.stringify(key)}`, () => {
      assert.throws(() => otpauthUri({ issuer: 'a', account: 'b', key }), TypeError);
    });
  }

  it('has its key in groups of four for users who type it', () => {
    assert.equal(groupedKey('ABCDEFGHIJ'), 'ABCD EFGH IJ');
    assert.equal(groupedKey('ABCDEFGH'), 'ABCD EFGH');
  });
});
