import { languages } from '../../text/languages.js';
import { Text } from '../../text/text.js';
import type { Vocabulary } from '../../text/text.js';
import type { I18nClass } from '../i18n.js';
import { vocabularyOf } from '../sentences.js';

/** Our own words for a language, where we have some. English needs none: each element brings its own. */
async function ownWords(tag: string): Promise<Vocabulary> {
  const [lang = ''] = tag.toLowerCase().split('-');
  const load = lang !== 'en' && Object.hasOwn(languages, lang) ? languages[lang] : undefined;
  return (await load?.().catch(() => undefined)) ?? {};
}

/**
 * What elements say, as the page has translated it; undefined as long as it has chosen, translated and set nothing.
 *
 * @param sentences What components are set to say, by keys of the vocabulary: in English, to be translated.
 */
export async function textOf(i18n: I18nClass, sentences: Vocabulary = {}): Promise<Text | undefined> {
  const { chosen, translations } = i18n;
  const isTranslated = chosen !== '' || translations.size > 0;
  const said = Object.entries(sentences).map(([key, sentence]) => [key, i18n.get(sentence)] as const);
  if (!isTranslated && said.length === 0) return undefined;
  const language = isTranslated ? i18n.language : document.documentElement.lang || 'en';
  const words = { ...(await ownWords(language)), ...vocabularyOf(translations), ...Object.fromEntries(said) };
  try {
    return new Text(language, words);
  } catch {
    // What the page says is no language.
    return new Text('en', words);
  }
}
