import type { en } from './en.js';

/** Every key of the vocabulary. */
export type Key = keyof typeof en;

type Plural = '.one' | '.other';
type Singular<K> = K extends `${infer Base}${Plural}` ? Base : K;

/** The keys as elements say them: a counted one without its plural suffix. */
export type TextKey = Singular<Key>;

/** The names in braces of a sentence. */
type Names<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Sentence<K extends TextKey> = K extends Key ? (typeof en)[K] : (typeof en)[`${K}.other` & Key];
type Parameters<K extends TextKey> = { readonly [Name in Names<Sentence<K>>]: string | number };

/** The keys of sentences that need nothing filled in. */
export type PlainKey = { [K in TextKey]: Names<Sentence<K>> extends never ? K : never }[TextKey];

/** A vocabulary: any part of the English one, by the same keys. What is missing is said in English. Plain JSON will do. */
export type Vocabulary = Readonly<Record<string, string>>;
