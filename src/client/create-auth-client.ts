import { checkConfig, isForeign } from '../config.js';
import type { AuthConfig, ForeignConfig } from '../config.js';
import { mayBeKept } from '../session/kept.js';
import type { AuthClient } from './auth-client.js';
import { deferredClient } from './deferred-client.js';

/** Reads a configuration of another library. */
async function read(foreign: ForeignConfig): Promise<AuthConfig> {
  const { readConfig } = await import('../config-readers.js');
  const { config, names } = readConfig(foreign);
  checkConfig(config, names);
  return config;
}

/**
 * The headless client of a user pool. Nothing is requested, read or listened to before the first call, and what speaks
 * to Cognito is loaded when it is first needed; `prepare` does that ahead of time.
 *
 * An {@link AuthConfig} is checked at once. One that was written for another library (`aws-exports`,
 * `amplify_outputs.json`, `Auth` of Amplify 5 or 6) is read with the first call, for most pages need no reader; what is
 * wrong with it, that call and all that follow say.
 *
 * @throws ConfigError when a key of an {@link AuthConfig} is missing, unknown or wrong. Of another library's
 * configuration: AuthError `configuration`, from each method, with the ConfigError as its cause.
 */
export function createAuthClient(given: AuthConfig | ForeignConfig): AuthClient {
  if (!isForeign(given)) checkConfig(given);
  return deferredClient({
    authFlow: given.authFlow,
    create: async () => {
      const config = isForeign(given) ? await read(given) : given;
      const { CognitoClient } = await import('./cognito-client.js');
      return new CognitoClient(config);
    },
    mayRestore: () => (isForeign(given) ? Promise.resolve(true) : mayBeKept(given)),
  });
}
