import type { AuthConfig, UserPoolConfig } from '../config/config.js';
import { AuthError } from './errors.js';

/**
 * The configuration of a user pool.
 *
 * @throws AuthError `configuration` when there is an identity pool alone.
 */
export function userPoolOf(config: AuthConfig): UserPoolConfig {
  if (config.userPoolId === undefined) throw new AuthError('configuration', { detail: 'userPoolId' });
  return config;
}
