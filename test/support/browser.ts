import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core';
import { engineOfTests } from '../../scripts/engines.mjs';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { launchFirefox } from './firefox.js';
import { ORCA_LOG } from './orca.js';

/** Orca reads what is in a window. */
const headless = ORCA_LOG === undefined;

/** The launch options of the Chromium of this machine. */
async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, args, env } = await findBrowser();
  return { headless, executablePath, args, env: { ...process.env, ...env } };
}

/** Starts a Chromium, or a Firefox if that is the engine of the tests. Close it when the test ends. */
export async function launchBrowser(): Promise<Browser> {
  if (engineOfTests() === 'firefox') return launchFirefox({ headless });
  return chromium.launch(await launchOptions());
}

/** Starts a browser with a persistent profile, as of a user who returns the next day. In Firefox, it does not persist. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  if (engineOfTests() === 'firefox') {
    const browser = await launchFirefox({ headless });
    const context = await browser.newContext();
    context.once('close', () => void browser.close());
    return context;
  }
  return chromium.launchPersistentContext(folder, await launchOptions());
}
