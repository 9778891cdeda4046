import type { Reader } from './reader.js';

/** `aws-exports.js`, as written by the Amplify CLI. */
export const awsExports: Reader = {
  mark: 'aws_user_pools_id',
  path: [],
  keys: {
    aws_user_pools_id: 'userPoolId',
    aws_user_pools_web_client_id: 'userPoolClientId',
    aws_cognito_identity_pool_id: 'identityPoolId',
    aws_mandatory_sign_in: 'allowGuests',
  },
};
