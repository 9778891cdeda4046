import type { AuthError } from '../../cognito/errors.js';
import type { Text } from '../../text/text.js';
import type { ErrorMessage } from '../context/settings.js';
import { errorPlaces } from './error-places.js';
import { labelOf } from './field-template.js';
import type { Field } from './fields.js';
import type { Flaw } from './validate.js';

/** Words of a page may be long, those of a Lambda function too. Characters. */
const LONGEST = 300;

/** The name under which a problem of the whole form is kept. */
const FORM = '';

const sayFlaw = (flaw: Flaw, field: Field) => (text: Text) =>
  flaw === 'field.missing' ? text.t(flaw, { label: labelOf(field, text) }) : text.t(flaw);

/** What the page's function says. One that fails says nothing. */
function wordsOf(message: ErrorMessage | undefined, error: AuthError): unknown {
  try {
    return message?.(error);
  } catch {
    return undefined;
  }
}

const sayError = (error: AuthError, message: ErrorMessage | undefined, hasSpaces: boolean) => (text: Text) => {
  const own = wordsOf(message, error);
  if (typeof own === 'string') return own.slice(0, LONGEST);
  const key = `error.${error.code}` as const;
  const sentence = text.t(text.has(key) ? key : 'error.unknown');
  return error.code === 'credentials' && hasSpaces ? `${sentence} ${text.t('password.check-spaces')}` : sentence;
};

/** What is wrong with a form and its fields. Put into words on demand, in the current language. Keeps no value of an input. */
export class FormProblems {
  readonly #problems = new Map<string, (text: Text) => string>();

  /** What is wrong with a field, or with the whole form. */
  of(text: Text, name = FORM): string | undefined {
    return this.#problems.get(name)?.(text);
  }

  /** The first field with a problem, in the order of the form. */
  firstFlawed(fields: readonly Field[]): string | undefined {
    return fields.find(({ name }) => this.#problems.has(name))?.name;
  }

  /** A value cannot be sent as it is. */
  flaw(field: Field, flaw: Flaw): void {
    this.#problems.set(field.name, sayFlaw(flaw, field));
  }

  /**
   * A request failed: the error stands at the field that it is about, if the form has it.
   *
   * @param hasSpaces Whether the password that was sent begins or ends with a space.
   */
  fail(error: AuthError, fields: readonly Field[], message: ErrorMessage | undefined, hasSpaces: boolean): void {
    const places = [error.field, ...(errorPlaces[error.code] ?? [])];
    const place = places.find((name) => fields.some((field) => field.name === name)) ?? FORM;
    this.clear();
    this.#problems.set(place, sayError(error, message, hasSpaces));
  }

  /** Forgets the problem of a field, or all of them. */
  clear(name?: string): void {
    if (name === undefined) this.#problems.clear();
    else this.#problems.delete(name);
  }
}
