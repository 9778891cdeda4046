import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import type { LocalCognitoOptions } from '../../demo/cognito/index.js';
import { launchBrowser } from './browser.js';
import { startDemo } from './demo.js';
import type { Demo } from './demo.js';

/** The demo, and a browser to look at it with. */
export interface DemoStage {
  readonly demo: Demo;
  readonly browser: Browser;
}

/** Both for all tests of a file, or of a `describe`. They can be had once its tests run. */
export function setDemoStage(options: Omit<LocalCognitoOptions, 'port'> = {}): DemoStage {
  let [demo, browser]: [Demo?, Browser?] = [];

  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (!thing) throw new Error('The stage is set before the first test, and not earlier.');
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
