import { WebKit } from './webkit.mjs';

/** The keys of the keyboard that are no characters (WebDriver, section 17.4.2). */
const KEYS = new Map([
  ['ArrowDown', '\uE015'],
  ['ArrowLeft', '\uE012'],
  ['ArrowRight', '\uE014'],
  ['ArrowUp', '\uE013'],
  ['Backspace', '\uE003'],
  ['Delete', '\uE017'],
  ['End', '\uE010'],
  ['Enter', '\uE007'],
  ['Escape', '\uE00C'],
  ['Home', '\uE011'],
  ['PageDown', '\uE00F'],
  ['PageUp', '\uE00E'],
  ['Tab', '\uE004'],
]);

const BUTTONS = { left: 0, middle: 1, right: 2 };

/** @typedef {keyof typeof BUTTONS} Button */

/**
 * Runs pages of tests in WebKitGTK. `sendKeys` and `sendMouse` of @web/test-runner-commands call the methods of a
 * launcher whose type is `webdriver`.
 */
class WebKitLauncher {
  name = 'WebKitGTK';
  type = 'webdriver';
  /** @type {WebKit[]} */
  #idle = [];
  /** @type {Map<string, { driver: WebKit, url: string }>} */
  #active = new Map();

  /**
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    const driver = this.#idle.pop() ?? (await started());
    this.#active.set(id, { driver, url });
    await driver.send('POST', '/url', { url });
  }

  /** @returns {Promise<void>} */
  startDebugSession() {
    return Promise.reject(new Error('WebKitGTK has no window to debug in.'));
  }

  /** @param {string} id */
  isActive(id) {
    return this.#active.has(id);
  }

  /** @param {string} id */
  async getBrowserUrl(id) {
    return String(await this.#driver(id).send('GET', '/url'));
  }

  /** @param {string} id */
  async stopSession(id) {
    const driver = this.#driver(id);
    await driver.send('POST', '/url', { url: 'about:blank' });
    this.#active.delete(id);
    this.#idle.push(driver);
    return {};
  }

  async stop() {
    const drivers = [...this.#idle, ...[...this.#active.values()].map(({ driver }) => driver)];
    await Promise.all(drivers.map((driver) => driver.close()));
  }

  /**
   * Presses keys one after another, each a character or the name of a key.
   *
   * @param {string} id
   * @param {string[]} keys
   */
  async sendKeys(id, keys) {
    const actions = keys
      .map((key) => KEYS.get(key) ?? key)
      .flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    await this.#acts(id, { type: 'key', id: 'keyboard', actions });
  }

  /** @type {(id: string, x: number, y: number) => Promise<void>} */
  sendMouseMove(id, x, y) {
    return this.#points(id, [{ type: 'pointerMove', x, y }]);
  }

  /** @type {(id: string, x: number, y: number, button?: Button) => Promise<void>} */
  async sendMouseClick(id, x, y, button = 'left') {
    await this.#points(id, [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: BUTTONS[button] },
      { type: 'pointerUp', button: BUTTONS[button] },
    ]);
  }

  /** @type {(id: string, button?: Button) => Promise<void>} */
  sendMouseDown(id, button = 'left') {
    return this.#points(id, [{ type: 'pointerDown', button: BUTTONS[button] }]);
  }

  /** @type {(id: string, button?: Button) => Promise<void>} */
  sendMouseUp(id, button = 'left') {
    return this.#points(id, [{ type: 'pointerUp', button: BUTTONS[button] }]);
  }

  /** @param {string} id */
  async resetMouse(id) {
    await this.#driver(id).send('DELETE', '/actions');
    await this.sendMouseMove(id, 0, 0);
  }

  /**
   * @param {string} id
   * @param {object[]} actions
   */
  #points(id, actions) {
    return this.#acts(id, { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /**
   * @param {string} id
   * @param {object} source
   */
  async #acts(id, source) {
    await this.#driver(id).send('POST', '/actions', { actions: [source] });
  }

  /** @param {string} id */
  #driver(id) {
    const session = this.#active.get(id);
    if (!session) throw new Error(`No page of WebKitGTK has the session ${id}.`);
    return session.driver;
  }
}

async function started() {
  const driver = await WebKit.start();
  // As large as the pages of the other engines, and the bar of the window above.
  await driver.send('POST', '/window/rect', { width: 800, height: 700 });
  return driver;
}

/** @returns {NonNullable<import('@web/test-runner').TestRunnerConfig['browsers']>[number]} */
export const webkitLauncher = () => new WebKitLauncher();
