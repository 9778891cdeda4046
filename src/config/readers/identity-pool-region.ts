import { ConfigError } from '../config.js';
import type { AuthConfig } from '../config.js';
import { valuesOf } from './values.js';
import type { Values } from './values.js';

/** What Amplify 5 calls the region of an identity pool. Its id begins with that, so this can only repeat it. */
const KEY = 'identityPoolRegion';

/**
 * Checks that a configuration of another library does not want an identity pool of another region than its id says.
 *
 * @throws ConfigError
 */
export function checkIdentityPoolRegion(given: Values, { identityPoolId }: Pick<AuthConfig, 'identityPoolId'>): void {
  const [region] = identityPoolId?.split(':') ?? [];
  for (const [path, block] of Object.entries({ '': given, 'Auth.': valuesOf(given['Auth']) })) {
    const said = Object.hasOwn(block, KEY) ? block[KEY] : undefined;
    if (region !== undefined && said !== undefined && said !== region)
      throw new ConfigError(path + KEY, `${region}, as in the id of the identity pool, or left out`);
  }
}
