import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { IS_LONG } from '../support/trials.js';
import { until } from '../support/until.js';
import { HOSTILE } from './page/hostile-strings.js';
import { SINKS } from './page/sinks.js';
import type { Finding, Sink } from './page/sinks.js';
import type { Tools } from './page/page.js';
import { serveStrictly } from './page/serve.js';
import type { StrictPage } from './page/serve.js';

/** The number of authenticators on the page at once. */
const BATCH = 40;

/** Our own words for an error, and those of a page, end here. */
const LONGEST = 300;

const strings = HOSTILE.filter((_, index) => IS_LONG || index % 23 === 0);

describe(`${strings.length} hostile strings`, () => {
  let strict: StrictPage;
  let browser: Browser;
  let page: Page;
  const executed: string[] = [];

  before(async () => {
    strict = await serveStrictly('http://localhost:1');
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('dialog', (dialog) => {
      executed.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => executed.push(error.message));
    await page.exposeFunction('pwned', () => executed.push('a call'));
    await page.goto(strict.laxUrl);
    await page.waitForFunction(() => 'tools' in globalThis);
  });
  after(async () => {
    await browser.close();
    await strict.close();
  });

  const found = (sink: Sink, texts: readonly string[]): Promise<readonly Finding[]> =>
    page.evaluate(
      // Set by page.ts.
      ([where, what]) => (globalThis as unknown as { tools: Tools }).tools.look(where, what),
      [sink, texts] as const,
    );

  it('would be detected if they were executed', async () => {
    await page.evaluate(() => {
      const element = document.createElement('div');
      Reflect.set(element, 'innerHTML', '<img src=x onerror="pwned()">');
      document.body.append(element);
    });
    await page.waitForFunction(() => document.querySelector('div > img') !== null);
    const turn = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await until(() => executed.length > 0, { turn });
    assert.deepEqual(executed.splice(0), ['a call']);
    await page.evaluate(() => document.querySelector('body > div')?.remove());
  });

  for (const sink of SINKS) {
    it(`are nothing but text in ${sink}`, async () => {
      const [harmless] = await found(sink, ['Harmless words']);
      assert.ok(harmless);
      for (let from = 0; from < strings.length; from += BATCH) {
        const findings = await found(sink, strings.slice(from, from + BATCH));
        for (const { text, elements, read } of findings) {
          const isIssuer = sink === 'the issuer of an authenticator app';
          // Text that is too long has no QR code.
          const isDrawn = !isIssuer || elements.includes(' svg ');
          assert.equal(elements, isDrawn ? harmless.elements : harmless.elements.replace(' svg path', ''), text);
          const isShown = isIssuer || read.includes(text.slice(0, LONGEST));
          assert.ok(
            isShown,
            `${JSON.stringify(text.slice(0, LONGEST))} is not in ${JSON.stringify(read.slice(0, 600))}`,
          );
        }
      }
      assert.deepEqual(executed, []);
    });
  }

  it('as the error message of a page, may not even be strings', async () => {
    const read = await page.evaluate(() => (globalThis as unknown as { tools: Tools }).tools.answers());
    const [own] = read;
    assert.match(own ?? '', /No connection/);
    assert.deepEqual(read, [own, own, own, 'x'.repeat(LONGEST), own]);
    assert.deepEqual(executed, []);
  });
});
