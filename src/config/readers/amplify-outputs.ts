import type { Reader } from './reader.js';

/** `amplify_outputs.json`, as written by Amplify Gen 2. */
export const amplifyOutputs: Reader = {
  mark: 'auth',
  path: ['auth'],
  keys: {
    user_pool_id: 'userPoolId',
    user_pool_client_id: 'userPoolClientId',
    identity_pool_id: 'identityPoolId',
    unauthenticated_identities_enabled: 'allowGuests',
  },
};
