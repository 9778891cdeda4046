import { Secret } from '../../cognito/secret.js';
import type { Values } from '../events/auth-events.js';
import type { Field } from './fields.js';
import { isSecret } from './merge-fields.js';

/** A value as the form submits it: boxed when only Cognito may see it. */
export const formValue = (field: Field, value: string): string | Secret =>
  isSecret(field) ? new Secret(value) : value;

/** What the user has entered, read by the name and kind of a field. */
export class FormValues {
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

  /** The attributes of the user: every plain value but the username, unless it was left empty. */
  attributes(except: readonly string[] = ['username']): Readonly<Record<string, string>> {
    const entries = Object.entries(this.#values).filter(([name, value]) => value !== '' && !except.includes(name));
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
}
