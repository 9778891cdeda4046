import { EventEmitter, once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What can happen to a request on its way. */
export type Fault =
  /** The connection breaks before the service has seen the request. */
  | 'cut-before'
  /** The service does what it was asked, and the connection breaks before the answer arrives. */
  | 'cut-after'
  /** The request is accepted and never answered. */
  | 'hang'
  /** Something in between answers with a page of its own. */
  | 'html';

/** A network between the page and the local Cognito that can be told to fail. */
export interface FaultyNetwork {
  /** Where the page finds the service through it. */
  readonly endpoint: string;
  /** The operations asked for since the last plan, in order. */
  readonly operations: readonly string[];
  /** Fails the nth operation from now on, counting from 0, and no other. */
  plan(fault: Fault, nth: number): void;
  /** Resolves when the page asks for something the next time. */
  next(): Promise<void>;
  close(): Promise<void>;
}

type Forward = () => Promise<{ readonly answer: IncomingMessage; readonly body: Buffer }>;

const FAULTS: Record<Fault, (response: ServerResponse, forward: Forward) => unknown> = {
  'cut-before': (response) => response.destroy(),
  'cut-after': async (response, forward) => {
    await forward();
    response.destroy();
  },
  hang: () => undefined,
  html: (response) => {
    response.writeHead(502, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
    response.end('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>');
  },
};

/** Starts a network in front of a service. */
export async function startFaultyNetwork(service: string): Promise<FaultyNetwork> {
  let planned: { readonly fault: Fault; readonly nth: number } | undefined;
  const operations: string[] = [];
  const news = new EventEmitter();

  const server = createServer((request, response) => void pass(request, response));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const forward: Forward = async () => {
      const { method = 'GET', headers, url = '/' } = request;
      const onward = ask(new URL(url, service), { method, headers });
      onward.end(body);
      const [answer] = (await once(onward, 'response')) as [IncomingMessage];
      return { answer, body: await buffer(answer) };
    };
    const target = request.headers['x-amz-target'];
    if (typeof target === 'string') {
      operations.push(target.slice(target.indexOf('.') + 1));
      news.emit('operation');
      if (planned?.nth === operations.length - 1) {
        FAULTS[planned.fault](response, forward);
        return;
      }
    }
    const onward = await forward();
    // Browsers send a request again by themselves when a kept connection breaks, and that is not what is tested here.
    response.writeHead(onward.answer.statusCode ?? 502, { ...onward.answer.headers, connection: 'close' });
    response.end(onward.body);
  }

  server.listen(0);
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://localhost:${port}/`,
    operations,
    plan: (fault, nth) => {
      planned = { fault, nth };
      operations.length = 0;
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
