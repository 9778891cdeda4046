const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** An object, and the calls of it that have not ended: samples do not wait for all that they begin. */
export class Tracked<Target extends object> {
  /** The object, as a sample uses it. */
  readonly object: Target;
  readonly #pending = new Set<Promise<unknown>>();

  constructor(target: Target) {
    const track = (result: unknown): void => {
      if (!(result instanceof Promise)) return;
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      this.#pending.add(ended);
      void ended.then(() => this.#pending.delete(ended));
    };
    this.object = new Proxy(target, {
      get: (_, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]): unknown => {
          const result: unknown = Reflect.apply(member, target, values);
          track(result);
          return result;
        };
      },
    });
  }

  /** Waits until no call is left, nor any that was begun with the result of another. */
  async settled(): Promise<void> {
    do {
      await Promise.all(this.#pending);
      await nextTurn();
    } while (this.#pending.size > 0);
  }
}
