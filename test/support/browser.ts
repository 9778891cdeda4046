import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { launchFirefox } from './firefox.js';

/** The launch options of the Chromium of this machine. */
async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, args, env } = await findBrowser();
  return { executablePath, args, env: { ...process.env, ...env } };
}

/** Starts a Chromium, or a Firefox if TEST_BROWSER says so. Close it when the test ends. */
export async function launchBrowser(): Promise<Browser> {
  if (process.env['TEST_BROWSER'] === 'firefox') return launchFirefox();
  return chromium.launch(await launchOptions());
}

/** Starts a Chromium with a persistent profile, as of a user who returns the next day. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await launchOptions());
}
