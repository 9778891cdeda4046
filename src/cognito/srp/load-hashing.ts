import { AuthError } from '../errors.js';
import { browserHashing } from './hashing.js';
import type { Hashing } from './hashing.js';

/**
 * The browser's own hash functions; on pages of insecure origins, where it shows none, those of the library.
 *
 * @throws AuthError `offline` when the library cannot be loaded.
 */
export async function loadHashing(): Promise<Hashing> {
  // Missing on insecure origins, which its type does not say.
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle) return browserHashing(subtle);
  const { libraryHashing } = await import('./library-hashing.js').catch((cause: unknown) => {
    throw new AuthError('offline', { cause });
  });
  return libraryHashing;
}
