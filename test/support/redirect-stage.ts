import { afterEach, beforeEach } from 'node:test';
import type { Page } from 'playwright-core';
import type { LocalCognitoOptions } from '../../demo/cognito/index.js';
import { setDemoStage } from './demo-stage.js';
import type { DemoStage } from './demo-stage.js';
import { Person } from './person.js';
import type { RedirectPage } from './redirect-page.js';

declare global {
  interface Window {
    redirect: RedirectPage;
  }
}

/** The demo, and a user on the page with sign-in elsewhere, in a browser context of the test's own. */
interface RedirectStage extends DemoStage {
  readonly page: Page;
  readonly person: Person;
  /** The address of the page, which the user pool may return to. */
  readonly home: string;
}

/** All of it for the tests of a `describe`. Opened anew for each. */
export function setRedirectStage(options: Omit<LocalCognitoOptions, 'port'> = {}): RedirectStage {
  const stage = setDemoStage(options);
  let person: Person;
  let home: string;

  beforeEach(async () => {
    const { cognito } = stage.demo;
    home = stage.demo.page('redirect', { domain: cognito.domain });
    cognito.allowRedirects('bcd890', [home]);
    person = new Person(await (await stage.browser.newContext()).newPage());
    await person.opens(home);
  });
  afterEach(() => person.page.context().close());

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
  };
}
