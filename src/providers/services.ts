import type { Environment } from '../config/config.js';
import type { ProviderConfig } from '../config/provider-config.js';

/** The providers whose own scripts sign users in. */
export type ScriptedName = 'google' | 'facebook' | 'amazon' | 'apple';

/** What a provider works with. */
export interface ProviderServices {
  readonly config: ProviderConfig & Required<Pick<ProviderConfig, 'clientId'>>;
  readonly environment: Environment;
  /** Milliseconds until a request that needs no user counts as unanswered. */
  readonly timeout: number;
  /** See `scriptNonce` of the configuration. */
  readonly scriptNonce?: string | undefined;
}
