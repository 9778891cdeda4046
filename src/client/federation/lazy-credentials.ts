import { AuthError } from '../../cognito/errors.js';
import type { AwsCredentials } from '../auth-client.js';
import type { Credentials, CredentialServices } from './credentials.js';

/** Credentials whose code is loaded when they are first wanted. */
export function lazyCredentials(services: CredentialServices) {
  let loaded: Promise<Credentials> | undefined;
  const load = async () => {
    try {
      return new (await import('./credentials.js')).Credentials(services);
    } catch (cause) {
      // The next call tries again: the network may be back.
      loaded = undefined;
      throw new AuthError('offline', { cause });
    }
  };
  return {
    get: async (forceRefresh?: boolean): Promise<AwsCredentials> => {
      if (!services.config.identityPoolId) throw new AuthError('configuration', { detail: 'identityPoolId' });
      return (await (loaded ??= load())).get(forceRefresh);
    },
    /** The session has ended: its credentials are not handed out any more. */
    forget: () => void loaded?.then((credentials) => credentials.forget()).catch(() => undefined),
  };
}
