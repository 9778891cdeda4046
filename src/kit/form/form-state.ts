import type { AuthError } from '../../cognito/errors.js';
import type { ErrorMessage } from '../context/settings.js';
import type { Values } from '../events/auth-events.js';
import { isSecret } from './fields.js';
import type { Field } from './fields.js';
import { FormProblems } from './form-problems.js';
import { readFields } from './read-fields.js';

/**
 * What a form remembers between two renderings: what is wrong with it, and which passwords are readable; but no value of
 * an input.
 */
export class FormState {
  readonly problems = new FormProblems();
  readonly #readable = new Set<string>();
  readonly #inputOf: (name: string) => HTMLInputElement | undefined;
  /** Whether the password that was sent last begins or ends with a space. */
  #hasSpaces = false;
  #error: AuthError | undefined;

  /** @param inputOf Finds an input that was rendered, by the name of its field. */
  constructor(inputOf: (name: string) => HTMLInputElement | undefined) {
    this.#inputOf = inputOf;
  }

  /** Why the last request failed. */
  get error(): AuthError | undefined {
    return this.#error;
  }

  /** The field that users correct first when the whole form is refused. */
  get blamed(): string | undefined {
    return this.#error?.code === 'credentials' ? 'password' : undefined;
  }

  /** Whether a password is readable. */
  isReadable(name: string): boolean {
    return this.#readable.has(name);
  }

  /** Shows a password, or masks it again. */
  toggle(name: string): void {
    if (!this.#readable.delete(name)) this.#readable.add(name);
  }

  /** Forgets the problems, and masks what was readable. */
  clear(): void {
    this.problems.clear();
    this.#readable.clear();
  }

  /** Empties the fields of passwords, codes and other boxed values, readable or not. */
  clearSecrets(fields: readonly Field[]): void {
    for (const { name } of fields.filter(isSecret)) {
      const input = this.#inputOf(name);
      if (input) input.value = '';
    }
  }

  /** What was entered; undefined when something is wrong with it. */
  read(fields: readonly Field[]): Values | undefined {
    this.clear();
    const { values, flaws, hasSpaces } = readFields(fields, this.#inputOf);
    this.#hasSpaces = hasSpaces;
    for (const [field, flaw] of flaws) this.problems.flaw(field, flaw);
    return flaws.length > 0 ? undefined : values;
  }

  /** Takes the error of the last request. Returns whether there is a new one. */
  fail(error: AuthError | undefined, fields: readonly Field[], message: ErrorMessage | undefined): boolean {
    if (error === this.#error) return false;
    this.#error = error;
    this.clear();
    if (error) this.problems.fail(error, fields, message, this.#hasSpaces);
    return error !== undefined;
  }
}
