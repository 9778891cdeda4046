import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { CognitoException, internalError, tooManyRequests, unknownOperation } from '../exceptions.js';
import type { OperationName } from '../operations/operation-types.js';
import { operations } from '../operations/operations.js';
import type { Store } from '../store/store.js';
import { confirmUserPage } from './confirm-user-page.js';
import { devControl } from './dev-controls.js';
import { parseRequest } from './parse-request.js';

const PREFIX = 'AWSCognitoIdentityProviderService.';

/** Any origin may send requests, as at AWS: there are no cookies, and callers send their tokens themselves. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': 'x-amzn-requestid, x-amzn-errortype',
  'access-control-max-age': '86400',
};

/** The operations whose response has no body, not even an empty object. */
const WITHOUT_BODY: readonly string[] = ['DeleteUser', 'ForgetDevice'];

/** A request that was received, for tests that count them. */
export interface Received {
  readonly operation: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The HTTP server: Cognito's JSON 1.1 protocol, the public keys, and the controls for developers. */
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
  /** Set where the body is plain text instead of JSON. */
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
    return { status: 200, body: WITHOUT_BODY.includes(operation) ? undefined : body };
  }
  const pool = store.pools.find(({ id }) => pathname === `/${id}/.well-known/jwks.json`);
  if (pool) return { status: 200, body: await store.tokens.jwks(pool) };
  const page = method === 'GET' && (await confirmUserPage(store, pathname, searchParams));
  if (page) return { status: 200, body: page, isPage: true };
  const found = devControl(store, method, pathname, searchParams);
  return found === undefined ? { status: 404, body: { message: 'Not Found' } } : { status: 200, body: found };
}

async function perform(store: Store, operation: string, body: string): Promise<unknown> {
  if (!Object.hasOwn(operations, operation)) throw unknownOperation();
  requireUnthrottled(store, operation);
  // `hasOwn` has checked the name, and an operation checks each member that it needs.
  return operations[operation as OperationName](store, parseRequest(body));
}

/** Throws TooManyRequestsException as often as `/__dev/throttle` was told to. */
function requireUnthrottled({ throttled }: Store, operation: string): void {
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

/** The protocol has times in epoch seconds. */
function epochSeconds(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Date ? original.getTime() / 1000 : value;
}
