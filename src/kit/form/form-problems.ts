import type { Text } from '../../text/text.js';
import type { Field } from './fields.js';

/** The name under which a problem of the whole form is kept. */
const FORM = '';

/** Why a form is not sent, or what it was refused for: a sentence about one of its fields, or about all of it. */
export interface Refusal {
  /** The name of the field. What the form does not have counts as the whole form. */
  readonly field?: string | undefined;
  readonly message: (text: Text) => string;
}

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

  /** Whether nothing is wrong. */
  get isEmpty(): boolean {
    return this.#problems.size === 0;
  }

  /** Adds what is wrong. Of two problems with a field, the first stays. */
  refuse(refusals: readonly Refusal[], fields: readonly Field[]): void {
    for (const { field = FORM, message } of refusals) {
      const place = fields.some(({ name }) => name === field) ? field : FORM;
      if (!this.#problems.has(place)) this.#problems.set(place, message);
    }
  }

  /** Forgets the problem of a field, or all of them. */
  clear(name?: string): void {
    if (name === undefined) this.#problems.clear();
    else this.#problems.delete(name);
  }
}
