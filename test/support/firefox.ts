import { firefox } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';
import { findFirefox } from '../../scripts/engines.mjs';

/** What Playwright sends to every page, and a Firefox ESR does not know: emulated media, which it does without. */
const UNKNOWN = 'emulation.setMediaFeaturesOverride';

/** A session of WebDriver BiDi inside of Playwright. */
interface BidiSession {
  send(method: string, parameters: unknown): Promise<unknown>;
}

/** Answers the unknown command itself, in every session. */
function spare(browser: Browser): void {
  // Playwright speaks BiDi on trial, and has no public way to it. Without this way, it fails with the command's name.
  const { _connection: connection } = browser as unknown as {
    readonly _connection: { toImpl(browser: Browser): { readonly _browserSession: BidiSession } };
  };
  // The prototype of a class has its type.
  const prototype = Object.getPrototypeOf(connection.toImpl(browser)._browserSession) as BidiSession;
  const { send } = prototype;
  prototype.send = function (method, parameters) {
    return method === UNKNOWN ? Promise.resolve({}) : send.call(this, method, parameters);
  };
}

/** Starts the Firefox of this machine (`apt-get install firefox-esr`, or FIREFOX_PATH), over WebDriver BiDi. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  // Of a page that comes back whole, Playwright hears nothing: its back/forward cache is off.
  const firefoxUserPrefs = { 'browser.sessionhistory.max_total_viewers': 0 };
  const executablePath = findFirefox();
  const browser = await firefox.launch({ ...options, channel: 'moz-firefox', executablePath, firefoxUserPrefs });
  spare(browser);
  return browser;
}
