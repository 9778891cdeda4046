/** The listeners of the window and the document that were added during a test, and not removed. */
export class PageListeners {
  readonly #left = new Map<string, Set<unknown>>();
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const target of [window, document] as const) {
      const { addEventListener, removeEventListener } = target;
      const of = (type: unknown) => {
        const name = `${target === window ? 'window' : 'document'} ${String(type)}`;
        const listeners = this.#left.get(name) ?? new Set();
        this.#left.set(name, listeners);
        return listeners;
      };
      const watched = {
        addEventListener: (...given: Parameters<typeof addEventListener>) => {
          of(given[0]).add(given[1]);
          addEventListener.apply(target, given);
        },
        removeEventListener: (...given: Parameters<typeof removeEventListener>) => {
          of(given[0]).delete(given[1]);
          removeEventListener.apply(target, given);
        },
      };
      Object.assign(target, watched);
      this.#restore.push(() => {
        for (const name of Object.keys(watched)) Reflect.deleteProperty(target, name);
      });
    }
  }

  /** The targets and events, as `window focus`. */
  get left(): readonly string[] {
    return [...this.#left].filter(([, listeners]) => listeners.size > 0).map(([name]) => name);
  }

  /** Restores the page. */
  stop(): void {
    for (const restore of this.#restore) restore();
  }
}
