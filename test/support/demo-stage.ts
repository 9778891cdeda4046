import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { startDemo } from './demo.js';
import type { Demo, DemoOptions } from './demo.js';

/** The demo, and a browser for it. */
export interface DemoStage {
  readonly demo: Demo;
  readonly browser: Browser;
}

/** Both for all tests of a file, or of a `describe`. They are available once its tests run. */
export function setDemoStage(options: DemoOptions = {}): DemoStage {
  let [demo, browser]: [Demo?, Browser?] = [];

  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (!thing) throw new Error('The stage is available in tests and hooks only.');
    return thing;
  };

  before(async () => {
    demo = await startDemo(options);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  return {
    get demo() {
      return there(demo);
    },
    get browser() {
      return there(browser);
    },
  };
}
