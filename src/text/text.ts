import type { en } from './en.js';
import { signInWords } from './en/sign-in.js';

/** Every key of the vocabulary. */
export type Key = keyof typeof en;

type Plural = '.one' | '.other';
type Singular<K> = K extends `${infer Base}${Plural}` ? Base : K;

/** A sentence of an element that does not belong to this package: without gaps, and without plural forms. */
type CustomKey = `custom.${string}`;

/** The keys as elements say them: a counted one without its plural suffix. */
export type TextKey = Singular<Key> | CustomKey;

/** The names in braces of a sentence. */
type Names<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Sentence<K extends TextKey> = K extends Key ? (typeof en)[K] : (typeof en)[`${K}.other` & Key];

/** What fills the gaps of a sentence. */
export type Parameters<K extends TextKey> = { readonly [Name in Names<Sentence<K>>]: string | number };

/** The keys of sentences that need nothing filled in. */
export type PlainKey = { [K in TextKey]: Names<Sentence<K>> extends never ? K : never }[TextKey];

/** A vocabulary: any part of the English one, by the same keys. What is missing is said in English. Plain JSON will do. */
export type Vocabulary = Readonly<Record<string, string>>;

/** The scripts that are written from right to left and belong to languages of today. */
const RIGHT_TO_LEFT = /Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa/;

/** What elements say, in one language. Immutable. */
export class Text {
  /** The language as a BCP 47 tag, for plural forms, screen readers and hyphenation. */
  readonly lang: string;
  /** How the language is written: `ltr` or `rtl`. */
  readonly dir: 'ltr' | 'rtl';
  readonly #vocabulary: Vocabulary;
  readonly #plural: Intl.PluralRules;
  readonly #english: Vocabulary;

  /**
   * @param english What is said where the vocabulary lacks a sentence. Elements put their own English there.
   * @throws RangeError when `lang` is not a language tag.
   */
  constructor(lang: string, vocabulary: Vocabulary, english: Vocabulary = signInWords) {
    this.lang = lang;
    // Not `textInfo`, which Firefox lacks.
    this.dir = RIGHT_TO_LEFT.test(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
    this.#vocabulary = vocabulary;
    this.#english = english;
    this.#plural = new Intl.PluralRules(lang);
  }

  /** The same text with other English beneath it. */
  over(english: Vocabulary): Text {
    return new Text(this.lang, this.#vocabulary, english);
  }

  /** A sentence, its gaps filled. `count` chooses between its plural forms. */
  t<K extends TextKey>(key: K, ...[parameters]: K extends PlainKey ? [] : [Parameters<K>]): string {
    return this.#fill(key, parameters);
  }

  /** What stands before and after the gap of a sentence, for callers that fill it with more than text. */
  around<K extends Exclude<Key & TextKey, PlainKey>>(key: K): readonly [before: string, after: string] {
    const [before = '', , after = ''] = this.#find(key).split(/(\{\w+\})/);
    return [before, after];
  }

  /** Whether there is a sentence without plural forms for a key. */
  has(key: string): key is PlainKey {
    return [this.#vocabulary, this.#english].some((vocabulary) => this.#own(vocabulary, key) !== undefined);
  }

  /** The label of a field by its name, or undefined when the vocabulary has none. */
  label(field: string): string | undefined {
    const key = `field.${field}`;
    return this.has(key) ? this.#find(key) : undefined;
  }

  #fill(key: string, parameters: Readonly<Record<string, string | number>> = {}): string {
    const { count } = parameters;
    return this.#find(typeof count === 'number' ? `${key}.${this.#plural.select(count)}` : key).replace(
      /\{(\w+)\}/g,
      (gap, name: string) => this.#isolate(parameters[name] ?? gap),
    );
  }

  /** Names, addresses and numbers keep their own direction (FSI and PDI of the Unicode Bidirectional Algorithm). */
  #isolate(value: string | number): string {
    return this.dir === 'rtl' && typeof value === 'string' ? `\u2068${value}\u2069` : String(value);
  }

  #find(key: string): string {
    const other = key.replace(/\.\w+$/, '.other');
    return (
      this.#own(this.#vocabulary, key) ??
      this.#own(this.#vocabulary, other) ??
      this.#own(this.#english, key) ??
      this.#own(this.#english, other) ??
      key
    );
  }

  /** Vocabularies come from pages: what is inherited or not a string counts as missing. */
  #own(vocabulary: Vocabulary, key: string): string | undefined {
    const found: unknown = Object.hasOwn(vocabulary, key) ? vocabulary[key] : undefined;
    return typeof found === 'string' ? found : undefined;
  }
}
