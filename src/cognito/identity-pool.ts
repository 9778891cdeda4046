import {
  CognitoIdentityClient,
  CognitoIdentityServiceException,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import type { AuthConfig, Environment } from '../config/config.js';
import { endpointOf } from './endpoints.js';
import { AuthError } from './errors.js';
import { CognitoException } from './exceptions.js';
import { identityErrorOf } from './identity-exceptions.js';
import { fieldsOf, requireText, textOf } from './json.js';
import { DEVELOPER } from './login-keys.js';
import { createRequest } from './request.js';
import { jsonOf } from './response.js';

/** Tokens of the user, by the providers that have issued them. Empty: a guest. */
export type Logins = Readonly<Record<string, string>>;

/** Credentials as they were issued, and for which identity: not always for the one that was asked for. */
export interface IssuedCredentials {
  readonly identityId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** By the clock of the issuer, in epoch milliseconds. */
  readonly expiration: number;
}

/** An identity pool. Its requests fail with an AuthError. */
export interface IdentityPool {
  /** GetId: the identity of a user, or a new one for a guest. Not for users whom a server of the developer has authenticated. */
  idOf(logins: Logins): Promise<string>;
  /** GetCredentialsForIdentity. Links the logins to the identity of a guest. */
  credentialsOf(identityId: string, logins: Logins): Promise<IssuedCredentials>;
}

/** What a handler of the SDK gets, as far as it is used here. */
interface SdkRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads a response that the SDK can read too. */
async function read(response: Response): Promise<string> {
  const answer = await jsonOf(response);
  const type = textOf(fieldsOf(answer), '__type') ?? response.headers.get('x-amzn-errortype') ?? '';
  const cause = new CognitoException(type || `HTTP ${response.status}`, '', '');
  if (response.status === 429 || type.includes('TooManyRequests')) throw new AuthError('too-many-requests', { cause });
  if (response.status >= 500) throw new AuthError('service', { cause });
  if (!answer) throw new AuthError('bad-response', { cause });
  return JSON.stringify(answer);
}

/** What went wrong in the SDK, as an AuthError. */
function errorOf(error: unknown, operation: string): AuthError {
  if (error instanceof AuthError) return error;
  return error instanceof CognitoIdentityServiceException
    ? identityErrorOf(new CognitoException(error.name, error.message, operation))
    : new AuthError('bad-response', { cause: new Error('The answer could not be read.') });
}

/**
 * The connection to an identity pool, by AWS's own client over the requests of this library: with their timeout and
 * retries, and without headers that tell what is installed.
 */
export function openIdentityPool(config: AuthConfig, environment: Environment): IdentityPool {
  const { identityPoolId = '', identityPoolEndpoint } = config;
  const url = identityPoolEndpoint ?? endpointOf('cognito-identity', identityPoolId);
  const send = createRequest(environment, config);
  const client = new CognitoIdentityClient({
    endpoint: url,
    region: identityPoolId.replace(/:.*/, ''),
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ headers, body }: SdkRequest) => {
        const request = {
          url,
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': headers['x-amz-target'] ?? '',
          },
          body,
          keepalive: false,
          retries: 2,
        };
        const answer = async (response: Response) => ({
          response: {
            statusCode: response.status,
            headers: Object.fromEntries(response.headers),
            body: new TextEncoder().encode(await read(response)),
          },
        });
        return send(request, answer);
      },
    },
  });

  return {
    async idOf(logins) {
      if (Object.hasOwn(logins, DEVELOPER)) {
        throw new AuthError('bad-response', {
          cause: new Error('Only a server of the developer knows that identity.'),
        });
      }
      try {
        const answer = await client.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: logins }));
        return requireText(fieldsOf(answer), 'IdentityId');
      } catch (error) {
        throw errorOf(error, 'GetId');
      }
    },

    async credentialsOf(identityId, logins) {
      try {
        const command = new GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins: logins });
        const answer = await client.send(command);
        const credentials = fieldsOf(answer.Credentials);
        return {
          identityId: requireText(fieldsOf(answer), 'IdentityId'),
          accessKeyId: requireText(credentials, 'AccessKeyId'),
          secretAccessKey: requireText(credentials, 'SecretKey'),
          sessionToken: requireText(credentials, 'SessionToken'),
          expiration: answer.Credentials?.Expiration?.getTime() ?? NaN,
        };
      } catch (error) {
        throw errorOf(error, 'GetCredentialsForIdentity');
      }
    },
  };
}
