import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { launchBrowser } from '../support/browser.js';
import { buildPackage } from '../support/built-package.mjs';
import { bundle } from '../support/bundle.js';
import { serveCdn } from '../support/cdn.js';
import type { Cdn } from '../support/cdn.js';
import { PageVisitor } from './page/page-visitor.js';
import { problemsOf } from './page/problems.js';
import { pageOf, strictPolicy } from './page/serve.js';

interface Host {
  readonly scripts: readonly string[];
  /** What the page allows for Trusted Types. */
  readonly trusted: string;
  /** How many copies of lit are on the page. */
  readonly copies: number;
}

const HOSTS = {
  'that bundles the modules': { scripts: ['/shop-with-elements.js'], trusted: 'lit-html', copies: 1 },
  'beside the file for pages without a bundler': {
    scripts: ['/shop-alone.js', '/cdn/auth-elements.js'],
    trusted: "lit-html 'allow-duplicates'",
    copies: 2,
  },
} as const satisfies Record<string, Host>;

describe('A page with its own copy of lit, under the strictest policy,', () => {
  let cognito: LocalCognito;
  let browser: Browser;
  let cdn: Cdn;
  let host: Host;

  before(async () => {
    const alias = [{ find: /^auth-elements\/(.*)$/, replacement: `${await buildPackage()}/$1.js` }];
    const files = new Map([
      ...(await bundle('test/faults/page/shop-alone.ts')),
      ...(await bundle('test/faults/page/shop-with-elements.ts', { alias })),
    ]);
    cognito = await startLocalCognito();
    browser = await launchBrowser();
    cdn = await serveCdn((path) => {
      if (path === '/') {
        return {
          type: 'text/html',
          body: pageOf(...host.scripts),
          policy: strictPolicy(cognito.endpoint, host.trusted),
        };
      }
      const body = files.get(path);
      return body === undefined ? undefined : { type: 'text/javascript', body };
    });
  });
  after(async () => {
    await browser.close();
    await cdn.close();
    await cognito.close();
  });

  async function open(opened: Host): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
    host = opened;
    const page = await browser.newPage();
    const problems = await problemsOf(page);
    await page.goto(`${cdn.origin}/?${new URLSearchParams({ endpoint: cognito.endpoint })}`);
    return { page, problems };
  }

  for (const [title, opened] of Object.entries(HOSTS)) {
    it(`signs users in ${title}, without a violation`, async () => {
      const { page, problems } = await open(opened);
      const visitor = new PageVisitor(page, cognito, Date.now, { username: 'jane' });
      assert.deepEqual(problems, []);
      await visitor.form.waitFor();
      assert.deepEqual(await visitor.walk(), ['auth-sign-in', 'app']);
      await visitor.signsOut();
      await page.getByRole('heading', { name: 'A shop' }).waitFor();
      assert.deepEqual(problems, []);
      const copies = await page.evaluate(() => Reflect.get(globalThis, 'litHtmlVersions') as unknown[]);
      assert.equal(copies.length, opened.copies);
      await page.close();
    });
  }

  it('has no sign-in where that file may not create the policy a second time', async () => {
    const { page, problems } = await open({
      ...HOSTS['beside the file for pages without a bundler'],
      trusted: 'lit-html',
    });
    await page.waitForLoadState();
    assert.match(problems.join('\n'), /policy.*lit-html.*already exists/i);
    await page.close();
  });
});
