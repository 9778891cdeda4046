import * as headless from '../../src/client/index.js';

/** The globals of the page. */
export interface HeadlessPage {
  readonly headless: typeof headless;
}
Object.assign(globalThis, { headless });
