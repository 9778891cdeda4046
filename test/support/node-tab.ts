/** A web storage: its items are its own properties, as in a browser. */
class MemoryWebStorage {
  getItem(key: string): string | null {
    // Nothing else is ever defined on it.
    return Object.hasOwn(this, key) ? (Reflect.get(this, key) as string) : null;
  }

  setItem(key: string, value: string): void {
    Object.defineProperty(this, key, { value, enumerable: true, configurable: true });
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** The globals of a page that redirects use. */
const GLOBALS = [
  'location',
  'history',
  'sessionStorage',
  'navigator',
  'stop',
  'addEventListener',
  'removeEventListener',
  // Node has one, which would keep the process from ending.
  'BroadcastChannel',
] as const;
type Global = (typeof GLOBALS)[number];

/** A tab of a browser, in Node: its pages one after another, and its session storage. Close it when the test ends. */
export class NodeTab {
  /** Whether the browser has a network. */
  isOnline = true;
  /** How often a page has stopped its navigation. */
  stopped = 0;
  readonly #before = new Map<Global, PropertyDescriptor | undefined>();
  readonly #storage = new MemoryWebStorage();
  #events = new EventTarget();
  #leave: (address: URL) => void = () => undefined;

  /** The session storage of the tab, as names and values. */
  get stored(): readonly (readonly [key: string, value: string])[] {
    return Object.entries(this.#storage as object);
  }

  /** Opens a page in it. Its history has no entry but this. */
  open(address: string | URL): void {
    const isOnline = (): boolean => this.isOnline;
    this.dispatch('pagehide');
    this.#events = new EventTarget();
    const location = new URL(address);
    const assign = (next: string): void => this.#leave(new URL(next));
    const values: Readonly<Record<Global, unknown>> = {
      location: Object.assign(location, { assign }),
      history: {
        state: null,
        replaceState: (_state: unknown, _title: string, next: string) => void (location.href = next),
      },
      sessionStorage: this.#storage,
      navigator: {
        get onLine() {
          return isOnline();
        },
      },
      stop: () => (this.stopped += 1),
      addEventListener: this.#events.addEventListener.bind(this.#events),
      removeEventListener: this.#events.removeEventListener.bind(this.#events),
      BroadcastChannel: undefined,
    };
    for (const name of GLOBALS) {
      if (!this.#before.has(name)) this.#before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value: values[name], configurable: true });
    }
  }

  /** Resolves with the address that the page is left for. It stays as it is until another one is opened. */
  left(): Promise<URL> {
    return new Promise((resolve) => (this.#leave = resolve));
  }

  /** Tells the page of something. `persisted`: it comes back from the back/forward cache. */
  dispatch(type: 'pagehide' | 'pageshow', persisted = false): void {
    this.#events.dispatchEvent(Object.assign(new Event(type), { persisted }));
  }

  close(): void {
    for (const [name, descriptor] of this.#before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
    this.#before.clear();
  }
}
