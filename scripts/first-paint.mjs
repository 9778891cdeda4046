import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { CDN, CDN_PAGE, readBuilt } from './cdn-build.mjs';
import { launchBrowser } from './launch-browser.mjs';
import { markUsable, whenUsable } from './mark-usable.mjs';
import { servePage } from './page-server.mjs';

/**
 * @typedef {object} Transfer One file that the browser asked for.
 * @property {string} path Below the folder of the version.
 * @property {number} bytes The body as sent: gzip at zlib's default level.
 * @property {Record<string, number>} sources The files that it was built from, with the size of each after minification.
 */

/**
 * Loads the CDN build into Chromium from a server that compresses with gzip, and tells every script and style sheet
 * that was asked for until the sign-in form accepted typing.
 *
 * @returns {Promise<Transfer[]>}
 */
export async function firstPaint() {
  const { address, close } = await servePage({ encoding: 'gzip', page: CDN_PAGE, read: readBuilt });
  const { browser } = await launchBrowser();
  try {
    const page = await browser.newPage();
    /** @type {Promise<never>} */
    const failed = new Promise((_, reject) => page.on('pageerror', reject));
    /** @type {import('playwright-core').Request[]} */
    const requested = [];
    page.on('request', (request) => requested.push(request));
    await page.addInitScript(markUsable);
    await page.goto(address);
    const usable = await Promise.race([page.evaluate(whenUsable), failed, timeout(30_000)]);
    await page.locator('auth-authenticator input:not([type=hidden])').first().click();
    await page.keyboard.type('jane');
    const typed = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);
    if (typed !== 'jane') throw new Error(`The form did not take what was typed: ${JSON.stringify(typed)}`);
    // The page lists resources when they have arrived.
    await Promise.all(requested.map(async (request) => (await request.response())?.finished()));
    const requests = await page.evaluate(requestsUntil, usable);
    return requests.map(({ url, bytes }) => {
      const path = url.slice(address.length);
      return { path, bytes, sources: sourcesOf(path) };
    });
  } finally {
    await browser.close();
    close();
  }
}

/**
 * Runs in the page: what it had asked its server for at a time, in milliseconds since the navigation began.
 *
 * @param {number} time
 */
function requestsUntil(time) {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name, startTime }) => name.startsWith(location.href) && startTime <= time)
    .map(({ name, encodedBodySize }) => ({ url: name, bytes: encodedBodySize }));
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
