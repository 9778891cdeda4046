import type { AuthConfig, ForeignConfig } from '../config/config.js';
import { readConfig } from '../config/read-config.js';
import { arrived, takeArrival } from '../session/arrival.js';
import { hasStoredSession } from '../session/has-stored-session.js';
import type { AuthClient } from './auth-client.js';
import { lazyClient } from './lazy-client.js';

/**
 * The headless client of a user pool. Nothing is requested, read or listened to before the first call, and the code that
 * speaks to Cognito is loaded when it is first needed; `prepare` does that in advance.
 *
 * @param given An {@link AuthConfig}, or a configuration that was written for another library (`aws-exports`,
 * `amplify_outputs.json`, `Auth` of Amplify 5 or 6).
 * @throws ConfigError when a key is missing, unknown or wrong.
 */
export function createAuthClient(given: AuthConfig | ForeignConfig): AuthClient {
  const config = readConfig(given);
  takeArrival();
  return lazyClient({
    authFlow: config.authFlow,
    create: async () => (await import('./cognito-client.js')).createCognitoClient(config),
    mayRestore: async () => arrived() !== undefined || hasStoredSession(config),
  });
}
