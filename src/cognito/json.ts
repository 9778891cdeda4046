import { AuthError } from './errors.js';

/** A JSON object that came from outside. Nothing is known about its values until they are looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one if it is none. */
export const fieldsOf = (value: unknown): Fields =>
  // Whatever is an object may be asked for unknown values.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The string of that name, if there is one. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The number of that name; NaN if there is none. */
export const numberOf = (fields: Fields, name: string): number =>
  typeof fields[name] === 'number' ? fields[name] : NaN;

/**
 * The string of that name, which has to be there.
 *
 * @throws AuthError `bad-response`
 */
export function requireText(fields: Fields, name: string): string {
  const text = textOf(fields, name);
  if (!text) throw new AuthError('bad-response', { cause: new Error(`${name} is missing.`) });
  return text;
}

/** What a text says in JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
