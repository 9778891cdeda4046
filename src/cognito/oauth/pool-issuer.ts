import type { UserPoolConfig } from '../../config/config.js';
import { endpointOf } from '../endpoints.js';

/**
 * Whether this is the issuer of a user pool, as the sign-in pages may name it in an answer. It is in the region of the pool,
 * whatever the domain of the pages is; a pool with the updated type of issuer (`IssuerConfigurationType`) has a host of its
 * own for it. What stands in for Cognito at a configured endpoint may be its own issuer.
 */
export function isIssuerOf(
  { userPoolId, userPoolEndpoint }: Pick<UserPoolConfig, 'userPoolId' | 'userPoolEndpoint'>,
  issuer: string,
): boolean {
  const service = endpointOf('cognito-idp', userPoolId);
  const places = [service, service.replace('//', '//issuer-'), userPoolEndpoint?.replace(/\/?$/, '/')];
  return places.some((place) => place !== undefined && issuer === place + userPoolId);
}
