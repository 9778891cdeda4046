import type { AuthConfig, Environment } from '../config/config.js';
import { endpointOf } from './endpoints.js';
import { AuthError } from './errors.js';
import { CognitoException, errorOf } from './exceptions.js';
import { fieldsOf, textOf } from './json.js';
import type { Fields } from './json.js';
import { OPERATIONS } from './operations.js';
import type { Operation, OperationName } from './operations.js';
import { ownOf } from './own.js';
import { createRequest } from './request.js';
import { badResponse, jsonOf } from './response.js';
import { contextOf } from './threat-protection.js';
import { userPoolOf } from './user-pool.js';

/**
 * Sends one request to the user pool and answers with the JSON of the response.
 *
 * @throws AuthError
 */
export type Post = (operation: OperationName, body: Fields) => Promise<Fields>;

/** What all requests of one user action have in common. */
export interface Action {
  readonly signal?: AbortSignal | undefined;
  /** Added to the metadata of the configuration. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
}

/** Requests that one action may send, so that no answer of the service can cause endless requests. */
const BUDGET = 8;

/** The exception in a response, if there is one. */
function exceptionOf(answer: Fields, header: string | null, request: string): CognitoException | undefined {
  const type = textOf(answer, '__type') ?? header;
  const message = textOf(answer, 'message') ?? textOf(answer, 'Message') ?? '';
  return type ? new CognitoException(type, message, request) : undefined;
}

/** Reads a response. One that is neither JSON nor an exception was written by something between here and Cognito. */
async function read(response: Response, request: string, { isEmpty }: Operation): Promise<Fields> {
  const answer = await jsonOf(response, isEmpty);
  const exception = exceptionOf(fieldsOf(answer), response.headers.get('x-amzn-errortype'), request);
  if (!response.ok && exception) {
    const error = errorOf(exception);
    throw error.code === 'unknown' && response.status >= 500 ? new AuthError('service', { cause: exception }) : error;
  }
  if (!response.ok || !answer) throw badResponse(response);
  return answer;
}

/**
 * The connection to a user pool, in the protocol AWS JSON 1.1. Requests are unsigned: what they may do depends on the
 * tokens and sessions in them.
 */
export function createJsonProtocol(config: AuthConfig, environment: Environment): (action?: Action) => Post {
  const send = createRequest(environment, config);

  return (action = {}) => {
    const { signal, clientMetadata } = ownOf(action);
    const metadata = { ...config.clientMetadata, ...clientMetadata };
    let budget = BUDGET;
    const beforeTry = () => {
      budget -= 1;
      if (budget < 0) throw new AuthError('service', { cause: new Error('Too many requests for one action.') });
    };

    return async (name, body) => {
      const pool = userPoolOf(config);
      const url = pool.userPoolEndpoint ?? endpointOf('cognito-idp', pool.userPoolId);
      const operation: Operation = ownOf(OPERATIONS[name]);
      const { retries, client, metadata: takesMetadata, context, keepalive = false } = operation;
      const challenge = textOf(body, 'ChallengeName');
      const request = challenge ? `${name}:${challenge}` : name;
      const headers = {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${name.replace(/:.*/, '')}`,
      };
      const text = JSON.stringify({
        ...(client && { ClientId: pool.userPoolClientId }),
        ...(takesMetadata && Object.keys(metadata).length > 0 && { ClientMetadata: metadata }),
        ...(context && contextOf(body, pool)),
        ...body,
      });
      return send({ url, headers, body: text, keepalive, retries }, (response) => read(response, request, operation), {
        signal,
        beforeTry,
      });
    };
  };
}
