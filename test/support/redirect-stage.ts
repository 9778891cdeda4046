import { afterEach, before, beforeEach } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { setDemoStage } from './demo-stage.js';
import type { DemoStage } from './demo-stage.js';
import type { DemoOptions } from './demo.js';
import type { RedirectPage } from './redirect-page.js';
import { RedirectingPerson } from './redirecting-person.js';

declare global {
  interface Window {
    redirect: RedirectPage;
  }
}

/** The demo, and a user on the page with sign-in elsewhere, in a new tab of a browser that remembers nothing. */
interface RedirectStage extends DemoStage {
  readonly page: Page;
  readonly person: RedirectingPerson;
  /** The address of the page, which the user pool may return to. */
  readonly home: string;
  /** How often an operation or an endpoint was requested so far: `POST /oauth2/token`. */
  requested(name: string): number;
}

/** Forgets every cookie, and what pages of this origin have stored. In the way of every browser. */
async function forget(page: Page, origin: string): Promise<void> {
  await page.context().clearCookies();
  const nowhere = `${origin}/nowhere`;
  await page.route(nowhere, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(nowhere);
  await page.unroute(nowhere);
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
}

/** All of it for the tests of a `describe`. */
export function setRedirectStage(options: Omit<DemoOptions, 'isCached'> = {}): RedirectStage {
  const stage = setDemoStage({ ...options, isCached: true });
  let context: BrowserContext;
  let person: RedirectingPerson;
  let home: string;

  before(async () => {
    const { cognito } = stage.demo;
    home = stage.demo.page('redirect', { domain: cognito.domain });
    cognito.allowRedirects('bcd890', [home]);
    context = await stage.browser.newContext();
  });
  beforeEach(async () => {
    person = new RedirectingPerson(await context.newPage(), home);
    await forget(person.page, new URL(home).origin);
    await person.opens(home);
  });
  afterEach(() => Promise.all(context.pages().map((page) => page.close())));

  return {
    get demo() {
      return stage.demo;
    },
    get browser() {
      return stage.browser;
    },
    get page() {
      return person.page;
    },
    get person() {
      return person;
    },
    get home() {
      return home;
    },
    requested: (name) => stage.demo.cognito.received.filter(({ operation }) => operation === name).length,
  };
}
