type Input = readonly unknown[];
type Call = (target: object, input: Input, go: (input?: Input) => unknown) => unknown;

/** Something that was opened. The call that closes it has the same key, or its beginning. */
interface Opened {
  readonly target: object;
  readonly what: string;
  readonly key: Input;
}

const OBSERVERS = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const;

/** What takes back what waits, with the kind of what it takes back. */
const CLEARERS = [
  ['clearTimeout', 'timer'],
  ['clearInterval', 'timer'],
  ['cancelIdleCallback', 'idle'],
] as const;

/** The file of this package that opens something: `kit/controllers/clear-secrets-on-leave-controller.ts`. Undefined when a test or other code does. */
function opener(): string | undefined {
  const [, file] = /\/src\/([\w/-]+\.ts)/.exec(new Error().stack ?? '') ?? [];
  return file?.startsWith('testing/') ? undefined : file;
}

const nameOf = (target: object): string => {
  if (target === globalThis) return 'window';
  return target instanceof Element ? `<${target.localName}>` : target.constructor.name;
};

/** Whether a target keeps nothing alive: a removed node is collected with its listeners. */
const isOver = (target: object): boolean =>
  target instanceof Node ? !target.isConnected : target instanceof AbortSignal && target.aborted;

/** Wraps a method. Returns the function that restores it. */
function around(owner: object, name: string, call: Call): () => void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`There is no ${name}().`);
  const replaced = function (this: object | undefined, ...input: unknown[]): unknown {
    return call(this ?? globalThis, input, (changed = input): unknown => Reflect.apply(original, this, changed));
  };
  Object.assign(owner, { [name]: replaced });
  return () => Object.assign(owner, { [name]: original });
}

/**
 * Records all that this package opens from now on and does not close: listeners of any target, timers, observers,
 * channels and subscriptions. Call `stop` at the end.
 */
export class Leftovers {
  readonly #opened = new Set<Opened>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    const { stackTraceLimit } = Error;
    // The opener can be far up the stack.
    Error.stackTraceLimit = 100;
    this.#undo.push(() => (Error.stackTraceLimit = stackTraceLimit));
    this.#watchListeners();
    this.#watchTimers();
    this.#watchObservers();
    this.#watchChannels();
  }

  /** What is open outside of nodes that have left the page: `window: pagehide (kit/controllers/clear-secrets-on-leave-controller.ts)`. */
  get open(): readonly string[] {
    return [...this.#opened].filter(({ target }) => !isOver(target)).map(({ what }) => what);
  }

  /** What is open at one target, in the page or not. */
  at(target: object): readonly string[] {
    return [...this.#opened].filter((opened) => opened.target === target).map(({ what }) => what);
  }

  /** Records subscriptions, too: each call of a method that returns the function to unsubscribe. */
  watch(owner: object, name: string): void {
    this.#around(owner, name, (target, _, go) => {
      const stop = go();
      this.#open(target, `${name}()`, [stop]);
      return () => {
        this.#close(stop);
        // The type of such a method.
        (stop as () => void)();
      };
    });
  }

  /** Stops recording. */
  stop(): void {
    for (const undo of this.#undo.reverse()) undo();
  }

  #watchListeners(): void {
    this.#around(EventTarget.prototype, 'addEventListener', (target, [type, listener, options], go) => {
      // The type of the options in the DOM.
      const { signal } = Object(options) as AddEventListenerOptions;
      signal?.addEventListener('abort', () => this.#close(target, type, listener));
      this.#open(target, String(type), [target, type, listener]);
      return go();
    });
    this.#around(EventTarget.prototype, 'removeEventListener', (target, [type, listener], go) => {
      this.#close(target, type, listener);
      return go();
    });
  }

  #watchTimers(): void {
    for (const name of ['setTimeout', 'setInterval'] as const) {
      this.#around(globalThis, name, (_, [work, delay, ...input], go) => {
        const run = () => {
          if (name === 'setTimeout') this.#close('timer', id);
          if (typeof work === 'function') Reflect.apply(work, globalThis, input);
        };
        const id = go([run, delay]);
        this.#open(globalThis, `${name} of ${String(delay)} ms`, ['timer', id]);
        return id;
      });
    }
    if (typeof globalThis.requestIdleCallback === 'function') {
      this.#around(globalThis, 'requestIdleCallback', (_, [work, options], go) => {
        const run = (deadline: unknown) => {
          this.#close('idle', id);
          if (typeof work === 'function') Reflect.apply(work, globalThis, [deadline]);
        };
        const id = go([run, options]);
        this.#open(globalThis, 'requestIdleCallback', ['idle', id]);
        return id;
      });
    }
    for (const [name, kind] of CLEARERS) {
      if (typeof globalThis[name] !== 'function') continue;
      this.#around(globalThis, name, (_, [id], go) => {
        this.#close(kind, id);
        return go();
      });
    }
  }

  #watchObservers(): void {
    for (const name of OBSERVERS) {
      const { prototype } = globalThis[name];
      this.#around(prototype, 'observe', (observer, [node], go) => {
        if (node instanceof Node) this.#open(node, name, [observer, node]);
        return go();
      });
      this.#around(prototype, 'disconnect', (observer, _, go) => {
        this.#close(observer);
        return go();
      });
    }
  }

  #watchChannels(): void {
    const { BroadcastChannel } = globalThis;
    const open = (channel: BroadcastChannel) => this.#open(channel, channel.name, [channel]);
    globalThis.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        open(this);
      }
    };
    this.#undo.push(() => (globalThis.BroadcastChannel = BroadcastChannel));
    this.#around(BroadcastChannel.prototype, 'close', (channel, _, go) => {
      this.#close(channel);
      return go();
    });
  }

  #around(owner: object, name: string, call: Call): void {
    this.#undo.push(around(owner, name, call));
  }

  #open(target: object, what: string, key: Input): void {
    const from = opener();
    if (from) this.#opened.add({ target, what: `${nameOf(target)}: ${what} (${from})`, key });
  }

  #close(...key: Input): void {
    for (const opened of this.#opened) {
      if (key.every((part, index) => part === opened.key[index])) this.#opened.delete(opened);
    }
  }
}
