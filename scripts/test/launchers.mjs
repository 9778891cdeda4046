import { chromeLauncher } from '@web/test-runner';
import * as puppeteer from 'puppeteer-core';
import { findFirefox } from '../engines.mjs';
import { findBrowser } from '../find-browser.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

/** @typedef {NonNullable<import('@web/test-runner').TestRunnerConfig['browsers']>[number]} Launcher */

/**
 * Pages that run at the same time share no cookies and no storage: what one removes, another may be about to read. Where
 * pages share a window, only the one in front of it draws frames.
 *
 * @type {NonNullable<NonNullable<Parameters<typeof chromeLauncher>[0]>['createPage']>}
 */
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage({ type: 'window' });

/**
 * How the test runner opens its pages in each engine.
 *
 * @satisfies {Record<import('../engines.mjs').Engine, () => Promise<Launcher>>}
 */
export const LAUNCHERS = {
  async chromium() {
    const { executablePath, args, env } = await findBrowser();
    return chromeLauncher({ launchOptions: { executablePath, args, env: { ...process.env, ...env } }, createPage });
  },
  firefox: () => {
    const launchOptions = /** @type {const} */ ({ browser: 'firefox', executablePath: findFirefox() });
    // Of several windows, one has the focus and takes the keys.
    return Promise.resolve(chromeLauncher({ puppeteer, launchOptions, createPage, concurrency: 1 }));
  },
  webkit: () => Promise.resolve(webkitLauncher()),
};
