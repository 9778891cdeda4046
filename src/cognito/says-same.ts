const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);

/**
 * Whether two configurations say the same, in objects and lists of their own. Functions and instances of classes have to be
 * the same ones.
 */
export const saysSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (isPlain(one) && isPlain(other) && Object.keys({ ...one, ...other }).every((key) => saysSame(one[key], other[key])));
