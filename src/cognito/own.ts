/**
 * A copy of an object's own keys, without a prototype. Keys that a script of the page has added to every object (prototype
 * pollution) do not count as settings, input or answers.
 */
export const ownOf = <Value extends object>(value: Value): Value => ({ __proto__: null, ...value });

/** Whether a key is one of the object's own. Distinguishes the members of a union, as `in` does. */
export const hasOwn = <Value extends object, Key extends PropertyKey>(
  value: Value,
  key: Key,
): value is Extract<Value, Readonly<Record<Key, unknown>>> => Object.hasOwn(value, key);
