/** The keys at the top by which a configuration is recognized that was written for another library. */
export type ForeignMark =
  'aws_user_pools_id' | 'aws_cognito_identity_pool_id' | 'auth' | 'Auth' | 'userPoolWebClientId';

/** All of them. */
const MARKS = /^(aws_.+_pools?_id|[aA]uth|userPoolWebClientId)$/;

/** Whether a configuration was written for another library. */
export const isForeign = (given: object | undefined): boolean =>
  Object.keys(given ?? {}).some((key) => MARKS.test(key));
