import type { AuthConfig, ForeignConfig } from './config.js';
import { readForeign } from './readers/read-foreign.js';
import { valuesOf } from './readers/values.js';
import { checkConfig } from './rules.js';

/**
 * The configuration that a page gives, in whatever spelling, checked.
 *
 * @throws ConfigError
 */
export function readConfig(given: AuthConfig | ForeignConfig): AuthConfig {
  const foreign = readForeign(valuesOf(given));
  return foreign ? checkConfig(foreign.values, foreign.names) : checkConfig(given);
}
