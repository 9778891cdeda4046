import { AuthError } from './errors.js';

/** A JSON object from outside. Nothing is known about its values until they are checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one if it is none. */
export const fieldsOf = (value: unknown): Fields =>
  // Any object may be read as one with unknown values.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The object's own value of that name: what a polluted prototype provides was not sent by Cognito. */
const ownValue = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** The string of that name; undefined if there is none. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = ownValue(fields, name);
  return typeof value === 'string' ? value : undefined;
}

/** No text that a form shows is longer, but for those of the page itself. Characters. */
const LONGEST_SHOWN = 500;

/**
 * The string of that name, which a form shows; undefined if there is none. Without characters that cannot be seen, or that
 * turn the direction of what follows.
 */
export const shownTextOf = (fields: Fields, name: string): string | undefined =>
  textOf(fields, name)
    ?.slice(0, LONGEST_SHOWN)
    .replace(/[\p{Cc}\p{Cf}]+/gu, '');

/** The number of that name; NaN if there is none. */
export function numberOf(fields: Fields, name: string): number {
  const value = ownValue(fields, name);
  return typeof value === 'number' ? value : NaN;
}

/** Whether the value of that name is `true`. */
export const isTrue = (fields: Fields, name: string): boolean => ownValue(fields, name) === true;

/** The object of that name; an empty one if there is none. */
export const objectOf = (fields: Fields, name: string): Fields => fieldsOf(ownValue(fields, name));

/** No list of Cognito has more items. What is shown of longer ones would freeze a page. */
const MOST_ITEMS = 200;

/** The list of that name, as far as it can be Cognito's; an empty one if there is none. */
export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = ownValue(fields, name);
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [];
}

/**
 * The string of that name, which must be there.
 *
 * @throws AuthError `bad-response`
 */
export function requireText(fields: Fields, name: string): string {
  const text = textOf(fields, name);
  if (!text) throw new AuthError('bad-response', { cause: new Error(`${name} is missing.`) });
  return text;
}

/** The value of a JSON text; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
