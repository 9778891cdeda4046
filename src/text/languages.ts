import { Text } from './text.js';
import type { Vocabulary } from './text.js';

/** The languages that come along, each loaded when a page speaks it. */
export const languages: Readonly<Record<string, () => Promise<Vocabulary>>> = {
  en: () => import('./en.js').then(({ en }) => en),
  de: () => import('./de.js').then(({ de }) => de),
};

/** The text for a BCP 47 tag: by its language (`de-AT` → `de`), else English. Loading that fails is English, too. */
export async function textFor(tag: string): Promise<Text> {
  const [lang = ''] = tag.toLowerCase().split('-');
  try {
    // English needs no loading: each element brings its own.
    if (lang === 'en') return new Text(tag, {});
    const vocabulary = Object.hasOwn(languages, lang) && (await languages[lang]?.());
    if (vocabulary) return new Text(tag, vocabulary);
  } catch {
    // The network is gone, or what the page says is no language.
  }
  return new Text('en', {});
}

/** What went wrong, in English. Without it, forms have a sentence that fits everything. */
export const errorsInEnglish = (): Promise<Vocabulary> =>
  import('./en/error-words.js').then(
    ({ errorWords }) => errorWords,
    () => ({}),
  );
