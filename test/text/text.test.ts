import { expect } from '@open-wc/testing';
import { de } from '../../src/text/de.js';
import { en } from '../../src/text/en.js';
import { languages, textFor } from '../../src/text/languages.js';
import { Text } from '../../src/text/text.js';

const gaps = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe('Text', () => {
  const english = new Text('en', en);

  it('fills the placeholders of a sentence', () => {
    expect(english.t('code.sent', { destination: 'j***@e***' })).to.equal('We sent a code to j***@e***.');
    expect(english.around('code.sent')).to.deep.equal(['We sent a code to ', '.']);
  });

  it('inserts a value as it is, even if it looks like a placeholder or a pattern', () => {
    expect(english.t('code.sent', { destination: '{destination} $& $1' })).to.equal(
      'We sent a code to {destination} $& $1.',
    );
  });

  it('uses the plural forms of the language', () => {
    expect(english.t('resend.wait', { count: 1 })).to.include('1 second.');
    expect(english.t('resend.wait', { count: 2 })).to.include('2 seconds.');
    const polish = new Text('pl', { 'resend.wait.few': '{count} sekundy', 'resend.wait.other': '{count} sekund' });
    expect(polish.t('resend.wait', { count: 3 })).to.equal('3 sekundy');
    expect(polish.t('resend.wait', { count: 5 })).to.equal('5 sekund');
  });

  it('falls back to English for each sentence that a vocabulary lacks', () => {
    const partial = new Text('de', { 'sign-in.heading': 'Anmelden' }).over(en);
    expect(partial.t('sign-in.heading')).to.equal('Anmelden');
    expect(partial.t('sign-up.heading')).to.equal('Create an account');
  });

  it('ignores inherited texts of a vocabulary, and values that are no strings', () => {
    const hostile: Record<string, string> = {};
    Object.setPrototypeOf(hostile, { 'sign-in.heading': 'Inherited' });
    Reflect.set(hostile, 'sign-up.heading', { toString: () => 'Object' });
    const text = new Text('en', hostile, en);
    expect(text.t('sign-in.heading')).to.equal('Sign in');
    expect(text.t('sign-up.heading')).to.equal('Create an account');
    expect(text.label('__proto__')).to.equal(undefined);
  });
});

describe('the languages of the package', () => {
  it('have all texts of English, with the same placeholders', async () => {
    expect(Object.keys(languages)).to.include.members(['en', 'de']);
    for (const [lang, load] of Object.entries(languages)) {
      const vocabulary = await load();
      expect(Object.keys(vocabulary).sort(), lang).to.deep.equal(Object.keys(en).sort());
      for (const [key, sentence] of Object.entries(en)) {
        expect(gaps(vocabulary[key] ?? ''), `${lang} ${key}`).to.deep.equal(gaps(sentence));
        expect((vocabulary[key] ?? '').trim(), `${lang} ${key}`).not.to.equal('');
      }
    }
  });

  it('have every plural form that the language counts with', async () => {
    for (const [lang, load] of Object.entries(languages)) {
      const keys = new Set(Object.keys(await load()));
      const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      const counted = [...keys].filter((key) => key.endsWith('.other')).map((key) => key.slice(0, -'other'.length));
      for (const key of counted) for (const form of forms) expect(keys, lang).to.include(`${key}${form}`);
    }
  });

  it('are found by the language tag of the page, else English', async () => {
    expect((await textFor('de-AT')).t('sign-in.heading')).to.equal(de['sign-in.heading']);
    expect((await textFor('DE')).t('sign-in.heading')).to.equal(de['sign-in.heading']);
    for (const tag of ['', 'tlh', 'constructor', 'not a tag', 'de_AT!']) {
      expect((await textFor(tag)).t('sign-in.heading'), tag).to.equal(en['sign-in.heading']);
    }
  });
});
