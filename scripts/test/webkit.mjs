import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { start, startScreen, stop } from './programs.mjs';

/** How long the driver may take to listen. Milliseconds. */
const PATIENCE = 20_000;

/** A port that no process listens on. */
async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * One command. Rejects with what the driver says.
 *
 * @param {string} method
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<unknown>}
 */
async function ask(method, url, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** @param {string} driver */
async function isUp(driver) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(`${driver}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error('WebKitWebDriver does not listen.');
    await setTimeout(20);
  }
}

/**
 * A WebKitGTK on a screen of its own, driven by WebDriver (W3C). It has the engine of Safari, and none of what Apple
 * adds. It remembers nothing of an earlier one.
 */
export class WebKit {
  #session;
  #processes;

  /**
   * @param {string} session
   * @param {import('node:child_process').ChildProcess[]} processes
   */
  constructor(session, processes) {
    this.#session = session;
    this.#processes = processes;
  }

  static async start() {
    const { screen, display } = await startScreen();
    const port = await freePort();
    const driver = await start('WebKitWebDriver', [`--port=${String(port)}`], {
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
      stdio: 'ignore',
    });
    const url = `http://127.0.0.1:${String(port)}`;
    await isUp(url);
    // The type of the answer to New Session (WebDriver, section 8.1).
    const { sessionId } = /** @type {{ readonly sessionId: string }} */ (
      await ask('POST', `${url}/session`, { capabilities: {} })
    );
    return new WebKit(`${url}/session/${sessionId}`, [driver, screen]);
  }

  async close() {
    await this.send('DELETE', '');
    stop(this.#processes);
  }

  /**
   * Sends a command of this session: its method, and its path in the session.
   *
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<unknown>}
   */
  send(method, path, body) {
    return ask(method, this.#session + path, body);
  }
}
