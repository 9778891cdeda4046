import parsePhoneNumber, { getCountries, getCountryCallingCode, parseDigits } from 'libphonenumber-js/core';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { inDigits } from '../form/normalize.js';

/** A country by its two letters (ISO 3166-1). */
export type Country = CountryCode;

/** A country to choose, in the words of a language. */
export interface CountryChoice {
  readonly country: Country;
  readonly name: string;
  /** Without the plus. */
  readonly callingCode: string;
  /** Whether it is the first of those that share its calling code. */
  readonly isMain: boolean;
}

/**
 * Without the marks of direction of an address book and what a copied link begins with, and with `00` as a plus, in
 * parentheses, too: it leads abroad in most countries, and nowhere at home.
 */
const tidy = (typed: string): string =>
  inDigits(typed)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/\uff0b/g, '+')
    .replace(/^\(\s*(?=\+|00)/, '')
    .replace(/^00/, '+');

/** Words may stand before and after a number that was pasted: `Tel. 030 123456 (work)`. */
function parse(typed: string, country: Country): PhoneNumber | undefined {
  const text = tidy(typed);
  const read = (extract: boolean) => parsePhoneNumber(text, { defaultCountry: country, extract }, metadata);
  return read(false) ?? read(true);
}

/** The country of two letters, if there are phone numbers in it. */
export const countryOf = (letters: string | undefined): Country | undefined =>
  getCountries(metadata).find((country) => country === letters?.toUpperCase());

/** The digits after the plus of a number in a country. */
export const callingCodeOf = (country: Country): string => getCountryCallingCode(country, metadata);

/** Every country that has phone numbers, by its name in a language. */
export function countriesIn(lang: string): readonly CountryChoice[] {
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const { compare } = new Intl.Collator(lang);
  return getCountries(metadata)
    .map((country) => {
      const callingCode = callingCodeOf(country);
      return {
        country,
        name: names.of(country) ?? country,
        callingCode,
        isMain: mainCountryOf(callingCode) === country,
      };
    })
    .sort((a, b) => compare(a.name, b.name));
}

/** A number in E.164, however it was typed in a country; undefined where that is no number. */
export const e164 = (typed: string, country: Country): string | undefined => parse(typed, country)?.number;

/** The country of what was typed: another one than was chosen, where a number begins with that one's calling code. */
export function countryIn(typed: string, chosen: Country): Country {
  const number = parse(typed, chosen);
  if (!number || number.countryCallingCode === callingCodeOf(chosen)) return chosen;
  const possible = number.getPossibleCountries();
  return possible.find((country) => country === mainCountryOf(number.countryCallingCode)) ?? possible[0] ?? chosen;
}

/** A number without what leads to its country. */
export const nationalIn = (typed: string, country: Country): string | undefined =>
  parse(typed, country)?.nationalNumber;

/** The digits of a calling code that was typed, in the digits of any script; undefined where something else was typed. */
export const callingCodeIn = (typed: string): string | undefined =>
  /\p{L}/u.test(typed) ? undefined : parseDigits(tidy(typed)) || undefined;

const mainCountryOf = (callingCode: string): Country | undefined => metadata.country_calling_codes[callingCode]?.[0];
