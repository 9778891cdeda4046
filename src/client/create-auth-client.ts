import type { AuthConfig, ForeignConfig } from '../config/config.js';
import { readConfig } from '../config/read-config.js';
import { mayBeKept } from '../session/earlier-visit.js';
import type { AuthClient } from './auth-client.js';
import { lazyClient } from './lazy-client.js';

/**
 * The headless client of a user pool. Nothing is requested, read or listened to before the first call, and the code that
 * speaks to Cognito is loaded when it is first needed; `prepare` does that in advance.
 *
 * An {@link AuthConfig} has to name a pool and an app client. The rest of it is checked with the first call, and so is a
 * configuration that was written for another library (`aws-exports`, `amplify_outputs.json`, `Auth` of Amplify 5 or 6).
 * When a key is unknown or wrong, that call and all that follow fail with AuthError `configuration`, and with the
 * ConfigError as its cause.
 *
 * @throws ConfigError when the pool or the app client of an {@link AuthConfig} is missing.
 */
export function createAuthClient(given: AuthConfig | ForeignConfig): AuthClient {
  if (!isForeign(given)) requirePool(given);
  return lazyClient({
    authFlow: given.authFlow,
    create: async () => {
      const { createCognitoClient } = await import('./cognito-client.js');
      if (!isForeign(given)) return createCognitoClient(given);
      const { readConfig } = await import('../config/readers/readers.js');
      const { config, names } = readConfig(given);
      return createCognitoClient(config, names);
    },
    mayRestore: () => (isForeign(given) ? Promise.resolve(true) : mayBeKept(given)),
  });
}
