import { Secret } from '../cognito/secret.js';
import type { Values } from './events/auth-events.js';
import type { Field } from './form/fields.js';

type Type = NonNullable<Field['type']>;

/** White space, and what is just as invisible. */
const INVISIBLE = /[\s\u0085\u200b-\u200d\ufeff]/;
/** Between the digits of a phone number, with the marks of direction that come along from an address book. */
const SEPARATORS = /[\s\u0085\p{Cf}\p{Pd}()./\u00b7]/gu;

/** Not by one expression for both ends: that takes minutes for a million spaces. */
function trimmed(raw: string): string {
  let [start, end] = [0, raw.length];
  while (start < end && INVISIBLE.test(raw.charAt(start))) start++;
  while (end > start && INVISIBLE.test(raw.charAt(end - 1))) end--;
  return raw.slice(start, end);
}

/** The digits of any script stand together in order, so the value of one is its distance from the first. */
const toDigit = (digit: string): string => {
  const isDigit = (point: number) => /\p{Nd}/u.test(String.fromCodePoint(point));
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (isDigit(zero - 1)) zero--;
  return String((point - zero) % 10);
};

/** With the digits of every script in ASCII. */
const inDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, toDigit);

const TEL: Field = { name: '', type: 'tel' };

/** What somebody has typed who may give either. */
const contactType = (value: string) => (value.includes('@') ? 'email' : 'tel');

const CLEAN: Readonly<Record<Type, (raw: string) => string>> = {
  text: trimmed,
  email: trimmed,
  contact: (raw) => CLEAN[contactType(raw)](raw),
  // A user name may be made of digits alone. With a plus before them, it is a number.
  identifier: (raw) => {
    const number = CLEAN.tel(raw);
    return /[+\uff0b]/.test(raw) && !flawOf(TEL, number) ? number : trimmed(raw);
  },
  url: trimmed,
  date: trimmed,
  tel: (raw) => {
    const typed = inDigits(raw).replace(/\uff0b/g, '+');
    const number = typed.replace(SEPARATORS, '').replace(/^00/, '+');
    // A zero in parentheses is for those who call from within the country.
    return number.startsWith('+') && typed.includes('(0)') ? clean(TEL, typed.replace('(0)', '')) : number;
  },
  code: (raw) => inDigits(raw.replace(/\P{Nd}/gu, '')),
  // Spaces, letters of any script and their composition: Cognito compares byte by byte.
  password: (raw) => raw,
};

/** What is wrong with what was typed, as a key of the vocabulary. */
export type Flaw =
  'field.missing' | 'field.email.invalid' | 'field.phone_number.invalid' | 'password.spaces' | 'password.long';

const flawOfPassword = (value: string, { name }: Field): Flaw | undefined =>
  value.length > 256
    ? 'password.long'
    : name === 'new-password' && value !== value.trim()
      ? 'password.spaces'
      : undefined;

const flawOfContact = (value: string): Flaw | undefined => flawOf({ name: '', type: contactType(value) }, value);

const FLAW: Partial<Readonly<Record<Type, (value: string, field: Field) => Flaw | undefined>>> = {
  email: (value) => (/^[^\s@]+@[^\s@]+$/.test(value) ? undefined : 'field.email.invalid'),
  tel: (value) => (/^\+[1-9]\d{6,14}$/.test(value) ? undefined : 'field.phone_number.invalid'),
  contact: flawOfContact,
  password: flawOfPassword,
};

/** What Cognito is given for what was typed. */
export const clean = ({ type = 'text' }: Field, raw: string): string => CLEAN[type](raw);

/** What is wrong with a clean value, as far as that can be said without Cognito. */
export const flawOf = (field: Field, value: string): Flaw | undefined =>
  value ? FLAW[field.type ?? 'text']?.(value, field) : field.required ? 'field.missing' : undefined;

/** The value as it may travel: boxed when nobody should see it. */
export const packed = ({ type, boxed }: Field, value: string): string | Secret =>
  boxed || type === 'password' || type === 'code' ? new Secret(value) : value;

/** What a person has entered, read by the name and kind of a field. */
export class Answers {
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  /** A plain value; empty when there is none. */
  plain(name: string): string {
    const value = this.#values[name];
    return typeof value === 'string' ? value : '';
  }

  /** A boxed value; empty when there is none. */
  secret(name: string): Secret {
    const value = this.#values[name];
    return value instanceof Secret ? value : new Secret('');
  }

  /** The attributes of the person: every plain value but the user name, unless it was left empty. */
  attributes(except: readonly string[] = ['username']): Readonly<Record<string, string>> {
    const entries = Object.entries(this.#values).filter(([name, value]) => value !== '' && !except.includes(name));
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
}
