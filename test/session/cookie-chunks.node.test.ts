import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownerOf, piecesOf, textIn } from '../../src/session/cookie-chunks.js';
import type { Piece } from '../../src/session/cookie-chunks.js';

const KEY = 'auth-elements.abc123';
const RECORD = JSON.stringify({
  accessToken: 'a'.repeat(2_200),
  idToken: 'żółw 🐎'.repeat(90),
  refreshToken: 'r'.repeat(900),
});

/** What a reader finds after these writes. */
const read = (pieces: readonly Piece[]): string | undefined => textIn(new Map(pieces), KEY);

describe('A text in cookies', () => {
  it('is found again, also where a cut is inside of a character', () => {
    for (let length = 0; length < 12; length += 1) {
      const text = 'x'.repeat(length) + RECORD;
      const pieces = piecesOf(KEY, text);
      assert.ok(pieces.length > 2);
      assert.equal(read(pieces), text);
    }
    assert.equal(read(piecesOf(KEY, '')), '');
  });

  it('has no cookie that a browser refuses', () => {
    for (const key of [KEY, 'k'.repeat(3_000), `${KEY}.http://localhost:9229/`]) {
      for (const [name, value] of piecesOf(key, RECORD)) {
        assert.ok(encodeURIComponent(name).length + value.length < 3_900);
        assert.match(value, /^[\w.~%!'()*-]*$/);
      }
    }
    assert.throws(() => piecesOf('k'.repeat(3_800), RECORD), RangeError);
  });

  it('is the former one until it is written as a whole', () => {
    const former = piecesOf(KEY, 'former');
    const next = piecesOf(KEY, RECORD);
    for (let written = 0; written < next.length; written += 1) {
      assert.equal(read([...former, ...next.slice(0, written)]), 'former');
      assert.equal(read(next.slice(0, written)), undefined);
    }
    assert.equal(read([...former, ...next]), RECORD);
  });

  it('is none when one of its pieces is lost', () => {
    const pieces = piecesOf(KEY, RECORD);
    for (const lost of pieces) assert.equal(read(pieces.filter((piece) => piece !== lost)), undefined);
  });

  it('is never a mixture of what two writers wrote, in whatever order their cookies come', () => {
    const texts = ['a', 'b'].map((letter) => letter.repeat(6_000));
    const [one = [], other = []] = texts.map((text) => piecesOf(KEY, text));
    const orders = (left: readonly Piece[], right: readonly Piece[]): readonly (readonly Piece[])[] => {
      const [[first, ...lefts], [second, ...rights]] = [left, right];
      if (!first || !second) return [[...left, ...right]];
      return [
        ...orders(lefts, right).map((rest) => [first, ...rest]),
        ...orders(left, rights).map((rest) => [second, ...rest]),
      ];
    };
    for (const order of orders(one, other)) {
      for (let written = 0; written <= order.length; written += 1) {
        const found = read(order.slice(0, written));
        assert.ok(found === undefined || texts.includes(found));
      }
    }
  });

  it('is what another library wrote, where that is no note of pieces', () => {
    assert.equal(read([[KEY, 'jane']]), 'jane');
    assert.equal(read([[KEY, '1.2']]), '1.2');
  });

  it('has a piece told from a key', () => {
    const [piece, head] = piecesOf('a.b', 'x').map(([name]) => name);
    assert.equal(ownerOf(piece ?? ''), 'a.b');
    assert.equal(ownerOf(head ?? ''), undefined);
    assert.equal(ownerOf('CognitoIdentityServiceProvider.abc123.jane.idToken'), undefined);
  });
});
