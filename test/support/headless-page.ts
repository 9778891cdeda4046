import * as headless from '../../src/client/index.js';

/** What the page has as a global. */
export interface HeadlessPage {
  readonly headless: typeof headless;
}
Object.assign(globalThis, { headless });
