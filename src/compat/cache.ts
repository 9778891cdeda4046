import { warnOnce } from '../misuse.js';
import { awaitable } from './awaitable.js';
import type { FederatedInfo } from './federated-info.js';

/** Options of a cache. */
export interface CacheConfig {
  /** What its keys begin with in the store. Default: `aws-amplify-cache`. */
  readonly keyPrefix?: string;
  /** Bytes of all items. Default: 1 MiB. */
  readonly capacityInBytes?: number;
  /** Bytes of one item. Default: 210 000. */
  readonly itemMaxSize?: number;
  /** How long an item is kept, in milliseconds. Default: three days. */
  readonly defaultTTL?: number;
  /** From 1, which is kept longest, to 5. Default: 5. */
  readonly defaultPriority?: number;
  /** Where the items are kept. Default: `localStorage`; without one, memory. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** Options of an item. */
export interface CacheItemOptions {
  /** When it expires: epoch milliseconds. */
  readonly expires?: number;
  /** From 1, which is kept longest, to 5. */
  readonly priority?: number;
}

/** Options of reading an item. */
export interface GetItemOptions extends CacheItemOptions {
  /** Brings what is missing. */
  readonly callback?: () => unknown;
}

/** An item as it is kept. */
interface Item {
  readonly data: unknown;
  readonly visited: number;
  readonly expires: number;
  readonly priority: number;
}

const DEFAULTS = {
  keyPrefix: 'aws-amplify-cache',
  capacityInBytes: 1_048_576,
  itemMaxSize: 210_000,
  defaultTTL: 3 * 24 * 3_600_000,
  defaultPriority: 5,
} as const;

/** Kept here, and not in the store: it holds the token of a provider. */
const MIRRORED = 'federatedInfo';

/** A store in memory. */
function memory(): Required<CacheConfig>['storage'] {
  const all = new Map<string, string>();
  return {
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

/** The store of the browser, where there is one that works. */
function defaultStorage(): Required<CacheConfig>['storage'] {
  try {
    localStorage.getItem(DEFAULTS.keyPrefix);
    return localStorage;
  } catch {
    return memory();
  }
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** A cache of the page's own items: the least important, and among those the least recently used, give way to new ones. */
export class CacheClass {
  #config: Required<CacheConfig>;
  #mirrored: FederatedInfo | null = null;

  constructor(config: CacheConfig = {}) {
    this.#config = { ...DEFAULTS, storage: config.storage ?? defaultStorage(), ...config };
  }

  /** `Cache`: the name of this part in a configuration. */
  getModuleName(): 'Cache' {
    return 'Cache';
  }

  /** Adds to the configuration. Returns all of it. */
  configure(config: CacheConfig = {}): Required<CacheConfig> {
    this.#config = { ...this.#config, ...config };
    return this.#config;
  }

  /** Another cache, whose keys begin differently. */
  createInstance(config: CacheConfig): CacheClass {
    if (!config.keyPrefix || config.keyPrefix === DEFAULTS.keyPrefix) {
      throw new Error('Cache.createInstance: a keyPrefix of its own is expected.');
    }
    return new CacheClass(config);
  }

  /** Keeps anything that JSON can hold. */
  setItem(key: string, value: unknown, options: CacheItemOptions = {}): void {
    const { defaultPriority, defaultTTL, itemMaxSize } = this.#config;
    const now = Date.now();
    const { priority = defaultPriority, expires = now + defaultTTL } = options;
    if (!key || value === undefined || !(priority >= 1 && priority <= 5)) {
      warnOnce('Cache.setItem: a key, a value, and a priority from 1 to 5 are expected.');
      return;
    }
    const text = JSON.stringify({ data: value, visited: now, expires, priority } satisfies Item);
    const size = sizeOf(text);
    if (size > itemMaxSize) {
      warnOnce(`Cache.setItem: an item may have ${String(itemMaxSize)} bytes.`);
      return;
    }
    this.removeItem(key);
    this.#makeRoom(size);
    this.#write(key, text, size);
  }

  /**
   * An item; null when there is none. `federatedInfo`, the user whom the identity pool knows by the token of a provider, is
   * to be read at once or awaited.
   *
   * @param options `callback` brings what is missing, and is kept.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- The caller knows what it has kept, and reads it unchecked.
  getItem<Value = any>(key: string, options: GetItemOptions = {}): Value | null {
    // The caller knows what is kept there.
    if (key === MIRRORED && this.#mirrored) return awaitable(this.#mirrored) as Value;
    const item = this.#read(key);
    if (item) {
      const text = JSON.stringify({ ...item, visited: Date.now() });
      this.#write(key, text, sizeOf(text));
      // The caller knows what it has kept there.
      return item.data as Value;
    }
    const value = options.callback?.() ?? null;
    if (value !== null) this.setItem(key, value, options);
    // Brought by the caller.
    return value as Value | null;
  }

  /** Removes an item. */
  removeItem(key: string): void {
    if (key === MIRRORED) this.#mirrored = null;
    this.#config.storage.removeItem(this.#keyOf(key));
    this.#saveSizes(Object.fromEntries(Object.entries(this.#sizes()).filter(([name]) => name !== key)));
  }

  /** Removes all items. */
  clear(): void {
    for (const key of this.getAllKeys()) this.removeItem(key);
  }

  /** The keys of all items. */
  getAllKeys(): string[] {
    return Object.keys(this.#sizes());
  }

  /** Bytes of all items. */
  getCacheCurSize(): number {
    return Object.values(this.#sizes()).reduce((sum, size) => sum + size, 0);
  }

  /** Keeps the federated user, in memory alone; null when there is none. For this library. */
  mirror(info: FederatedInfo | null): void {
    this.#mirrored = info;
  }

  #keyOf(key: string): string {
    return this.#config.keyPrefix + key;
  }

  /** The sizes of all items by their keys: stores cannot be asked for that. */
  #sizes(): Readonly<Record<string, number>> {
    return parsed<Record<string, number>>(this.#config.storage.getItem(`${this.#config.keyPrefix}-sizes`)) ?? {};
  }

  #saveSizes(sizes: Readonly<Record<string, number>>): void {
    this.#config.storage.setItem(`${this.#config.keyPrefix}-sizes`, JSON.stringify(sizes));
  }

  #read(key: string): Item | undefined {
    const item = parsed<Item>(this.#config.storage.getItem(this.#keyOf(key)));
    if (!item) return undefined;
    if (item.expires > Date.now()) return item;
    this.removeItem(key);
    return undefined;
  }

  #write(key: string, text: string, size: number): void {
    try {
      this.#config.storage.setItem(this.#keyOf(key), text);
      this.#saveSizes({ ...this.#sizes(), [key]: size });
    } catch {
      warnOnce('Cache.setItem: the store is full, or closed to this page.');
    }
  }

  #makeRoom(size: number): void {
    const items = this.getAllKeys().flatMap((key) => {
      const item = this.#read(key);
      return item ? [{ key, ...item }] : [];
    });
    items.sort((one, other) => other.priority - one.priority || one.visited - other.visited);
    for (const { key } of items) {
      if (this.getCacheCurSize() + size <= this.#config.capacityInBytes) return;
      this.removeItem(key);
    }
  }
}

/** What was kept as JSON; undefined for anything else. */
function parsed<Value>(text: string | null): Value | undefined {
  try {
    // Written by this file, or damaged.
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** The cache of a page. */
export const Cache = new CacheClass();
