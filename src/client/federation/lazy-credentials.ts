import { AuthError } from '../../cognito/errors.js';
import type { AwsCredentials } from '../auth-client.js';
import { LazyCode } from '../lazy-code.js';
import type { CredentialServices } from './credentials.js';

/** Credentials whose code is loaded when they are first wanted. */
export function lazyCredentials(services: CredentialServices) {
  const code = new LazyCode(async () => new (await import('./credentials.js')).Credentials(services));
  return {
    get: async (forceRefresh?: boolean): Promise<AwsCredentials> => {
      if (!services.config.identityPoolId) throw new AuthError('configuration', { detail: 'identityPoolId' });
      return (await code.load()).get(forceRefresh);
    },
    /** The session has ended: its credentials are not handed out any more. */
    forget: () => void code.current?.then((credentials) => credentials.forget()).catch(() => undefined),
  };
}
