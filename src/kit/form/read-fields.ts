import type { Values } from '../events/auth-events.js';
import type { Field } from './fields.js';
import { formValue } from './form-values.js';
import { normalize } from './normalize.js';
import { validate } from './validate.js';
import type { Flaw } from './validate.js';

/** What stands in a form. */
export interface Reading {
  readonly values: Values;
  /** What is wrong with which field. */
  readonly flaws: readonly (readonly [Field, Flaw])[];
  /** Whether the password begins or ends with a space. */
  readonly hasSpaces: boolean;
}

/**
 * Reads a form from the inputs that were rendered, since not everything that fills them in says so. Not by `FormData`: an
 * input that was injected into the page can be part of it, and come first.
 */
export function readFields(fields: readonly Field[], inputOf: (name: string) => HTMLInputElement | undefined): Reading {
  const read = fields.map((field) => ({ field, value: normalize(field, inputOf(field.name)?.value ?? '') }));
  return {
    values: Object.fromEntries(read.map(({ field, value }) => [field.name, formValue(field, value)])),
    flaws: read.flatMap(({ field, value }) => {
      const flaw = validate(field, value);
      return flaw ? [[field, flaw] as const] : [];
    }),
    hasSpaces: read.some(({ field, value }) => field.name === 'password' && value !== value.trim()),
  };
}
