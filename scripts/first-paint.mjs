import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { SourceMap } from 'node:module';
import { extname, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { manifest, ROOT } from './sources.mjs';

/**
 * @typedef {object} Transfer One file that the browser asked for.
 * @property {string} path Below the folder of the version.
 * @property {number} bytes The body as sent: gzip at zlib's default level.
 * @property {Record<string, number>} sources The files that it was built from, with the size of each after minification.
 */

/** What is built for pages without a bundler. */
export const CDN = `${ROOT}dist/cdn/${manifest.version}`;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.map': 'application/json' };

/** What a page without a bundler holds, according to the README. */
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>First paint</title>
  <link rel="icon" href="data:," />
  <script type="module" src="/auth-elements.js"></script>
  <auth-authenticator user-pool-id="us-east-1_Example1" user-pool-client-id="abc123"></auth-authenticator>
</html>`;

/**
 * Runs in the page: asks for /usable as soon as a person could type into the first field. It leaves the field alone, for
 * what is loaded because a user types is not waited for.
 */
function reportUsable() {
  const look = () => {
    /** @type {HTMLInputElement | null} */
    const input = document.querySelector('auth-authenticator input:not([type=hidden])');
    if (input && !input.disabled && !input.readOnly && input.checkVisibility()) void fetch('/usable');
    else requestAnimationFrame(look);
  };
  look();
}

/**
 * Loads the CDN build into Chromium from a server that compresses with gzip, and tells every script and style sheet
 * that was asked for until the sign-in form accepted typing.
 *
 * @returns {Promise<Transfer[]>}
 */
export async function firstPaint() {
  if (!existsSync(`${CDN}/auth-elements.js`)) throw new Error('There is nothing to measure: run npm run build first.');
  /** @type {Omit<Transfer, 'sources'>[]} */
  const transfers = [];
  /** @type {() => void} */
  let usable = () => undefined;
  const isUsable = new Promise((/** @type {(value: void) => void} */ resolve) => (usable = resolve));
  let counting = true;

  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    if (path === '/') {
      response.setHeader('content-type', 'text/html').end(PAGE);
    } else if (path === '/usable') {
      counting = false;
      usable();
      response.writeHead(204).end();
    } else if (existsSync(CDN + path)) {
      const body = gzipSync(readFileSync(CDN + path));
      if (counting) transfers.push({ path: path.slice(1), bytes: body.length });
      const type = TYPES[/** @type {keyof TYPES} */ (extname(path))];
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length });
      response.end(body);
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');

  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage();
    /** @type {Promise<never>} */
    const failed = new Promise((_, reject) => page.on('pageerror', reject));
    await page.addInitScript(reportUsable);
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    await page.goto(`http://localhost:${port}/`);
    await Promise.race([isUsable, failed, timeout(30_000)]);
    await page.locator('auth-authenticator input:not([type=hidden])').first().click();
    await page.keyboard.type('jane');
    const typed = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);
    if (typed !== 'jane') throw new Error(`The form did not take what was typed: ${JSON.stringify(typed)}`);
    return transfers.map((transfer) => ({ ...transfer, sources: sourcesOf(transfer.path) }));
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * Which source file each character of a built file comes from, by its source map.
 *
 * @param {string} path
 */
function sourcesOf(path) {
  const file = `${CDN}/${path}`;
  /** @type {Record<string, number>} */
  const sizes = {};
  if (!existsSync(`${file}.map`)) return sizes;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  for (const [row, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    for (let column = 0; column < line.length; column += 1) {
      const entry = map.findEntry(row, column);
      const source = ('originalSource' in entry && entry.originalSource) || '(none)';
      const name = source.replace(/^(\.\.\/)+/, '');
      sizes[name] = (sizes[name] ?? 0) + 1;
    }
  }
  return sizes;
}

/**
 * @param {number} milliseconds
 * @returns {Promise<never>}
 */
const timeout = (milliseconds) =>
  new Promise((_, reject) =>
    setTimeout(() => reject(new Error('The form never accepted typing.')), milliseconds).unref(),
  );
