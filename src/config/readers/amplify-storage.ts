import type { SessionStore } from '../config.js';
import { checkCookieOptions } from '../cookie-options.js';
import type { Values } from './values.js';

/** `localStorage` and `sessionStorage` in our words, since they are shared by tabs, or belong to one. */
function webStorageName(storage: unknown): 'local' | 'session' | undefined {
  if (typeof Storage === 'undefined' || !(storage instanceof Storage)) return undefined;
  return storage === globalThis.sessionStorage ? 'session' : 'local';
}

/** What has methods: an object, or a class with static ones. */
const isCallee = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/**
 * A `storage` of Amplify 5, whose methods have other names, as a store of ours; anything else as it is. `sync` fills one
 * that is asynchronous inside: it is called once, and awaited before the first access.
 *
 * @param fill Replaces that call of `sync`.
 */
export function storeOf(storage: unknown, fill?: () => unknown): unknown {
  const read = (name: string): unknown => (isCallee(storage) ? Reflect.get(storage, name) : undefined);
  const call = (name: string, ...input: readonly unknown[]): unknown => {
    const method = read(name);
    return typeof method === 'function' ? Reflect.apply(method, storage, input) : undefined;
  };
  const web = webStorageName(storage);
  if (web || typeof read('getItem') !== 'function') return web ?? storage;
  let ready: Promise<unknown> | undefined;
  const after = async (access: () => unknown): Promise<unknown> => {
    await (ready ??= (async () => (fill ? fill() : call('sync')))());
    return access();
  };
  return {
    get: (key: string) => after(() => call('getItem', key)),
    set: (key: string, value: string) => after(() => call('setItem', key, value)),
    remove: (key: string) => after(() => call('removeItem', key)),
    keys: () => Array.from({ length: Number(read('length') ?? 0) }, (_, index) => call('key', index)),
  };
}

/** Whether a key says nothing, as in Amplify: cookies are not asked for where there is a storage. */
export const isOverruled = (name: string, { storage }: Values): boolean => name === 'cookieStorage' && Boolean(storage);

/**
 * `cookieStorage` of Amplify 5 as a store of ours; undefined for none. The code for cookies is loaded with the first access.
 *
 * @param spelled How the page spells the key.
 * @throws ConfigError for attributes that no cookie has.
 */
export function cookieStoreOf(given: unknown, spelled: string): SessionStore | undefined {
  if (!given) return undefined;
  const options = checkCookieOptions(given, spelled);
  let opened: SessionStore | undefined;
  const open = async (): Promise<SessionStore> =>
    (opened ??= (await import('../../session/cookie-store.js')).cookieStore(options));
  return {
    get: async (key) => (await open()).get(key),
    set: async (key, value) => (await open()).set(key, value),
    remove: async (key) => (await open()).remove(key),
    // Asked for after the first access alone.
    keys: () => opened?.keys?.() ?? [],
  };
}
