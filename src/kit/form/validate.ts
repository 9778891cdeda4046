import type { flawWords } from '../../text/en/flaw-words.js';
import type { Field } from './fields.js';

type Type = NonNullable<Field['type']>;

/** What was typed where either is accepted. */
export const contactType = (value: string): 'email' | 'tel' => (value.includes('@') ? 'email' : 'tel');

/** What is wrong with what was typed, as a key of the vocabulary. */
export type Flaw = keyof typeof flawWords;

const flawOfPassword = (value: string, { name }: Field): Flaw | undefined =>
  value.length > 256
    ? 'password.long'
    : name === 'new-password' && value !== value.trim()
      ? 'password.spaces'
      : undefined;

const flawOfContact = (value: string): Flaw | undefined => validate({ name: '', type: contactType(value) }, value);

const FLAW: Partial<Readonly<Record<Type, (value: string, field: Field) => Flaw | undefined>>> = {
  email: (value) => (/^[^\s@]+@[^\s@]+$/.test(value) ? undefined : 'field.email.invalid'),
  tel: (value) => (/^\+[1-9]\d{6,14}$/.test(value) ? undefined : 'field.phone_number.invalid'),
  contact: flawOfContact,
  password: flawOfPassword,
};

/** What is wrong with a normalized value, as far as that can be said without Cognito. */
export const validate = (field: Field, value: string): Flaw | undefined =>
  value ? FLAW[field.type ?? 'text']?.(value, field) : field.required ? 'field.missing' : undefined;
