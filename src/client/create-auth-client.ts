import type { AuthConfig, ForeignConfig } from '../config/config.js';
import { isForeign } from '../config/foreign-marks.js';
import { checkConfig } from '../config/rules.js';
import { arrived, takeArrival } from '../session/arrival.js';
import { hasStoredSession } from '../session/has-stored-session.js';
import type { AuthClient } from './auth-client.js';
import { lazyClient } from './lazy-client.js';

/**
 * The headless client of a user pool. Nothing is requested, read or listened to before the first call, and the code that
 * speaks to Cognito is loaded when it is first needed; `prepare` does that in advance.
 *
 * @param given An {@link AuthConfig}, or a configuration that was written for another library (`aws-exports`,
 * `amplify_outputs.json`, `Auth` of Amplify 5 or 6). That is read with the first call, which fails with AuthError
 * `configuration` when a key is missing or wrong.
 * @throws ConfigError when a key of an {@link AuthConfig} is missing, unknown or wrong.
 */
export function createAuthClient(given: AuthConfig | ForeignConfig): AuthClient {
  takeArrival();
  let known = isForeign(given) ? undefined : checkConfig(given);
  // What has no mark of another library is ours, and was checked above.
  const config = async () =>
    (known ??= (await import('./foreign-config.js')).readForeignConfig(given as ForeignConfig));
  return lazyClient({
    authFlow: () => known?.authFlow,
    create: async () => {
      const checked = await config();
      return (await import('./cognito-client.js')).createCognitoClient(checked);
    },
    mayRestore: async () => arrived() !== undefined || hasStoredSession(await config()),
  });
}
