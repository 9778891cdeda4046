import { expect } from '@open-wc/testing';
import { Secret } from '../../src/cognito/secret.js';
import { fields } from '../../src/kit/form/fields.js';
import { FormValues, formValue } from '../../src/kit/form/form-values.js';
import { identifierField } from '../../src/kit/form/identifier-field.js';
import { normalize } from '../../src/kit/form/normalize.js';
import { validate } from '../../src/kit/form/validate.js';

const { username, email, phone_number: phone, password, newPassword, code } = fields;

describe('the value that is sent for what was typed', () => {
  it('is free of invisible characters around names and addresses', () => {
    for (const typed of [' jane', 'jane\u00a0', '\u200bjane\ufeff', '\t jane \n', 'jane\u200d']) {
      expect(normalize(username, typed), JSON.stringify(typed)).to.equal('jane');
    }
    expect(normalize(username, 'Jane Doe')).to.equal('Jane Doe');
  });

  it('is free of the marks of direction and the breaks that copied addresses and names have', () => {
    for (const typed of [
      '\u202ajane@example.com\u202c',
      '\u200fjane@example.com',
      'jane@\u200bexample.\u00adcom\u2060',
    ]) {
      expect(normalize(email, typed), JSON.stringify(typed)).to.equal('jane@example.com');
      expect(normalize(identifierField(['username', 'email', 'phone_number']), typed), JSON.stringify(typed)).to.equal(
        'jane@example.com',
      );
    }
    expect(normalize(username, '\u2068jane\u2069')).to.equal('jane');
    // Inside a name they can be part of the spelling.
    expect(normalize({ name: 'name' }, '\u2068\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u2069')).to.equal(
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    );
  });

  it('is the password, byte for byte', () => {
    for (const typed of [' pass ', 'p\u00e4ss', 'pa\u0308ss', '\u{1f511}', '\ud800', '\u200b']) {
      expect(normalize(password, typed)).to.equal(typed);
    }
  });

  it('is ASCII digits, six or eight, however the code was written', () => {
    for (const typed of [
      '123 456',
      '１２３４５６',
      '١٢٣٤٥٦',
      '۱۲۳۴۵۶',
      'G-123456',
      '१२३४५६',
      ' 123-456\n',
      '\u{1d7cf}23456',
    ]) {
      expect(normalize(code, typed), typed).to.equal('123456');
    }
    for (const typed of ['1234 5678', '１２３４-５６７８']) expect(normalize(code, typed)).to.equal('12345678');
  });

  it('is the code alone, where the message around it was pasted', () => {
    for (const [pasted, sent] of [
      ['Your code is 369629. It is valid for 3 minutes.', '369629'],
      ['3 minutes left: 369 629', '369629'],
      ['Call +1 555 010 0123 for help. Your code is 369629.', '369629'],
      ['Il tuo codice: 3696-2935, valido fino al 30.11.2026', '36962935'],
      ['کد شما ۳۶۹۶۲۹ است و ۳ دقیقه اعتبار دارد.', '369629'],
      ['验证码36962935，5分钟内有效', '36962935'],
      ['Code 1234', '1234'],
    ] as const) {
      expect(normalize(code, pasted), pasted).to.equal(sent);
    }
  });

  it('is a phone number in E.164, or leads to an error', () => {
    for (const [typed, sent] of [
      ['+1 (555) 555-0100', '+15555550100'],
      ['0049 30 901820', '+4930901820'],
      ['+49.30.901820', '+4930901820'],
    ] as const) {
      expect(normalize(phone, typed)).to.equal(sent);
      expect(validate(phone, sent)).to.equal(undefined);
    }
    for (const typed of ['(555) 555-1212', '+1+1555', '+12', '+1234567890123456', 'jane']) {
      expect(validate(phone, normalize(phone, typed)), typed).to.equal('field.phone_number.invalid');
    }
  });

  it('is an address or a number in E.164, where both can be typed', () => {
    const contact = identifierField(['email', 'phone_number']);
    for (const [typed, sent] of [
      [' jane+1@example.com ', 'jane+1@example.com'],
      ['+1 (555) 555-0100', '+15555550100'],
      ['0049 30 901820', '+4930901820'],
    ] as const) {
      expect(normalize(contact, typed)).to.equal(sent);
      expect(validate(contact, sent)).to.equal(undefined);
    }
    expect(validate(contact, normalize(contact, 'jane@'))).to.equal('field.email.invalid');
    expect(validate(contact, normalize(contact, '030 901820'))).to.equal('field.phone_number.invalid');
  });

  it('is what was typed where that may be a user name, unless it is clearly a number', () => {
    for (const identifier of [
      identifierField(['username', 'phone_number']),
      identifierField(['username', 'email', 'phone_number']),
    ]) {
      for (const [typed, sent] of [
        [' jane ', 'jane'],
        ['0049-30', '0049-30'],
        ['jane+1@example.com', 'jane+1@example.com'],
        ['(555) 555-0100', '(555) 555-0100'],
        ['\u202a+49 (30) 901-820\u202c', '+4930901820'],
      ] as const) {
        expect(normalize(identifier, typed)).to.equal(sent);
        expect(validate(identifier, sent)).to.equal(undefined);
      }
    }
  });

  it('is checked before a request is sent', () => {
    expect(validate(username, '')).to.equal('field.missing');
    expect(validate({ name: 'nickname' }, '')).to.equal(undefined);
    expect(validate(email, 'jane')).to.equal('field.email.invalid');
    expect(validate(email, 'jane@example.com')).to.equal(undefined);
    expect(validate(newPassword, 'Secret-1 ')).to.equal('password.spaces');
    expect(validate(password, 'Secret-1 ')).to.equal(undefined);
    expect(validate(password, 'x'.repeat(257))).to.equal('password.long');
    expect(validate(password, 'x'.repeat(256))).to.equal(undefined);
  });

  it('is computed fast for a million pasted characters', () => {
    const paste = `${' '.repeat(500_000)}x${' '.repeat(500_000)}y`;
    const begun = performance.now();
    for (const field of [username, phone, code, password]) validate(field, normalize(field, paste));
    expect(performance.now() - begun).to.be.below(1000);
  });

  it('is a `Secret` when it is secret', () => {
    expect(formValue(username, 'jane')).to.equal('jane');
    for (const field of [password, newPassword, code]) expect(formValue(field, 'x')).to.be.instanceOf(Secret);
  });
});

describe('FormValues', () => {
  const answers = new FormValues({ username: 'jane', email: 'j@example.com', nickname: '', code: new Secret('1') });

  it('separates plain values from secrets', () => {
    expect(answers.plain('username')).to.equal('jane');
    expect(answers.plain('code')).to.equal('');
    expect(answers.secret('code').reveal()).to.equal('1');
    expect(answers.secret('username').reveal()).to.equal('');
  });

  it('has as attributes what was filled in and is neither the user name nor secret', () => {
    expect(answers.attributes()).to.deep.equal({ email: 'j@example.com' });
  });
});
