/** Translations of one language, by the English sentence. */
type Translations = Readonly<Record<string, string>>;

/** Translations by language. */
export type Vocabularies = Readonly<Record<string, Translations>>;

/** What the page says in its own language: translations by the sentence in English, as the guides have them. */
export class I18nClass {
  #language = '';
  readonly #vocabularies = new Map<string, Map<string, string>>();
  readonly #listeners = new Set<() => void>();

  /** `I18n`: the name of this part in a configuration. */
  getModuleName(): 'I18n' {
    return 'I18n';
  }

  /** @param config `language`: as of {@link setLanguage}. */
  configure(config: { readonly language?: string | undefined } = {}): { readonly language: string } {
    if (config.language) this.setLanguage(config.language);
    return { language: this.language };
  }

  /** The language that was set: a BCP 47 tag. Empty before. */
  get chosen(): string {
    return this.#language;
  }

  /** The language that was set, or that of the browser: a BCP 47 tag. */
  get language(): string {
    return this.#language || (typeof navigator === 'undefined' ? '' : navigator.language) || 'en';
  }

  /** Sets the language: a BCP 47 tag. */
  setLanguage(language: string): void {
    this.#language = language;
    this.#tell();
  }

  /** Adds translations of several languages. */
  putVocabularies(vocabularies: Vocabularies): void {
    for (const [language, translations] of Object.entries(vocabularies)) this.#put(language, translations);
    this.#tell();
  }

  /** Adds translations of one language. */
  putVocabulariesForLanguage(language: string, translations: Translations): void {
    this.#put(language, translations);
    this.#tell();
  }

  /** The translation of a sentence: in the language, in the language without its region, the default, or the sentence. */
  get(sentence: string, otherwise?: string): string {
    const [base = ''] = this.language.split('-');
    const found = [this.language, base].map((language) => this.#vocabularies.get(language)?.get(sentence));
    return found.find((text) => text !== undefined) ?? otherwise ?? sentence;
  }

  /** All translations that apply now, those of the region over those of the language. */
  get translations(): ReadonlyMap<string, string> {
    const [base = ''] = this.language.split('-');
    return new Map([base, this.language].flatMap((language) => [...(this.#vocabularies.get(language) ?? [])]));
  }

  /** Calls the listener after each change. Returns a function that removes it. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(language: string, translations: Translations): void {
    const known = this.#vocabularies.get(language) ?? new Map<string, string>();
    for (const [sentence, text] of Object.entries(translations)) {
      if (typeof text === 'string') known.set(sentence, text);
    }
    this.#vocabularies.set(language, known);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The translations of a page. */
export const I18n = new I18nClass();
