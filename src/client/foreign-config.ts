import { AuthError } from '../cognito/errors.js';
import { ConfigError } from '../config/config.js';
import type { AuthConfig, ForeignConfig } from '../config/config.js';
import { readConfig } from '../config/read-config.js';
import { errorOnce } from '../misuse.js';

/**
 * Reads a configuration that was written for another library, and tells the console what is wrong with it.
 *
 * @throws AuthError `configuration`, with the key as `detail`.
 */
export function readForeignConfig(given: ForeignConfig): AuthConfig {
  try {
    return readConfig(given);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    errorOnce(cause.problem);
    throw new AuthError('configuration', { cause, detail: cause.key });
  }
}
