import { checkConfig, isForeign } from '../config.js';
import type { AuthConfig, ForeignConfig } from '../config.js';
import type { AuthClient } from './auth-client.js';
import { CognitoClient } from './cognito-client.js';
import { deferredClient } from './deferred-client.js';

/**
 * The headless client of a user pool. Nothing is requested, read or listened to before the first call.
 *
 * An {@link AuthConfig} is checked at once. One that was written for another library (`aws-exports`,
 * `amplify_outputs.json`, `Auth` of Amplify 5 or 6) is read with the first call, for most pages need no reader; what is
 * wrong with it, that call and all that follow say.
 *
 * @throws ConfigError when a key of an {@link AuthConfig} is missing, unknown or wrong. Of another library's
 * configuration: AuthError `configuration`, from each method, with the ConfigError as its cause.
 */
export function createAuthClient(config: AuthConfig | ForeignConfig): AuthClient {
  if (isForeign(config))
    return deferredClient(async () => {
      const { readConfig } = await import('../config-readers.js');
      const { config: read, names } = readConfig(config);
      checkConfig(read, names);
      return new CognitoClient(read);
    });
  checkConfig(config);
  return new CognitoClient(config);
}
