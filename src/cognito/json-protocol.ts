import type { AuthConfig, Environment } from '../config/config.js';
import { AuthError } from './errors.js';
import type { AuthErrorCode } from './errors.js';
import { errorOf } from './exceptions.js';
import { fieldsOf, parseJson, textOf } from './json.js';
import type { Fields } from './json.js';
import { contextOf } from './threat-protection.js';
import { OPERATIONS } from './operations.js';
import type { Operation, OperationName } from './operations.js';

/**
 * Sends one request to the user pool and answers with its JSON.
 *
 * @throws AuthError
 */
export type Post = (operation: OperationName, body: Fields) => Promise<Fields>;

/** What belongs to one thing that a person asked for. */
export interface Action {
  readonly signal?: AbortSignal | undefined;
  /** Added to that of the configuration. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
}

/** Requests that one action may cost, so that no answer of the service can make us ask for ever. */
const BUDGET = 8;

/** A retry begins in this time after the first try, so that with the default timeout an action ends within 15 s. */
const RETRY_WINDOW = 5_000;

/** The longest wait before the first retry; it doubles. Waits are random, for many pages fail at the same moment. */
const BACKOFF = 300;

/** Longer answers do not come from Cognito. */
const LONGEST_ANSWER = 1_000_000;

/** Failures that pass by themselves. */
const PASSING: readonly AuthErrorCode[] = ['offline', 'service', 'timeout', 'too-many-requests'];

/** Host of an Amazon Cognito service in the region that an id begins with. */
const addressOf = (service: 'cognito-idp' | 'cognito-identity', id: string): string => {
  const region = id.replace(/[_:].*/, '');
  return `https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;
};

/** What Cognito refuses with, as an error with the exception's name. Values that it repeats may be codes or passwords. */
function exceptionOf(answer: Fields, header: string | null): Error | undefined {
  const type = textOf(answer, '__type') ?? header;
  if (!type) return undefined;
  const message = textOf(answer, 'message') ?? textOf(answer, 'Message') ?? '';
  const exception = new Error(message.replace(/Value '[^]*?' at/g, "Value '•••' at"));
  exception.name = type.replace(/^.*#|:.*$/g, '');
  return exception;
}

/** Reads an answer. What is neither JSON of Cognito's nor one of its exceptions was written by somebody on the way. */
async function read(response: Response): Promise<Fields> {
  const text = await response.text();
  // DeleteUser and ForgetDevice answer with nothing at all. That of others has a number of its own.
  const isSilent = text === '' && response.headers.has('x-amzn-requestid');
  const answer = isSilent ? {} : text.length < LONGEST_ANSWER ? parseJson(text) : undefined;
  const exception = exceptionOf(fieldsOf(answer), response.headers.get('x-amzn-errortype'));
  if (!response.ok && exception) {
    const error = errorOf(exception);
    throw error.code === 'unknown' && response.status >= 500 ? new AuthError('service', { cause: exception }) : error;
  }
  if (!response.ok || typeof answer !== 'object' || answer === null) {
    const code = response.status === 429 ? 'too-many-requests' : 'bad-response';
    throw new AuthError(code, { cause: new Error(`HTTP ${response.status}`) });
  }
  return fieldsOf(answer);
}

/**
 * The connection to a user pool, in the JSON protocol of AWS. Requests are unsigned: what they may do is decided by what
 * they carry.
 */
export function createTransport(config: AuthConfig, environment: Environment): (action?: Action) => Post {
  const address = config.userPoolEndpoint ?? addressOf('cognito-idp', config.userPoolId);
  const { timeout = 10_000 } = config;

  async function send(name: OperationName, keepalive: boolean, body: string, signal?: AbortSignal): Promise<Fields> {
    const ended = new AbortController();
    const cancel = () => ended.abort();
    let code: AuthErrorCode = 'offline';
    signal?.addEventListener('abort', cancel);
    void environment.sleep(timeout, ended.signal).then(() => {
      if (!ended.signal.aborted) code = 'timeout';
      cancel();
    });
    const end = new Promise<never>((_, reject) => {
      ended.signal.addEventListener('abort', () => reject(new Error('No answer came.')));
    });
    try {
      const answer = environment.fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${name.replace(/:.*/, '')}`,
        },
        body,
        signal: ended.signal,
        keepalive,
        cache: 'no-store',
        credentials: 'omit',
        // A redirect would take the password along.
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      // Not every `fetch` minds its signal: pages and service workers put their own in its place.
      return await Promise.race([answer.then(read), end]);
    } catch (cause) {
      if (cause instanceof AuthError) throw cause;
      throw new AuthError(signal?.aborted ? 'cancelled' : code, { cause });
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancel();
    }
  }

  return ({ signal, clientMetadata } = {}) => {
    let budget = BUDGET;
    const silent = new AbortController().signal;
    const metadata = { ...config.clientMetadata, ...clientMetadata };

    return async (name, body) => {
      const { retries, client, metadata: takesMetadata, context, keepalive = false }: Operation = OPERATIONS[name];
      const text = JSON.stringify({
        ...(client && { ClientId: config.userPoolClientId }),
        ...(takesMetadata && Object.keys(metadata).length > 0 && { ClientMetadata: metadata }),
        ...(context && contextOf(body, config)),
        ...body,
      });
      const start = environment.elapsed();
      for (let tries = 0; ; tries += 1) {
        if (signal?.aborted) throw new AuthError('cancelled');
        if ((budget -= 1) < 0)
          throw new AuthError('service', { cause: new Error('Too many requests for one action.') });
        try {
          return await send(name, keepalive, text, signal);
        } catch (error) {
          if (tries >= retries || !PASSING.includes(AuthError.from(error).code)) throw error;
          const wait = Math.random() * BACKOFF * 2 ** tries;
          if (environment.elapsed() + wait - start > RETRY_WINDOW) throw error;
          await environment.sleep(wait, signal ?? silent);
        }
      }
    };
  };
}
