/** The hosts of Amazon Cognito: one for user pools, one for identity pools. */
type Service = 'cognito-idp' | 'cognito-identity';

/** The domains of the partitions other than `aws` and `aws-us-gov`, by how the names of their regions begin. */
const DOMAINS = new Map([
  ['cn', 'amazonaws.com.cn'],
  ['eusc-de', 'amazonaws.eu'],
  ['us-iso', 'c2s.ic.gov'],
  ['us-isob', 'sc2s.sgov.gov'],
  ['eu-isoe', 'cloud.adc-e.uk'],
  ['us-isof', 'csp.hci.ic.gov'],
]);

/**
 * The URL of a Cognito service in the region, and the partition, of a pool.
 *
 * @param poolId Id of a user pool or an identity pool; both begin with the region.
 */
export function endpointOf(service: Service, poolId: string): string {
  const region = poolId.replace(/[_:].*/, '');
  const domain = DOMAINS.get(region.replace(/-\w+-\d+$/, '')) ?? 'amazonaws.com';
  return `https://${service}.${region}.${domain}/`;
}
