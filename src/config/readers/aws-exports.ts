import type { Reader } from './reader.js';

const KEYS: Reader['keys'] = {
  aws_user_pools_id: 'userPoolId',
  aws_user_pools_web_client_id: 'userPoolClientId',
  aws_cognito_identity_pool_id: 'identityPoolId',
  aws_mandatory_sign_in: 'allowGuests',
};

/** `aws-exports.js`, as written by the Amplify CLI: with a user pool, an identity pool, or both. */
export const awsExports: readonly Reader[] = [
  { mark: 'aws_user_pools_id', path: [], keys: KEYS },
  { mark: 'aws_cognito_identity_pool_id', path: [], keys: KEYS },
];
