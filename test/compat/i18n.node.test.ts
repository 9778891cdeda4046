import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { I18nClass } from '../../src/compat/index.js';

describe('I18n of the guides', () => {
  it('says a sentence in the language, in that without its region, by default, or as it is', () => {
    const i18n = new I18nClass();
    i18n.putVocabularies({ de: { 'Sign In': 'Anmelden', Code: 'Code' }, 'de-AT': { Code: 'Kode' } });
    i18n.setLanguage('de-AT');
    assert.deepEqual(
      [i18n.get('Code'), i18n.get('Sign In'), i18n.get('Hello', 'Servus'), i18n.get('Hello')],
      ['Kode', 'Anmelden', 'Servus', 'Hello'],
    );
    i18n.setLanguage('fr');
    assert.equal(i18n.get('Sign In'), 'Sign In');
  });

  it('tells of each change, and takes no text from a prototype or of another type', () => {
    const i18n = new I18nClass();
    let changes = 0;
    const stop = i18n.watch(() => (changes += 1));
    i18n.setLanguage('en');
    Reflect.apply(i18n.putVocabulariesForLanguage, i18n, ['en', { Number: 7, Text: 'Words' }]);
    stop();
    i18n.setLanguage('de');
    assert.equal(changes, 2);
    i18n.setLanguage('en');
    assert.deepEqual(
      [i18n.get('Number'), i18n.get('Text'), i18n.get('constructor')],
      ['Number', 'Words', 'constructor'],
    );
    assert.deepEqual([...i18n.translations], [['Text', 'Words']]);
  });
});
