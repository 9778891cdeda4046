import { callingCodeIn } from './phone-numbers.js';
import type { CountryChoice } from './phone-numbers.js';

type Choices = readonly CountryChoice[];
type NameOf = (country: string) => string | undefined;

/** Words alone, without case and diacritics, each with a space before it. */
const fold = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;

const namesIn = (lang: string, style: 'long' | 'short' = 'long'): NameOf => {
  const names = new Intl.DisplayNames(lang, { type: 'region', style });
  return (country) => names.of(country);
};

/** What a country is called where it is. */
const nameThere: NameOf = (country) => namesIn(new Intl.Locale(`und-${country}`).maximize().language)(country);

const first = (choices: Choices, isFirst: (choice: CountryChoice) => boolean): Choices => [
  ...choices.filter(isFirst),
  ...choices.filter((choice) => !isFirst(choice)),
];

/** Those whose letters or names have a word that begins so; if there is none, those that are called so there, or within. */
function byName(choices: Choices, words: string): Choices {
  const english = [namesIn('en'), namesIn('en', 'short')];
  const known = new Map(
    choices.map(({ country, name }) => [
      country,
      [country, name, ...english.map((nameOf) => nameOf(country) ?? '')].map(fold),
    ]),
  );
  const found = choices.filter(({ country }) => known.get(country)?.some((name) => name.includes(words)));
  if (found.length > 0) return first(found, ({ country }) => known.get(country)?.includes(words) ?? false);
  return choices.filter(({ country, name }) =>
    [name, nameThere(country) ?? ''].some((name) => fold(name).includes(words.trim())),
  );
}

const byCallingCode = (choices: Choices, digits: string): Choices =>
  first(
    choices.filter(({ callingCode }) => callingCode.startsWith(digits) || digits.startsWith(callingCode)),
    ({ isMain }) => isMain,
  );

/**
 * The countries of a list that are meant by what was typed: a calling code (`49`, `+49`, `0049`), the two letters of a
 * country, or the beginning of a word of its name: in the language of the list, in English, or in its own.
 */
export function countriesFor(choices: Choices, typed: string): Choices {
  const digits = callingCodeIn(typed);
  return digits === undefined ? byName(choices, fold(typed)) : byCallingCode(choices, digits);
}
