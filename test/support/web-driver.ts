import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { until } from './until.js';

/** The browser of WebKitGTK, which has the engine of Safari, and none of what Apple adds. */
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** The key of an element in the protocol (WebDriver, section 12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a screen that nobody sees, and returns its name. */
async function startScreen(): Promise<readonly [ChildProcess, display: string]> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(createInterface(screen.stdout), 'line')) as [string];
  return [screen, `:${number}`];
}

/** A WebKitGTK (`apt-get install webkit2gtk-driver xvfb`), driven by WebDriver (W3C). Finds things by XPath. */
export class WebDriver {
  readonly #processes: readonly ChildProcess[];
  readonly #session: string;

  private constructor(session: string, processes: readonly ChildProcess[]) {
    this.#session = session;
    this.#processes = processes;
  }

  static async start(): Promise<WebDriver> {
    const [screen, DISPLAY] = await startScreen();
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
      stdio: 'ignore',
    });
    const base = `http://127.0.0.1:${port}/session`;
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(isUp, { what: 'WebKitWebDriver listens' });
    const options = { binary: BROWSER, args: ['--automation'] };
    const answer = await ask('POST', base, { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    return new WebDriver(`${base}/${(answer as { readonly sessionId: string }).sessionId}`, [driver, screen]);
  }

  async close(): Promise<void> {
    await this.#send('DELETE', '');
    for (const each of this.#processes) each.kill();
  }

  async open(url: string): Promise<void> {
    await this.#send('POST', '/url', { url });
  }

  async url(): Promise<string> {
    return String(await this.#send('GET', '/url'));
  }

  async goes(where: 'back' | 'forward' | 'refresh'): Promise<void> {
    await this.#send('POST', `/${where}`, {});
  }

  /** Runs the body of a function in the page. */
  run(script: string): Promise<unknown> {
    return this.#send('POST', '/execute/sync', { script, args: [] });
  }

  /** Opens another tab, and goes on there. Returns the name of the one before. */
  async openTab(): Promise<string> {
    const before = String(await this.#send('GET', '/window'));
    const { handle } = (await this.#send('POST', '/window/new', { type: 'tab' })) as { readonly handle: string };
    await this.switchTo(handle);
    return before;
  }

  async switchTo(handle: string): Promise<void> {
    await this.#send('POST', '/window', { handle });
  }

  /** Waits until something can be found, and returns it. */
  async find(xpath: string): Promise<string> {
    let found: string | undefined;
    const look = async () => {
      const answer = await this.#send('POST', '/elements', { using: 'xpath', value: xpath }).catch(() => []);
      [found] = (answer as readonly Readonly<Record<string, string>>[]).map((each) => each[ELEMENT]);
      return found !== undefined;
    };
    await until(look, { what: `${xpath} at ${await this.url()}` });
    return found ?? '';
  }

  /** Presses the button with this text. */
  async presses(name: string): Promise<void> {
    await this.#send('POST', `/element/${await this.find(`//button[normalize-space()="${name}"]`)}/click`, {});
  }

  /** Types into the field with this label. */
  async types(label: string, text: string): Promise<void> {
    const field = await this.find(`//input[@id=//label[normalize-space()="${label}"]/@for]`);
    await this.#send('POST', `/element/${field}/value`, { text });
  }

  /** Waits until this can be read. */
  async reads(text: string): Promise<void> {
    await this.find(`//*[text()[contains(., "${text}")]]`);
  }

  #send(method: string, path: string, body?: object): Promise<unknown> {
    return ask(method, this.#session + path, body);
  }
}

/** One command. Rejects with what the driver says. */
async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}
