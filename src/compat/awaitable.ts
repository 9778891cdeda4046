/** A value that can be awaited as well as read at once: one guide does this, another that. */
export type Awaitable<Value extends object> = Value & PromiseLike<Value>;

/**
 * An object with a `then` that resolves with the object itself. It is not enumerable, so JSON and copies do not have it.
 */
export function awaitable<Value extends object>(value: Value): Awaitable<Value> {
  // Without `then`: awaiting the result would otherwise await it again.
  const plain = { ...value };
  const resolved = Promise.resolve(plain);
  const then = { value: resolved.then.bind(resolved), enumerable: false };
  // It has a `then` now.
  return Object.defineProperty({ ...value }, 'then', then) as Awaitable<Value>;
}
