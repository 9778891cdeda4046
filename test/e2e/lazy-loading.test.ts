import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findUser, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { PageVisitor } from '../faults/page/page-visitor.js';
import type { PageHabits } from '../faults/page/page-visitor.js';
import { launchBrowser } from '../support/browser.js';
import { serveCdn } from '../support/cdn.js';
import type { Cdn } from '../support/cdn.js';

const CHART = 'chunks/start-chart.js';
const WATCH = 'chunks/watch.js';
/** Loaded when a user begins to use a form. */
const READER = 'chunks/form-reader.js';
const PHONES = 'chunks/phone-entry.js';
const ERRORS = 'chunks/error-words.js';
const DETAILS = 'chunks/details.styles.js';
/** What is loaded when the form accepts typing, and what is loaded by itself. */
const FIRST = [
  'auth-elements.js',
  'chunks/core.js',
  DETAILS,
  'chunks/failures.js',
  'chunks/misuse.js',
  'chunks/presence.js',
  CHART,
  WATCH,
];

describe('A page that loads the built file from a CDN', () => {
  let cognito: LocalCognito;
  let browser: Browser;
  let cdn: Cdn;

  before(async () => {
    cognito = await startLocalCognito();
    browser = await launchBrowser();
    cdn = await serveCdn((path) => (path === '/' ? { type: 'text/html', body: markup() } : undefined));
  });
  after(async () => {
    await browser.close();
    await cdn.close();
    await cognito.close();
  });
  beforeEach(() => {
    cdn.asked.length = 0;
  });

  const pool = (): string =>
    `user-pool-id="us-east-1_Example1" user-pool-client-id="abc123" user-pool-endpoint="${cognito.endpoint}"`;

  const markup = (): string => `<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>Near</title>
      <link rel="icon" href="data:," />
      <script type="module" src="/cdn/auth-elements.js"></script>
      <auth-authenticator ${pool()}><p>Only signed-in people see this</p></auth-authenticator>
    </html>`;

  const screensAsked = (): readonly string[] =>
    cdn.asked.flatMap((file) => /^define\/(.*)\.js$/.exec(file)?.[1] ?? []).sort();

  const isDefined = (page: Page, tag: string) =>
    page.waitForFunction((name) => customElements.get(name) !== undefined, tag);

  /** Opens the page, until everything is loaded that is loaded by itself. */
  async function open(habits: PageHabits = { username: 'jane' }): Promise<PageVisitor> {
    const page = await browser.newPage();
    const chart = page.waitForResponse((response) => response.url().endsWith(CHART));
    await page.goto(cdn.origin);
    await (await chart).finished();
    await isIdle(page);
    return new PageVisitor(page, cognito, Date.now, habits);
  }

  /** Waits until the page has done what it does when idle. */
  const isIdle = (page: Page) =>
    page.evaluate(async () => {
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => requestIdleCallback(resolve));
    });

  it('loads only the chart, what an authenticator does besides its screens, and what reports mistakes, by itself', async () => {
    const { page, form } = await open();
    await form.waitFor();
    // The endpoint in the attribute is checked by a module that other pages do not load.
    assert.deepEqual(cdn.asked.filter((name) => name !== 'chunks/attributes.js').sort(), FIRST);
    await page.close();
  });

  for (const [link, tag] of [
    ['Create an account', 'auth-sign-up'],
    ['Forgot password?', 'auth-forgot-password'],
  ] as const) {
    it(`loads the form behind “${link}”, and no other, for a user who points at it`, async () => {
      const { page } = await open();
      await page.getByRole('button', { name: link }).hover();
      await isDefined(page, tag);
      assert.deepEqual(screensAsked(), [tag]);
      await page.close();
    });

    it(`loads the form behind “${link}”, and no other, for a user who moves the focus to it`, async () => {
      const { page } = await open();
      await page.getByRole('button', { name: link }).focus();
      await isDefined(page, tag);
      assert.deepEqual(screensAsked(), [tag]);
      await page.close();
    });
  }

  it('loads what usually follows a sign-in while the user types, and any other screen when it is reached', async () => {
    const visitor = await open({ username: 'newbie', password: 'Temporary-7' });
    const { page } = visitor;
    await page.getByLabel('Username').pressSequentially('n');
    await isDefined(page, 'auth-confirm-sign-in');
    await isDefined(page, 'auth-greetings');
    await isIdle(page);
    const near = ['auth-confirm-sign-in', 'auth-greetings', 'auth-sign-out'];
    assert.deepEqual(screensAsked(), near);

    assert.deepEqual(await visitor.walk(), ['auth-sign-in', 'auth-new-password', 'app']);
    assert.deepEqual(screensAsked(), [...near, 'auth-new-password'].sort());
    await page.close();
  });

  /** Signs in a user whose account an administrator has disabled. Returns the page. */
  async function isRefused(prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<Page> {
    findUser(cognito.store.pools[0]!, 'tom')!.enabled = false;
    const visitor = await open({ username: 'tom' });
    assert.ok(!cdn.asked.includes(ERRORS));
    await prepare(visitor.page);
    await visitor.fill();
    await (await visitor.button()).click();
    return visitor.page;
  }

  it('loads the words for what goes wrong when something does', async () => {
    const page = await isRefused();
    await page.locator('form').getByText('This account is disabled.').waitFor();
    assert.ok(cdn.asked.includes(ERRORS));
    await page.close();
  });

  it('has a sentence for it where those cannot be loaded', async () => {
    const page = await isRefused((page) => page.route(`**/${ERRORS}`, (route) => route.abort()));
    await page.locator('form').getByText('Something went wrong. Please try again.').waitFor();
    assert.equal(await page.getByLabel('Username').inputValue(), 'tom');
    await page.close();
  });

  it('says that there is no connection where what reads a form cannot be loaded, and keeps what was typed', async () => {
    const visitor = await open({ username: 'jane' });
    const { page } = visitor;
    await page.route(`**/${READER}`, (route) => route.abort());
    await visitor.fill();
    await (await visitor.button()).click();
    await page.locator('form').getByText('No connection.').waitFor();
    await page.locator('[data-auth=alert]:focus').waitFor();
    assert.equal(await page.getByLabel('Username').inputValue(), 'jane');
    assert.notEqual(await page.getByLabel('Password', { exact: true }).inputValue(), '');
    await page.close();
  });

  it('loads the choice of countries where phone numbers are typed, and says how to do without', async () => {
    const { page } = await open();
    assert.ok(!cdn.asked.includes(PHONES));
    await page.route(`**/${PHONES}`, (route) => route.abort());
    await page
      .locator('auth-authenticator')
      .evaluate((element) => element.setAttribute('login-mechanisms', 'phone_number'));
    await page.getByText('With country code, for example +1 555 0100').waitFor();
    await page.unroute(`**/${PHONES}`);
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByRole('heading', { name: 'Create an account' }).waitFor();
    if (await fetchesAgain()) await page.getByRole('button', { name: /^Country: / }).waitFor();
    await page.close();
  });

  it('shows no error before its look is loaded, but soon where that cannot be', async () => {
    const page = await browser.newPage();
    await page.route(`**/${DETAILS}`, (route) => route.abort());
    // When an error comes in, and not a moment later: how visible it is.
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const error = document.querySelector('[data-auth=error]');
        const { documentElement: root } = document;
        if (error) root.dataset['opacity'] ??= getComputedStyle(error).opacity;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(cdn.origin);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const error = page.locator('[data-auth=error]').first();
    await error.waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => document.documentElement.dataset['opacity']), '0');
    await page.waitForFunction(() => {
      const error = document.querySelector('[data-auth=error]');
      return error && getComputedStyle(error).opacity === '1';
    });
    await page.close();
  });

  it('defines any other element when one is added to the page', async () => {
    const { page } = await open();
    await page.evaluate(() => document.body.append(document.createElement('auth-verify-contact')));
    await isDefined(page, 'auth-verify-contact');
    assert.deepEqual(screensAsked(), ['auth-verify-contact']);
    await page.close();
  });

  it('can load the file of one element by its name', async () => {
    const { page } = await open();
    await page.addScriptTag({ type: 'module', url: '/cdn/define/auth-sign-out.js' });
    await isDefined(page, 'auth-sign-out');
    await page.close();
  });

  /** Whether the browser fetches a module again after a failure. Older ones cache the failure. */
  async function fetchesAgain(): Promise<boolean> {
    const page = await browser.newPage();
    await page.goto(cdn.origin);
    await page.route('**/probe.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.route('**/probe.js', (route) => route.abort(), { times: 1 });
    // As text, since the compiler of the tests would transform the import.
    const once = "import('/probe.js').then(() => true, () => false)";
    const isFetched = (await page.evaluate<boolean>(once)) || (await page.evaluate<boolean>(once));
    await page.close();
    return isFetched;
  }
  const REMEMBERS = 'This browser remembers that a module could not be had.';

  it('retries a chart that failed to load once, and the user notices nothing', async (test) => {
    if (!(await fetchesAgain())) {
      test.skip(REMEMBERS);
      return;
    }
    const page = await browser.newPage();
    const visitor = new PageVisitor(page, cognito, Date.now, { username: 'jane' });
    const failure = page.waitForEvent('requestfailed');
    await page.route(`**/${CHART}`, (route) => route.abort(), { times: 1 });
    await page.goto(cdn.origin);
    assert.ok((await failure).url().endsWith(CHART));
    assert.deepEqual(await visitor.walk(), ['auth-sign-in', 'app']);
    await page.close();
  });

  it('says that there is no connection when the chart cannot be loaded, keeps what was typed, and continues later', async (test) => {
    const isFetchedAgain = await fetchesAgain();
    const page = await browser.newPage();
    const visitor = new PageVisitor(page, cognito, Date.now, { username: 'jane' });
    await page.route(`**/${CHART}`, (route) => route.abort());
    await page.goto(cdn.origin);
    await visitor.fill();
    await (await visitor.button()).click();
    await page.getByText('No connection.').first().waitFor();
    assert.equal(await page.getByLabel('Username').inputValue(), 'jane');
    assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), 'Correct-Horse-7');

    if (!isFetchedAgain) {
      test.skip(REMEMBERS);
      return;
    }
    await page.unroute(`**/${CHART}`);
    await (await visitor.button()).click();
    assert.equal(await visitor.leaves('auth-sign-in'), 'app');
    await page.close();
  });
});
