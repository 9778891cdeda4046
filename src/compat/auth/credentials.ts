import type { AwsCredentials } from '../../client/auth-client.js';
import { AuthError } from '../../cognito/errors.js';
import { inWordsOfCognito } from '../cognito-errors.js';
import type { AuthCore } from '../core.js';

const NO_POOL = 'No Cognito Identity pool provided for unauthenticated access';
const NO_GUESTS = 'cannot get guest credentials when mandatory signin enabled';

export async function getCredentials(core: AuthCore): Promise<AwsCredentials> {
  // As Amplify has it: what guests must not do comes first.
  if (!core.config.identityPoolId) throw core.config.mandatorySignIn ? NO_GUESTS : NO_POOL;
  const { client } = await core.openClient();
  return client.getCredentials().catch((error: unknown) => {
    throw AuthError.from(error).code === 'session-expired' ? NO_GUESTS : inWordsOfCognito(error);
  });
}

/** The five keys that old clients of AWS take. */
export const essentialCredentials = ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
  identityId,
  authenticated,
}: AwsCredentials): Omit<AwsCredentials, 'expiration'> => ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
  identityId,
  authenticated,
});
