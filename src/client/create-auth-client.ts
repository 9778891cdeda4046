import { isForeign, requirePool } from '../config/config.js';
import type { AuthConfig, ForeignConfig } from '../config/config.js';
import { mayBeKept } from '../session/earlier-visit.js';
import type { AuthClient } from './auth-client.js';
import { deferredClient } from './deferred-client.js';

/**
 * The headless client of a user pool. Nothing is requested, read or listened to before the first call, and what speaks
 * to Cognito is loaded when it is first needed; `prepare` does that ahead of time.
 *
 * An {@link AuthConfig} has to name a pool and an app client. The rest of it is looked at with the first call, and so is a
 * configuration that was written for another library (`aws-exports`, `amplify_outputs.json`, `Auth` of Amplify 5 or 6).
 * When a key is unknown or wrong, that call and all that follow fail with AuthError `configuration`, and with the
 * ConfigError as its cause.
 *
 * @throws ConfigError when the pool or the app client of an {@link AuthConfig} is missing.
 */
export function createAuthClient(given: AuthConfig | ForeignConfig): AuthClient {
  if (!isForeign(given)) requirePool(given);
  return deferredClient({
    authFlow: given.authFlow,
    create: async () => {
      const { openClient } = await import('./open-client.js');
      if (!isForeign(given)) return openClient(given);
      const { readConfig } = await import('../config/readers.js');
      const { config, names } = readConfig(given);
      return openClient(config, names);
    },
    mayRestore: () => (isForeign(given) ? Promise.resolve(true) : mayBeKept(given)),
  });
}
