import { flawWords } from '../../text/en/flaw-words.js';
import type { Values } from '../events/auth-events.js';
import type { PhoneEntry } from '../phone/phone-entry.js';
import { labelOf } from './field-template.js';
import type { Field } from './fields.js';
import type { Refusal } from './form-problems.js';
import { formValue } from './form-values.js';
import { normalize } from './normalize.js';
import { validate } from './validate.js';
import type { Flaw } from './validate.js';

/** What stands in a form. */
export interface Reading {
  readonly values: Values;
  /** What is wrong with single fields. */
  readonly refusals: readonly Refusal[];
  /** Whether the password begins or ends with a space. */
  readonly hasSpaces: boolean;
}

const refusalOf = (field: Field, flaw: Flaw): Refusal => ({
  field: field.name,
  message(text) {
    const words = text.over(flawWords);
    return flaw === 'field.missing' ? words.t(flaw, { label: labelOf(field, text) }) : words.t(flaw);
  },
});

/**
 * Reads a form from the inputs that were rendered, since not everything that fills them in says so. Not by `FormData`: an
 * input that was injected into the page can be part of it, and come first.
 */
export function readFields(
  fields: readonly Field[],
  inputOf: (name: string) => HTMLInputElement | undefined,
  phones?: Pick<PhoneEntry, 'normalize'> | null,
): Reading {
  const read = fields.map((field) => {
    const typed = inputOf(field.name)?.value ?? '';
    return { field, value: phones?.normalize(field, typed) ?? normalize(field, typed) };
  });
  return {
    values: Object.fromEntries(read.map(({ field, value }) => [field.name, formValue(field, value)])),
    refusals: read.flatMap(({ field, value }) => {
      const flaw = validate(field, value);
      if (!flaw) return [];
      return refusalOf(field, phones && flaw === 'field.phone_number.invalid' ? 'field.phone_number.incomplete' : flaw);
    }),
    hasSpaces: read.some(({ field, value }) => field.name === 'password' && value !== value.trim()),
  };
}

/** The value of the button that was pressed, by its name, if it has one. */
export const pressedIn = ({ submitter }: SubmitEvent): Values =>
  submitter instanceof HTMLButtonElement && submitter.name ? { [submitter.name]: submitter.value } : {};
