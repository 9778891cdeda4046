import type { Field } from './fields.js';
import { contactType, validate } from './validate.js';

type Type = NonNullable<Field['type']>;

/** White space, and what is just as invisible. */
const INVISIBLE = /[\s\u0085\p{Cf}]/u;
/** Between the digits of a phone number, with the marks of direction that come along from an address book. */
const SEPARATORS = /[\s\u0085\p{Cf}\p{Pd}()./\u00b7]/gu;

/** Not by one expression for both ends: that takes minutes for a million spaces. */
function trimmed(raw: string): string {
  let [start, end] = [0, raw.length];
  while (start < end && INVISIBLE.test(raw.charAt(start))) start++;
  while (end > start && INVISIBLE.test(raw.charAt(end - 1))) end--;
  return raw.slice(start, end);
}

/** Without the marks of direction and the breaks that a copied address has. Cognito allows none in a user name. */
const bare = (raw: string): string => trimmed(raw.replace(/\p{Cf}/gu, ''));

/** The digits of any script stand together in order, so the value of one is its distance from the first. */
const toDigit = (digit: string): string => {
  const isDigit = (point: number) => /\p{Nd}/u.test(String.fromCodePoint(point));
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (isDigit(zero - 1)) zero--;
  return String((point - zero) % 10);
};

/** With the digits of every script in ASCII. */
export const inDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, toDigit);

/** How codes of Cognito look in a message, the likeliest first: six to eight digits, else in two groups. */
const CODES = [/(?<!\d)\d{6,8}(?!\d)/, /(?<!\d)(?:\d{3}[ -]\d{3}|\d{4}[ -]\d{4})(?!\d)/];

/** The code in the message around it. */
const codeIn = (message: string): string | undefined =>
  CODES.map((code) => code.exec(message)?.[0]).find((code) => code !== undefined);

const TEL: Field = { name: '', type: 'tel' };

const NORMALIZE: Readonly<Record<Type, (raw: string) => string>> = {
  text: trimmed,
  email: bare,
  contact: (raw) => NORMALIZE[contactType(raw)](raw),
  // A user name may be made of digits alone. With a plus before them, it is a number.
  identifier: (raw) => {
    const number = NORMALIZE.tel(raw);
    return /[+\uff0b]/.test(raw) && !validate(TEL, number) ? number : bare(raw);
  },
  url: trimmed,
  date: trimmed,
  tel: (raw) => {
    const typed = inDigits(raw).replace(/\uff0b/g, '+');
    const number = typed.replace(SEPARATORS, '').replace(/^00/, '+');
    // A zero in parentheses is only dialed within the country.
    return number.startsWith('+') && typed.includes('(0)') ? normalize(TEL, typed.replace('(0)', '')) : number;
  },
  code: (raw) => {
    const typed = inDigits(raw);
    return ((/\p{L}/u.test(typed) && codeIn(typed)) || typed).replace(/\D/g, '');
  },
  // Spaces, letters of any script and their composition: Cognito compares byte by byte.
  password: (raw) => raw,
};

/** What Cognito is given for what was typed. */
export const normalize = ({ type = 'text' }: Field, raw: string): string => NORMALIZE[type](raw);
