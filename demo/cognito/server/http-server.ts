import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { text } from 'node:stream/consumers';
import { CognitoException, internalError, tooManyRequests, unknownOperation } from '../exceptions.js';
import { guardedService } from '../identity/guarded.js';
import { identityOperations } from '../identity/operations.js';
import { cookiesIn } from '../oauth/cookies.js';
import { discovery } from '../oauth/discovery.js';
import type { HostedRequest } from '../oauth/http.js';
import { routeOf } from '../oauth/routes.js';
import { operations } from '../operations/operations.js';
import { standIn } from '../stand-ins/serve.js';
import type { Store } from '../store/store.js';
import { confirmUserPage } from './confirm-user-page.js';
import { devControl } from './dev-controls.js';
import { parseRequest } from './parse-request.js';

type Operation = (store: Store, request: object) => Promise<unknown>;

/** The operations of each API, by what comes before their names in `x-amz-target`. */
const APIS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  AWSCognitoIdentityProviderService: operations,
  AWSCognitoIdentityService: identityOperations,
};

/** Any origin may send requests, as at AWS: without cookies, as callers send their tokens themselves. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': 'x-amzn-requestid, x-amzn-errortype',
  'access-control-max-age': '86400',
};

/** The operations whose response has no body, not even an empty object. */
const WITHOUT_BODY: readonly string[] = ['DeleteUser', 'ForgetDevice', 'UnlinkIdentity'];

/** A request that was received, for tests that count them. */
export interface Received {
  readonly operation: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Answers all requests: Cognito's JSON 1.1 protocol, the hosted pages, services that take credentials, the public keys, the
 * controls for developers.
 */
export const listener =
  (store: Store, received: Received[]): RequestListener =>
  (request, response) => {
    answer(store, received, request)
      .catch((cause: unknown) => {
        const exception = cause instanceof CognitoException ? cause : internalError();
        if (exception !== cause) console.error(cause);
        const status = exception.name === 'InternalErrorException' ? 500 : 400;
        const { name, message } = exception;
        return json(status, { __type: name, message }, { 'x-amzn-errortype': `${name}:` });
      })
      .then((found) => send(response, found, store.now()))
      .catch(console.error);
  };

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | undefined;
}

const json = (status: number, body: unknown, headers: OutgoingHttpHeaders = {}): Answer => ({
  status,
  headers: { ...CORS, 'content-type': 'application/x-amz-json-1.1', ...headers },
  body: body === undefined ? body : JSON.stringify(body, epochSeconds),
});

async function answer(store: Store, received: Received[], request: IncomingMessage): Promise<Answer> {
  const { method = 'GET', url = '/', headers } = request;
  const { pathname, searchParams, origin } = new URL(url, originOf(request));
  if (method === 'OPTIONS') return json(204, undefined);
  const guarded = guardedService(request);
  if (guarded) {
    received.push({ operation: guarded.operation, at: store.now() });
    const signed = { method, path: pathname, query: searchParams, headers, body: await text(request) };
    // Loads when it is first needed: few tests sign a request, and all start a server.
    const { verifySignature } = await import('../identity/signature.js');
    const verdict = await verifySignature(store, signed, guarded.name);
    const found = 'role' in verdict ? guarded.answer(verdict.role) : guarded.refuse(verdict.refusal);
    return { ...found, headers: { ...CORS, ...found.headers } };
  }
  const target = headers['x-amz-target'];
  if (method === 'POST' && typeof target === 'string') {
    const [api = '', operation = ''] = target.split('.');
    const known = Object.hasOwn(APIS, api) ? APIS[api]! : {};
    received.push({ operation, at: store.now() });
    const body = await perform(store, known, operation, await text(request));
    return json(200, WITHOUT_BODY.includes(operation) ? undefined : body);
  }
  const hosted = routeOf(`${method} ${pathname}`);
  if (hosted) {
    received.push({ operation: `${method} ${pathname}`, at: store.now() });
    const found = await hosted.route(store, await hostedRequest(request, origin, searchParams));
    return hosted.isShared ? { ...found, headers: { ...CORS, ...found.headers } } : found;
  }
  const script = method === 'GET' && store.upstream && (await standIn(pathname, origin, store.upstream));
  if (script) return script;
  const [, poolId, document] = /^\/([^/]+)\/\.well-known\/(.+)$/.exec(pathname) ?? [];
  const pool = store.pools.find(({ id }) => id === poolId);
  if (pool && document === 'jwks.json') return json(200, await store.tokens.jwks(pool));
  if (pool && document === 'openid-configuration') return json(200, discovery(pool, origin));
  const page = method === 'GET' && (await confirmUserPage(store, pathname, searchParams));
  if (page) return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: page };
  const found = devControl(store, method, pathname, searchParams);
  return found === undefined ? json(404, { message: 'Not Found' }) : json(200, found);
}

const originOf = ({ socket, headers }: IncomingMessage): string =>
  `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host ?? 'localhost'}`;

async function hostedRequest(request: IncomingMessage, origin: string, query: URLSearchParams): Promise<HostedRequest> {
  const { cookie, authorization, 'content-type': type = '' } = request.headers;
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? await text(request) : '');
  return { origin, query, form, cookies: cookiesIn(cookie), authorization };
}

async function perform(
  store: Store,
  known: Readonly<Record<string, Operation>>,
  operation: string,
  body: string,
): Promise<unknown> {
  if (!Object.hasOwn(known, operation)) throw unknownOperation();
  requireUnthrottled(store, operation);
  // An operation checks each member that it needs.
  return known[operation]!(store, parseRequest(body));
}

/** Throws TooManyRequestsException as often as `/__dev/throttle` was told to. */
function requireUnthrottled({ throttled }: Store, operation: string): void {
  const left = throttled.get(operation) ?? 0;
  if (left === 0) return;
  throttled.set(operation, left - 1);
  throw tooManyRequests();
}

function send(response: ServerResponse, { status, headers, body }: Answer, now: number): void {
  response.writeHead(status, {
    // Clients of AWS correct their clocks by it.
    date: new Date(now).toUTCString(),
    'cache-control': 'no-store',
    'x-amzn-requestid': crypto.randomUUID(),
    ...headers,
  });
  response.end(body);
}

/** The protocol has times in epoch seconds. */
function epochSeconds(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Date ? original.getTime() / 1000 : value;
}
