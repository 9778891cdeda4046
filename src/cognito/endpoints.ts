/** The hosts of Amazon Cognito: one for user pools, one for identity pools. */
type Service = 'cognito-idp' | 'cognito-identity';

/**
 * The URL of a Cognito service in the region, and the partition, of a pool.
 *
 * @param poolId Id of a user pool or an identity pool; both begin with the region.
 */
export function endpointOf(service: Service, poolId: string): string {
  const region = poolId.replace(/[_:].*/, '');
  return `https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;
}
