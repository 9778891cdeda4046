import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

/** How long the driver may take to listen. Milliseconds. */
const PATIENCE = 20_000;

/** What runs now. Nothing outlives this process. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));

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
 * Starts a program, and rejects with what to install where it is missing.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
async function start(program, args, options) {
  const child = spawn(program, args, options);
  running.add(child);
  await once(child, 'spawn').catch((/** @type {unknown} */ cause) => {
    throw new Error(`${program} does not start. Debian/Ubuntu: sudo apt-get install webkit2gtk-driver xvfb`, { cause });
  });
  return child;
}

/** Starts a screen that is only in memory, and tells its name. */
async function startScreen() {
  const args = ['-displayfd', '1', '-screen', '0', '1280x1024x24'];
  const screen = await start('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  // Its output is a pipe, as asked for above.
  const output = /** @type {import('node:stream').Readable} */ (screen.stdout);
  const [number] = await once(createInterface(output), 'line');
  return { screen, display: `:${String(number)}` };
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
    for (const child of this.#processes) {
      child.kill();
      running.delete(child);
    }
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
