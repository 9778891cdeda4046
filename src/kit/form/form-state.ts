import type { AuthError } from '../../cognito/errors.js';
import type { Text } from '../../text/text.js';
import type { ScreenContext } from '../context/screen-context.js';
import type { Values } from '../events/auth-events.js';
import type { PhoneEntry, PhoneHost } from '../phone/phone-entry.js';
import type { FieldView } from './field-template.js';
import type { Field } from './fields.js';
import { FormProblems } from './form-problems.js';
import type { Problem } from './focus.js';
import { phoneHint } from './form-parts.js';
import type { Refusal } from './form-problems.js';
import type { Failure } from './explain-error.js';
import { identifierField } from './identifier-field.js';
import type { LoginMechanism } from './identifier-field.js';
import type { Reader } from './load-reader.js';
import { isSecret } from './merge-fields.js';

const takesNumber = ({ type }: Field): boolean => type === 'tel' || type === 'contact';

/** What style sheets can ask of a form. */
export type FormStates = Readonly<Record<'active' | 'busy' | 'failed', boolean>>;

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
  /** The choice of countries; null where it could not be loaded. */
  #phones: PhoneEntry | null | undefined;
  #prepared: Promise<unknown> | undefined;

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

  /** Loads the choice of countries where a phone number can be typed. Resolves when the form can be read. */
  async prepare(fields: readonly Field[], host: PhoneHost, screen: ScreenContext): Promise<void> {
    if (!fields.some(takesNumber)) return;
    await (this.#prepared ??= import('../phone/phone-entry.js').then(
      ({ PhoneEntry }) => (this.#phones = new PhoneEntry(host, screen)),
      () => {
        this.#phones = null;
        host.requestUpdate();
      },
    ));
  }

  /** How a field is at this moment. `changed`: called when that has to be shown anew. */
  viewOf(field: Field, text: Text, id: string, changed: () => void): Partial<FieldView> {
    const { name } = field;
    return {
      ...(takesNumber(field) &&
        (this.#phones === null ? { hint: phoneHint(`${id}-hint`, text) } : this.#phones?.viewOf(field))),
      error: this.problems.of(text, name),
      shown: this.#readable.has(name),
      edit: () => {
        this.problems.clear(name);
        changed();
      },
      toggle: () => {
        if (!this.#readable.delete(name)) this.#readable.add(name);
        changed();
      },
    };
  }

  /** What is wrong first, and the input that it is about; undefined where nothing is wrong. */
  worst(fields: readonly Field[], text: Text): Problem | undefined {
    const flawed = this.problems.firstFlawed(fields);
    const sentence = this.problems.of(text, flawed);
    return sentence ? { sentence, input: this.#inputOf(flawed ?? this.blamed ?? '') } : undefined;
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
      // An input that was written to no longer shows the value that it is given with another field.
      if (input?.value) input.value = '';
    }
  }

  /**
   * What was entered; undefined when something is wrong with it.
   *
   * @param check What is wrong besides the value of a single field.
   */
  read(reader: Reader, fields: readonly Field[], check: () => readonly Refusal[]): Values | undefined {
    const { values, refusals, hasSpaces } = reader.readFields(fields, this.#inputOf, this.#phones);
    this.#hasSpaces = hasSpaces;
    this.problems.refuse([...refusals, ...check()], fields);
    return this.problems.isEmpty ? values : undefined;
  }

  /**
   * Takes the error of the last request. Returns whether there is a new one.
   *
   * @param explain Says what has failed.
   */
  fail(
    error: AuthError | undefined,
    fields: readonly Field[],
    explain: (failure: Failure) => Refusal,
    mechanisms?: readonly LoginMechanism[],
  ): boolean {
    if (error === this.#error) return false;
    this.#error = error;
    this.clear();
    if (!error) return false;
    const identifier = fields.find(({ name }) => name === 'username') ?? identifierField(mechanisms);
    this.problems.refuse([explain({ error, fields, identifier, hasSpaces: this.#hasSpaces })], fields);
    return true;
  }
}
