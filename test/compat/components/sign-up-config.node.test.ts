import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { signUpFields } from '../../../src/compat/components/sign-up-config.js';
import { I18n } from '../../../src/compat/i18n.js';
import type { ScreenFields } from '../../../src/kit/index.js';

/** The fields that are shown, in their order. */
const shown = (fields: ScreenFields): readonly string[] =>
  Object.entries(fields)
    .filter(([, { hidden }]) => !hidden)
    .toSorted(([, one], [, other]) => (one.order ?? 0) - (other.order ?? 0))
    .map(([name, { required }]) => (required ? `${name} *` : name));

describe('The sign-up configuration of the guides', () => {
  afterEach(() => I18n.setLanguage('en'));

  it('asks for all that a pool may want, where the app says nothing', () => {
    assert.deepEqual(shown(signUpFields()), ['username *', 'new-password *', 'email *', 'phone_number *']);
    assert.deepEqual(shown(signUpFields({}, ['email'])), ['username *', 'new-password *', 'phone_number *']);
    assert.deepEqual(shown(signUpFields({}, ['phone_number'])), ['username *', 'new-password *', 'email *']);
    assert.deepEqual(shown(signUpFields({}, ['email', 'phone_number'])), ['username *', 'new-password *']);
  });

  it('leaves out what is hidden, and puts what is listed in the place of what is not', () => {
    assert.deepEqual(shown(signUpFields({ hiddenDefaults: ['phone_number', 'email'] })), [
      'username *',
      'new-password *',
    ]);
    const signUpFieldsOfApp = [
      { key: 'username', label: 'Username', displayOrder: 2 },
      { key: 'password', label: 'Password', required: true, displayOrder: 1 },
    ];
    const alone = signUpFields({ hideAllDefaults: true, signUpFields: signUpFieldsOfApp });
    assert.deepEqual(shown(alone), ['new-password *', 'username *']);
    const optional = signUpFields({ hiddenDefaults: ['email'], signUpFields: [{ key: 'email' }] });
    assert.deepEqual(shown(optional), ['username *', 'new-password *', 'phone_number *', 'email']);
  });

  it('has fields with a number first, all others by their keys', () => {
    const fields = signUpFields({
      hideAllDefaults: true,
      signUpFields: [
        { key: 'plan', custom: true },
        { key: 'nickname' },
        { key: 'password', displayOrder: 2 },
        { key: 'name', displayOrder: 2 },
        { key: 'username', displayOrder: 1 },
      ],
    });
    assert.deepEqual(shown(fields), ['username *', 'name', 'new-password *', 'nickname', 'custom:plan']);
  });

  it('says labels and placeholders in the language of the page', () => {
    I18n.putVocabularies({ de: { 'Your plan': 'Ihr Tarif', 'Small or large': 'Klein oder groß' } });
    I18n.setLanguage('de');
    const plan = { key: 'plan', custom: true, label: 'Your plan', placeholder: 'Small or large', type: 'string' };
    const { 'custom:plan': field } = signUpFields({ signUpFields: [plan] });
    const said = { label: 'Ihr Tarif', placeholder: 'Klein oder groß' };
    assert.deepEqual(field, { added: true, order: 4, required: false, ...said });
  });

  it('begins a phone number with the code of a country', () => {
    const valueIn = ({ phone_number: phone }: ScreenFields) => phone?.value;
    assert.equal(valueIn(signUpFields()), '+1');
    assert.equal(valueIn(signUpFields({ defaultCountryCode: '49' })), '+49');
    assert.equal(valueIn(signUpFields({ signUpFields: [{ key: 'phone_number' }] })), undefined);
  });

  it('takes a field with the label of the username for it, and says that there must be one', () => {
    const byLabel = { hideAllDefaults: true, signUpFields: [{ key: 'badge', label: 'Username' }, { key: 'password' }] };
    assert.deepEqual(shown(signUpFields(byLabel)), ['username *', 'new-password *']);
    assert.throws(() => signUpFields({ hideAllDefaults: true, signUpFields: [{ key: 'password' }] }), {
      name: 'TypeError',
      message: 'signUpConfig must have a field with the key "username" or the label "Username": it is the username.',
    });
    assert.throws(() => signUpFields({ hiddenDefaults: ['email'] }, ['email']), /the key "email" or the label "Email"/);
  });

  it('says which field has no key', () => {
    const config = { signUpFields: [{ key: 'name' }, { label: 'Name' }] };
    assert.throws(
      () => Reflect.apply(signUpFields, undefined, [config]),
      /^TypeError: signUpConfig.signUpFields\[1\]\.key/,
    );
  });
});
