import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fields } from '../../src/kit/form/fields.js';
import { normalize } from '../../src/kit/form/normalize.js';
import { validate } from '../../src/kit/form/validate.js';
import { trials } from '../support/trials.js';

/** Every invisible character around a name: Unicode's White_Space, and those without a width. */
const INVISIBLE = [
  ...Array.from({ length: 0x3000 + 1 }, (_, point) => String.fromCodePoint(point)).filter((character) =>
    /\p{White_Space}/u.test(character),
  ),
  '\u200b',
  '\u200c',
  '\u200d',
  '\ufeff',
];
const isDigit = (point: number): boolean => point > 0 && /\p{Nd}/u.test(String.fromCodePoint(point));
const isZero = (point: number): boolean => {
  let first = point;
  while (isDigit(first - 1)) first -= 1;
  return isDigit(point) && (point - first) % 10 === 0;
};
/** The zero of every script with its own digits. */
const ZEROS = Array.from({ length: 0x1fbff }, (_, point) => point).filter(isZero);
const edge = fc.array(fc.constantFrom(...INVISIBLE), { maxLength: 5 }).map((all) => all.join(''));

describe('What a user types', () => {
  it('loses nothing but what is invisible around it', () => {
    assert.ok(INVISIBLE.length >= 29);
    const visible = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !INVISIBLE.some((character) => text.startsWith(character) || text.endsWith(character)));
    fc.assert(
      fc.property(edge, visible, edge, (before, name, after) => {
        assert.equal(normalize(fields.username, before + name + after), name);
        assert.equal(normalize(fields.email, before + name + after), name);
      }),
      { numRuns: trials(500, 20_000) },
    );
  });

  it('is a code in any script, with anything between the digits', () => {
    assert.ok(ZEROS.length >= 60, ZEROS.length.toString());
    const between = fc.constantFrom('', ' ', '-', '\u00a0', '.', '\u2013', '\u200f');
    const digits = fc.array(fc.nat(9), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(edge, fc.constantFrom(...ZEROS), between, digits, edge, (before, zero, separator, code, after) => {
        const typed = code.map((digit) => String.fromCodePoint(zero + digit)).join(separator);
        assert.equal(normalize(fields.code, before + typed + after), code.join(''));
      }),
      { numRuns: trials(500, 20_000), examples: [['G-', 0x30, '', [1, 2, 3, 4, 5, 6], '\n']] },
    );
  });

  it('is a password byte for byte, with spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        assert.equal(normalize(fields.password, typed), typed);
        assert.equal(normalize(fields.newPassword, typed), typed);
      }),
      { numRuns: trials(500, 20_000) },
    );
    for (const spaces of [' Secret-1', 'Secret-1\t', '\u00a0Secret-1']) {
      assert.equal(validate(fields.newPassword, spaces), 'password.spaces');
      assert.equal(validate(fields.password, spaces), undefined);
    }
  });

  it('may have any length, and leads to an error when it is too long', () => {
    for (const [length, flaw] of [
      [256, undefined],
      [257, 'password.long'],
      [1_000_000, 'password.long'],
    ] as const) {
      const typed = 'x'.repeat(length);
      assert.equal(normalize(fields.newPassword, typed).length, length);
      assert.equal(validate(fields.newPassword, typed), flaw);
      assert.equal(validate(fields.password, typed), flaw);
    }
  });
});

/** Numbers in E.164, by the part after the country code. */
const NUMBERS: readonly (readonly [country: string, area: string, rest: string])[] = [
  ['1', '555', '5551212'],
  ['44', '20', '79460958'],
  ['49', '30', '901820'],
  ['49', '171', '1234567'],
  ['33', '1', '42685300'],
  ['34', '91', '1234567'],
  ['39', '06', '69821234'],
  ['41', '44', '6681800'],
  ['43', '1', '5880000'],
  ['48', '22', '5551234'],
  ['55', '11', '955551234'],
  ['52', '55', '12345678'],
  ['61', '2', '93744000'],
  ['64', '9', '3551234'],
  ['81', '3', '12345678'],
  ['82', '2', '31234567'],
  ['86', '10', '12345678'],
  ['91', '22', '12345678'],
  ['971', '4', '1234567'],
  ['27', '21', '1234567'],
];

/** How users write them. */
const WRITTEN: readonly ((country: string, area: string, rest: string) => string)[] = [
  (country, area, rest) => `+${country}${area}${rest}`,
  (country, area, rest) => `+${country} ${area} ${rest}`,
  (country, area, rest) => `00${country}${area}${rest}`,
  (country, area, rest) => `00 ${country} (${area}) ${rest}`,
  (country, area, rest) => `+${country} (${area}) ${rest.slice(0, 3)}-${rest.slice(3)}`,
  (country, area, rest) => `+${country}.${area}.${rest}`,
  (country, area, rest) => `+${country}/${area}/${rest}`,
  (country, area, rest) => `+${country}\u00a0${area}\u202f${rest}`,
  (country, area, rest) => `\u202a+${country} ${area} ${rest}\u202c`,
  (country, area, rest) => `＋${country} ${area} ${rest}`,
  (country, area, rest) => `+${country} ${area}\u2013${rest}`,
  (country, area, rest) => `+${country} (0)${area} ${rest}`,
  (country, area, rest) => `00${country} (0) ${area} / ${rest}`,
  (country, area, rest) =>
    `+${country}${area}${rest}`.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  (country, area, rest) =>
    `+${country}${area}${rest}`.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
];

/** What is no valid international number. */
const WRONG = [
  ...NUMBERS.filter(([, area]) => !area.startsWith('0')).map(([, area, rest]) => `0${area} ${rest}`),
  '(555) 555-1212',
  '555-1212',
  '+1+15555551212',
  '+1 555 555 1212 ext. 5',
  '+',
  '+12',
  '+0123456789',
  '+1234567890123456',
  'jane',
  'jane@example.com',
  '+49 30 CALL NOW',
  '+1<script>5551212',
  '1 555 555 1212',
  '++49 30 901820',
  '+49 30 901820;ext=1',
];

describe('A phone number', () => {
  for (const [country, area, rest] of NUMBERS) {
    it(`is the same in each of ${WRITTEN.length} ways to write it: +${country} ${area}`, () => {
      for (const written of WRITTEN) {
        const number = normalize(fields.phone_number, written(country, area, rest));
        assert.equal(number, `+${country}${area}${rest}`, written(country, area, rest));
        assert.equal(validate(fields.phone_number, number), undefined);
      }
    });
  }

  it('that is not valid leads to an error, before any request', () => {
    for (const typed of WRONG) {
      assert.equal(
        validate(fields.phone_number, normalize(fields.phone_number, typed)),
        'field.phone_number.invalid',
        typed,
      );
    }
  });
});
