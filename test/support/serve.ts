import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The content of a URL. */
export interface Resource {
  readonly type: 'text/html' | 'text/javascript' | 'image/svg+xml';
  readonly body: string | Uint8Array;
  /** Its content security policy. Default: none. */
  readonly policy?: string;
  /** Other headers of it. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Server {
  /** `http://localhost:49152` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Browsers with a window request it by themselves, and report an error to the page if it is missing. */
const ICON = '/favicon.ico';

/** Serves what a function returns for a path. Pages have an empty icon. */
export async function serve(find: (path: string) => Resource | undefined): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    if (path === ICON) return response.writeHead(204).end();
    const resource = find(path);
    if (!resource) return response.writeHead(404).end();
    const { type, body, policy, headers = {} } = resource;
    response.setHeader('content-type', `${type}; charset=utf-8`);
    if (policy !== undefined) response.setHeader('content-security-policy', policy);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response.end(body);
  }).listen(0);
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
