/** An object whose values are not known. */
export type Values = Readonly<Record<string, unknown>>;

/** Reads a value as an object; anything else as an empty one. */
// Every object has string keys and some values.
export const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};
