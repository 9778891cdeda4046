import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countriesFor } from '../../src/kit/phone/country-search.js';
import { countriesIn } from '../../src/kit/phone/phone-numbers.js';

const found = (typed: string, lang = 'en'): readonly string[] =>
  countriesFor(countriesIn(lang), typed).map(({ country }) => country);

describe('A country is found', () => {
  for (const [typed, lang, first] of [
    ['ger', 'en', 'DE'],
    ['GER', 'de', 'DE'],
    ['deutsch', 'de', 'DE'],
    ['deutsch', 'en', 'DE'],
    ['de', 'en', 'DE'],
    ['us', 'en', 'US'],
    ['uk', 'en', 'GB'],
    ['kingdom', 'de', 'GB'],
    ['cote divoire', 'en', 'CI'],
    ['Côte d’I', 'en', 'CI'],
    ['osterr', 'de', 'AT'],
    ['oster', 'en', 'AT'],
    ['日本', 'en', 'JP'],
    ['49', 'en', 'DE'],
    ['+49', 'en', 'DE'],
    ['0049', 'en', 'DE'],
    ['٤٩', 'ar', 'DE'],
    ['+44', 'en', 'GB'],
    ['+1', 'en', 'US'],
    ['1 416', 'en', 'US'],
  ] as const) {
    it(`first by “${typed}”, where the page speaks ${lang}: ${first}`, () => {
      assert.equal(found(typed, lang)[0], first);
    });
  }

  it('with the others that share a calling code, and with those whose code begins so', () => {
    assert.deepEqual([...found('+44')].sort(), ['GB', 'GG', 'IM', 'JE']);
    assert.ok(found('+35').includes('PT'));
    assert.ok(!found('+35').includes('DE'));
  });

  it('by nothing that is none', () => {
    assert.deepEqual(found('atlantis'), []);
    assert.deepEqual(found('+0'), []);
  });

  it('among all as long as nothing is typed', () => {
    assert.deepEqual(found(' '), found(''));
    assert.ok(found('').length > 200);
    assert.equal(found('')[0], 'AF');
  });
});
