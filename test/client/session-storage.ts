import { MemoryStorage } from '../local-cognito/support/memory-storage.js';

/** Gives Node the session storage of a new tab, which it does not have. */
export const openSessionStorage = (value = new MemoryStorage()): void =>
  void Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, value });

/** Takes it away again. */
export const closeSessionStorage = (): void => void Reflect.deleteProperty(globalThis, 'sessionStorage');
