import type { AuthConfig, ForeignConfig } from './config.js';
import { checkIdentityPoolRegion } from './readers/identity-pool-region.js';
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
  if (!foreign) return checkConfig(given);
  if (foreign.problem) throw foreign.problem;
  const config = checkConfig(foreign.values, foreign.names);
  checkIdentityPoolRegion(valuesOf(given), config);
  return config;
}
