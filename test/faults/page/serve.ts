import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import type { AuthConfig } from '../../../src/config.js';
import { define, ROOT, served } from '../../../scripts/sources.mjs';

/** A page as a bundler would make it, under the strictest policy that there is. */
export interface StrictPage {
  /** Of a page with an authenticator; without a configuration, of one with nothing but {@link Tools}. */
  url(config?: AuthConfig): string;
  /** A page where nothing is forbidden, so that whatever can be executed is. */
  readonly laxUrl: string;
  close(): Promise<void>;
}

const policy = (service: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${service}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

const LAX = '/lax';

const HTML = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Strict</title>
  <main></main>
  <script type="module" src="/page.js"></script>
</html>`;

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const built = (await build({
    ...served,
    define,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: `${ROOT}test/faults/page/page.ts`,
        output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(built.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}

/** @param service Where the page may send requests. */
export async function serveStrictly(service: string): Promise<StrictPage> {
  const files = await bundle();
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const code = files.get(pathname);
    if (pathname !== LAX) response.setHeader('content-security-policy', policy(service));
    response.setHeader('content-type', code ? 'text/javascript' : 'text/html');
    if (!code && !['/', LAX].includes(pathname)) response.writeHead(404);
    response.end(code ?? HTML);
  }).listen(0);
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    laxUrl: `http://localhost:${port}${LAX}`,
    url: (config) =>
      `http://localhost:${port}/${config ? `?${new URLSearchParams({ config: JSON.stringify(config) })}` : ''}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
