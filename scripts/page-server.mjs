import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.map': 'application/json' };

/**
 * How a body is compressed, by its `content-encoding`. Both at the default level of zlib.
 *
 * @satisfies {Record<string, (body: string) => Buffer>}
 */
const ENCODINGS = { gzip: (body) => gzipSync(body), br: (body) => brotliCompressSync(body) };

/**
 * A page that consists of one script and one element.
 *
 * @param {{ script: string, markup: string }} content
 */
const pageOf = ({ script, markup }) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Sign in</title>
  <link rel="icon" href="data:," />
  <script type="module" src="${script}"></script>
  ${markup}
</html>`;

/**
 * Serves a page and its files from this device, compressed.
 *
 * @param {object} site
 * @param {keyof typeof ENCODINGS} site.encoding
 * @param {{ script: string, markup: string }} site.page
 * @param {(path: string) => string | undefined} site.read What is at a path; undefined when there is nothing.
 */
export async function servePage({ encoding, page, read }) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  /** @param {string} body */
  const compress = (body) => {
    const known = compressed.get(body) ?? ENCODINGS[encoding](body);
    compressed.set(body, known);
    return known;
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    const content = path === '/' ? pageOf(page) : read(path);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = compress(content);
    const type = TYPES[extname(path)] ?? 'text/html';
    response.writeHead(200, { 'content-type': type, 'content-encoding': encoding, 'content-length': body.length });
    response.end(body);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}
