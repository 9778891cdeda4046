import { WebKit } from '../../scripts/test/webkit.mjs';
import { until } from './until.js';

/** The key of an element in the protocol (WebDriver, section 12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Lets the next click take effect on this element alone. The driver clicks at a place, and what was there may have moved
 * since it asked.
 */
const GUARD = `
  const [element] = arguments;
  window.guard?.abort();
  window.guard = new AbortController();
  window.isMissed = false;
  const guard = (event) => {
    if (event.composedPath().includes(element)) return;
    window.isMissed = true;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    addEventListener(type, guard, { capture: true, signal: window.guard.signal });
`;

/** Whether that click missed the element. Not on a page that it led to. */
const IS_MISSED = `
  window.guard?.abort();
  return window.isMissed;
`;

/** A WebKitGTK (`apt-get install webkit2gtk-driver xvfb`), driven by WebDriver (W3C). Finds things by XPath. */
export class WebDriver {
  readonly #driver: WebKit;

  private constructor(driver: WebKit) {
    this.#driver = driver;
  }

  /** Starts a browser that remembers nothing. */
  static async start(): Promise<WebDriver> {
    return new WebDriver(await WebKit.start());
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async open(url: string): Promise<void> {
    await this.#driver.send('POST', '/url', { url });
  }

  async url(): Promise<string> {
    return String(await this.#driver.send('GET', '/url'));
  }

  async goes(where: 'back' | 'forward' | 'refresh'): Promise<void> {
    await this.#driver.send('POST', `/${where}`, {});
  }

  /** Runs the body of a function in the page. */
  run(script: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#driver.send('POST', '/execute/sync', { script, args });
  }

  /** Opens another tab, and goes on there. Returns the name of the one before. */
  async openTab(): Promise<string> {
    const before = String(await this.#driver.send('GET', '/window'));
    const { handle } = (await this.#driver.send('POST', '/window/new', { type: 'tab' })) as { readonly handle: string };
    await this.switchTo(handle);
    return before;
  }

  async switchTo(handle: string): Promise<void> {
    await this.#driver.send('POST', '/window', { handle });
  }

  /** Waits until something can be found, and returns it. */
  async find(xpath: string): Promise<string> {
    let found: string | undefined;
    const look = async () => {
      const answer = await this.#driver.send('POST', '/elements', { using: 'xpath', value: xpath }).catch(() => []);
      [found] = (answer as readonly Readonly<Record<string, string>>[]).map((each) => each[ELEMENT]);
      return found !== undefined;
    };
    await until(look, { what: `${xpath} at ${await this.url()}` });
    return found ?? '';
  }

  /** Clicks what can be found, once it can. Again, if it moved away meanwhile. */
  async clicks(xpath: string): Promise<void> {
    const hits = async () => {
      const element = await this.find(xpath);
      await this.run(GUARD, { [ELEMENT]: element });
      await this.#driver.send('POST', `/element/${element}/click`, {});
      return (await this.run(IS_MISSED)) !== true;
    };
    await until(hits, { what: `a click on ${xpath}` });
  }

  /** The text of what can be found, once it can. */
  async textOf(xpath: string): Promise<string> {
    return String(await this.#driver.send('GET', `/element/${await this.find(xpath)}/property/textContent`));
  }

  /** Presses the button with this text. */
  presses(name: string): Promise<void> {
    return this.clicks(`//button[normalize-space()="${name}"]`);
  }

  /** Replaces what is in the field with this label. */
  async types(label: string, text: string): Promise<void> {
    const field = await this.find(`//input[@id=//label[normalize-space()="${label}"]/@for]`);
    await this.#driver.send('POST', `/element/${field}/clear`, {});
    await this.#driver.send('POST', `/element/${field}/value`, { text });
  }

  /** Waits until this can be read. */
  async reads(text: string): Promise<void> {
    await this.find(`//*[text()[contains(., "${text}")]]`);
  }
}
