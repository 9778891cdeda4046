import { EventEmitter, once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What can happen to a request. */
export type Fault =
  /** The connection breaks before the service has received the request. */
  | 'cut-before'
  /** The service performs the operation, and the connection breaks before the response arrives. */
  | 'cut-after'
  /** The request is accepted and never answered. */
  | 'hang'
  /** The service fails with an internal error. */
  | 'failing'
  | 'unavailable'
  /** The request is throttled: by the service, and by a proxy before it. */
  | 'throttled'
  | 'limited'
  /** A proxy answers with a page: that it cannot reach the service, or that a log-in is required. */
  | 'html'
  | 'portal'
  /** The service performs the operation, and half of its response arrives. */
  | 'truncated'
  /** The response is empty, with status 200 and with status 204. */
  | 'empty'
  | 'no-content'
  /** The response is JSON, but not a possible response of the service. */
  | 'shape'
  /** The response is one of a later version. */
  | 'unknown-challenge';

/** A request, as seen by the network. */
export interface Asked {
  /**
   * As in the client's table of operations: with the flow, where the operation has several. Method and path of an endpoint
   * that has none: `POST /oauth2/token`.
   */
  readonly operation: string;
  /** The challenge that it answers, if any. */
  readonly challenge: string | undefined;
}

/** A network between the page and the local Cognito that can be told to fail. */
export interface FaultyNetwork {
  /** The endpoint of the service behind it. */
  readonly endpoint: string;
  /** The requests since the last plan, in order. */
  readonly requests: readonly Asked[];
  /** Fails the nth operation from now on, counting from 0; only that one, or all that follow too. */
  plan(fault: Fault | undefined, nth: number, lasting?: boolean): void;
  /** Stops failing. */
  heal(): void;
  /** Resolves at the next request. */
  next(): Promise<void>;
  close(): Promise<void>;
}

type Forward = () => Promise<{ readonly answer: IncomingMessage; readonly body: Buffer }>;
type Fail = (response: ServerResponse, forward: Forward, hung: () => void) => unknown;

const CORS = { 'access-control-allow-origin': '*', connection: 'close' };

const answering =
  (status: number, type: string, body?: string): Fail =>
  (response) => {
    response.writeHead(status, { ...CORS, 'content-type': type });
    response.end(body);
  };
const html = (status: number, title: string) =>
  answering(status, 'text/html', `<!doctype html><title>${title}</title><h1>${title}</h1>`);
const json = (status: number, body: object) => answering(status, 'application/x-amz-json-1.1', JSON.stringify(body));

const FAULTS: Readonly<Record<Fault, Fail>> = {
  'cut-before': (response) => response.destroy(),
  'cut-after': async (response, forward) => {
    await forward();
    response.destroy();
  },
  hang: (_response, _forward, hung) => hung(),
  failing: json(500, { __type: 'InternalErrorException', message: 'Something went wrong' }),
  unavailable: json(503, { __type: 'ServiceUnavailableException', message: 'Try again' }),
  throttled: json(400, { __type: 'TooManyRequestsException', message: 'Rate exceeded' }),
  limited: answering(429, 'text/plain', 'Too Many Requests'),
  html: html(502, 'Bad gateway'),
  portal: html(200, 'Welcome to our network'),
  truncated: async (response, forward) => {
    const { body } = await forward();
    answering(200, 'application/x-amz-json-1.1', body.toString().slice(0, body.length / 2))(
      response,
      forward,
      () => undefined,
    );
  },
  empty: answering(200, 'application/x-amz-json-1.1'),
  'no-content': answering(204, 'application/x-amz-json-1.1'),
  shape: json(200, { hello: 'world', AuthenticationResult: { AccessToken: 1 }, UserSub: {}, Status: [] }),
  'unknown-challenge': json(200, { ChallengeName: 'NEXT_YEARS', Session: 'session', ChallengeParameters: {} }),
};

/** The endpoints without operations that clients send requests to. Users visit the others. */
const ENDPOINTS = /^(POST \/oauth2\/token|GET .*\/jwks\.json)$/;

/** What a client asks for in a request, by its method, path, `x-amz-target` and body; undefined when a user visits a page. */
export function askedBy(method: string, path: string, target: string | undefined, body: string): Asked | undefined {
  const endpoint = `${method} ${path}`;
  if (target === undefined) return ENDPOINTS.test(endpoint) ? { operation: endpoint, challenge: undefined } : undefined;
  const { AuthFlow, ChallengeName } = JSON.parse(body) as Readonly<Record<string, string | undefined>>;
  const name = target.slice(target.indexOf('.') + 1);
  return { operation: AuthFlow ? `${name}:${AuthFlow}` : name, challenge: ChallengeName };
}

/**
 * Starts a network in front of a service.
 *
 * @param hung Called when a request hangs.
 */
export async function startFaultyNetwork(service: string, hung: () => void = () => undefined): Promise<FaultyNetwork> {
  let planned: { readonly fault: Fault | undefined; readonly nth: number; readonly lasting: boolean } | undefined;
  const requests: Asked[] = [];
  const news = new EventEmitter();

  const server = createServer((request, response) => void pass(request, response));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { method = 'GET', url = '/', headers } = request;
    const forward: Forward = async () => {
      const onward = ask(new URL(url, service), { method, headers });
      onward.end(body);
      const [answer] = (await once(onward, 'response')) as [IncomingMessage];
      return { answer, body: await buffer(answer) };
    };
    const { 'x-amz-target': target } = headers;
    const asked = askedBy(method, url, typeof target === 'string' ? target : undefined, body.toString());
    if (asked) {
      requests.push(asked);
      news.emit('operation');
      const last = requests.length - 1;
      if (planned?.fault && (planned.lasting ? last >= planned.nth : last === planned.nth)) {
        FAULTS[planned.fault](response, forward, hung);
        return;
      }
    }
    const onward = await forward();
    // When a reused connection breaks, browsers send the request again by themselves, which is not tested here.
    response.writeHead(onward.answer.statusCode ?? 502, { ...onward.answer.headers, connection: 'close' });
    response.end(onward.body);
  }

  server.listen(0);
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://localhost:${port}/`,
    requests,
    plan: (fault, nth, lasting = false) => {
      planned = { fault, nth, lasting };
      requests.length = 0;
    },
    heal: () => {
      planned = undefined;
    },
    next: async () => {
      await once(news, 'operation');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
