import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vocabularyOf } from '../../src/compat/sentences.js';

const vocabulary = (translations: Readonly<Record<string, string>>) =>
  vocabularyOf(new Map(Object.entries(translations)));

describe('Sentences of the guides', () => {
  it('are said by the elements in the same place, also where they are labels', () => {
    const words = vocabulary({
      'Username *': 'Kennung *',
      'Confirm Sign Up': 'Konto bestätigen',
      'Phone Number:': 'Telefon:',
    });
    assert.deepEqual(
      [words['field.username'], words['confirm-sign-up.heading'], words['field.phone_number']],
      ['Kennung', 'Konto bestätigen', 'Telefon'],
    );
  });

  it('count before weaker ones of the same place, in any order', () => {
    const words = vocabulary({ 'Forgot your password?': 'Vergessen?', 'Reset password': 'Zurücksetzen' });
    assert.equal(words['sign-in.forgot-password'], 'Vergessen?');
    assert.equal(vocabulary({ 'Reset password': 'Zurücksetzen' })['sign-in.forgot-password'], 'Zurücksetzen');
  });

  it('tell a link from a button by their letters', () => {
    const words = vocabulary({ 'Create account': 'Neues Konto', 'Create Account': 'Anlegen' });
    assert.deepEqual([words['sign-in.sign-up'], words['sign-up.submit']], ['Neues Konto', 'Anlegen']);
  });

  it('leave room for the name in a greeting', () => {
    assert.equal(vocabulary({ 'Hello ': 'Servus ' })['signed-in.hello'], 'Servus {name}');
  });

  it('may be keys of the vocabulary', () => {
    assert.equal(vocabulary({ 'sign-in.heading': 'Willkommen' })['sign-in.heading'], 'Willkommen');
  });
});
