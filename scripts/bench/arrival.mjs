import { markUsable, whenUsable } from '../mark-usable.mjs';

/** How much slower than this machine the CPU of a phone is. */
export const SLOWDOWN = 4;

/** Milliseconds of a request, bytes per second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** When all has arrived that comes by itself after the form. Milliseconds. */
const SETTLED = 2000;

/** The part of a task that a user does not notice. Milliseconds. */
const UNNOTICED = 50;

/**
 * A first visit by a slow phone: when the form accepts typing, since the navigation began, and how long the page cannot
 * answer until all has arrived (total blocking time). Milliseconds.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
export async function measureArrival(browser, address) {
  const page = await browser.newPage();
  const developer = await page.context().newCDPSession(page);
  await developer.send('Network.enable');
  await developer.send('Network.emulateNetworkConditions', SLOW_4G);
  await developer.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(markUsable);
  await page.addInitScript(recordLongTasks);
  await page.goto(address);
  const usable = await page.evaluate(whenUsable);
  await page.waitForTimeout(SETTLED);
  const longTasks = await page.evaluate(() => globalThis.longTasks);
  await page.context().close();
  return { usable, blocking: longTasks.reduce((sum, time) => sum + time - UNNOTICED, 0) };
}

/** Runs in the page before its scripts. */
function recordLongTasks() {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
}
