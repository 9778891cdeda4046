import { ConfigError } from './config.js';
import type { AuthConfig } from './config.js';
import { isLoopback } from './loopback.js';
import { parseUrl } from './parse-url.js';

/** The attributes that choose the host of requests, and the keys that they set. */
const ENDPOINTS = [
  ['user-pool-endpoint', 'userPoolEndpoint'],
  ['identity-pool-endpoint', 'identityPoolEndpoint'],
] as const satisfies readonly (readonly [attribute: string, key: keyof AuthConfig])[];

function isNear(address: string): boolean {
  const url = parseUrl(address);
  return url !== undefined && (isLoopback(url.hostname) || url.origin === location.origin);
}

/**
 * Refuses an endpoint that only a script may set. Attributes may come from markup that was injected into the page, which
 * must not choose another host for passwords and tokens.
 *
 * @param given The configuration that the attributes of an element make up.
 * @throws ConfigError that names the attribute.
 */
export function checkEndpoints(given: Pick<AuthConfig, (typeof ENDPOINTS)[number][1]>): void {
  for (const [attribute, key] of ENDPOINTS) {
    const address = given[key];
    if (address === undefined || isNear(address)) continue;
    throw new ConfigError(
      attribute,
      'an address of this device or of the page’s own origin; any other is set by configure() or the property config',
    );
  }
}
