import type { AuthConfig } from '../../config/config.js';
import type { IdentitySession } from '../../session/identity-session.js';
import type { RenewalMode } from '../../session/session-kind.js';
import { directProviderWith, isIssuer } from './direct-provider.js';
import { handlerOf } from './refresh-handlers.js';

/** When the token of a provider is replaced by a newer one. */
export function renewalModeOf(
  config: AuthConfig,
  { provider, refreshToken }: Pick<IdentitySession, 'provider' | 'refreshToken'>,
): RenewalMode {
  if (!config.identityPoolId || handlerOf(config, provider)) return 'on-demand';
  const found = directProviderWith(config, provider);
  if (!found) return 'never';
  // A refresh token needs no user. The script of a provider may ask.
  return isIssuer(found) && refreshToken ? 'always' : 'on-demand';
}
