import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

/** Starts a Chromium, and tells where it came from. */
export async function launchBrowser() {
  const { executablePath, args, env, origin } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  return { browser, origin };
}
