import { valuesOf } from './values.js';

/**
 * A `storage` of Amplify 5, whose methods have other names, as a store of ours; anything else as it is. `sync` fills one
 * that is asynchronous inside: it is called once, and awaited before the first access.
 */
export function storeOf(storage: unknown): unknown {
  const methods = valuesOf(storage);
  const call = (name: string, ...input: string[]): unknown => {
    const method = methods[name];
    return typeof method === 'function' ? Reflect.apply(method, storage, input) : undefined;
  };
  if (typeof methods['getItem'] !== 'function') return storage;
  const ready = Promise.resolve(call('sync'));
  return {
    get: (key: string) => ready.then(() => call('getItem', key)),
    set: (key: string, value: string) => ready.then(() => call('setItem', key, value)),
    remove: (key: string) => ready.then(() => call('removeItem', key)),
  };
}
