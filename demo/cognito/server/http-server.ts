import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { CognitoException, internalError, tooManyRequests, unknownOperation } from '../exceptions.js';
import type { OperationName } from '../operations/operation-types.js';
import { operations } from '../operations/operations.js';
import type { Store } from '../store/store.js';
import { confirmUser } from './confirm-user-page.js';
import { dev } from './dev-controls.js';
import { parseRequest } from './parse-request.js';

const PREFIX = 'AWSCognitoIdentityProviderService.';

/** Any page may ask, as at AWS: there are no cookies, and tokens are sent by those who have them. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': 'x-amzn-requestid, x-amzn-errortype',
  'access-control-max-age': '86400',
};

/** The operations that answer with nothing, not even an empty object. */
const SILENT: readonly string[] = ['DeleteUser', 'ForgetDevice'];

/** A request as it came in, for tests that count. */
export interface Received {
  readonly operation: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The server: Cognito's JSON 1.1 protocol, the public keys, and what only developers ask for. */
export const createHttpServer = (store: Store, received: Received[]): Server =>
  createServer((request, response) => {
    answer(store, received, request)
      .then((found) => send(response, found))
      .catch((cause: unknown) => {
        const exception = cause instanceof CognitoException ? cause : internalError();
        if (exception !== cause) console.error(cause);
        response.setHeader('x-amzn-errortype', `${exception.name}:`);
        send(response, {
          status: exception.name === 'InternalErrorException' ? 500 : 400,
          body: { __type: exception.name, message: exception.message },
        });
      });
  });

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Set where the body is a text for people. */
  readonly isPage?: boolean;
}

async function answer(store: Store, received: Received[], request: IncomingMessage): Promise<Answer> {
  const { method = 'GET', url = '/', headers } = request;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (method === 'OPTIONS') return { status: 204, body: undefined };
  const target = headers['x-amz-target'];
  if (method === 'POST' && typeof target === 'string') {
    const operation = target.startsWith(PREFIX) ? target.slice(PREFIX.length) : '';
    received.push({ operation, at: store.now() });
    const body = await perform(store, operation, await text(request));
    return { status: 200, body: SILENT.includes(operation) ? undefined : body };
  }
  const pool = store.pools.find(({ id }) => pathname === `/${id}/.well-known/jwks.json`);
  if (pool) return { status: 200, body: await store.tokens.jwks(pool) };
  const page = method === 'GET' && (await confirmUser(store, pathname, searchParams));
  if (page) return { status: 200, body: page, isPage: true };
  const found = dev(store, method, pathname, searchParams);
  return found === undefined ? { status: 404, body: { message: 'Not Found' } } : { status: 200, body: found };
}

async function perform(store: Store, operation: string, body: string): Promise<unknown> {
  if (!Object.hasOwn(operations, operation)) throw unknownOperation();
  requireCapacity(store, operation);
  // The table has just been asked for the name, and an operation takes any object: it checks each member it needs.
  return operations[operation as OperationName](store, parseRequest(body));
}

/** Refuses an operation as often as a developer asked for that. */
function requireCapacity({ throttled }: Store, operation: string): void {
  const left = throttled.get(operation) ?? 0;
  if (left === 0) return;
  throttled.set(operation, left - 1);
  throw tooManyRequests();
}

function send(response: ServerResponse, { status, body, isPage = false }: Answer): void {
  response.writeHead(status, {
    ...CORS,
    'content-type': isPage ? 'text/plain; charset=utf-8' : 'application/x-amz-json-1.1',
    'cache-control': 'no-store',
    'x-amzn-requestid': crypto.randomUUID(),
  });
  response.end(isPage || body === undefined ? body : JSON.stringify(body, epochSeconds));
}

/** The protocol writes a time as seconds. */
function epochSeconds(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Date ? original.getTime() / 1000 : value;
}
