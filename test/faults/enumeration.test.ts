import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { SEED, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito, SeedPool } from '../../demo/cognito/index.js';
import { launchBrowser } from '../support/browser.js';
import type { Tools } from './page/page.js';
import { PageVisitor } from './page/page-visitor.js';
import { serveStrictly } from './page/serve.js';
import type { StrictPage } from './page/serve.js';

/** A user, a user without an address, and an unknown name: all of one length, so that no layout differs. */
const NAMES = ['known', 'mute1', 'nobod'] as const;

/** The same pool twice: where Cognito reveals that an account does not exist, and where it does not. */
const POOLS: readonly SeedPool[] = (['LEGACY', 'ENABLED'] as const).map((mode) => ({
  title: mode,
  pool: { id: `us-east-1_${mode}`, requiredAttributes: [] },
  client: { id: mode.toLowerCase(), preventUserExistenceErrors: mode },
  users: [
    {
      username: 'known',
      password: 'Correct-Horse-7',
      attributes: { email: 'known@example.com', email_verified: 'true' },
      note: '',
    },
    { username: 'mute1', password: 'Correct-Horse-7', attributes: {}, note: '' },
  ],
}));

describe('what a page shows', () => {
  let cognito: LocalCognito;
  let strict: StrictPage;
  let browser: Browser;

  before(async () => {
    cognito = await startLocalCognito({ seed: [...SEED, ...POOLS] });
    strict = await serveStrictly(cognito.endpoint);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await strict.close();
    await cognito.close();
  });

  /** Until a live region has some text, which it gets a moment after the screen has changed. */
  async function hears(page: Page, words: string): Promise<void> {
    await page.waitForFunction(
      // Set by page.ts.
      (awaited) => (globalThis as unknown as { tools: Tools }).tools.said().some((told) => told.includes(awaited)),
      words,
    );
  }

  /** The content of the page, without the name that was typed and random ids. */
  async function shown(page: Page, name: string): Promise<string> {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const all = await page.evaluate(() => {
      // Set by page.ts.
      const { tools } = globalThis as unknown as { tools: Tools };
      // What is said while a request takes long is up to the machine.
      const said = tools.said().filter((told) => !/…$|longer than usual/.test(told));
      return [...said, tools.markup()].join('\n');
    });
    // The ids of a form are random.
    return all.replaceAll(name, 'username').replace(/auth-\d{20,}/g, 'auth-id');
  }

  async function openedBy(
    { pool, client }: SeedPool,
    name: string,
    act: (page: Page, visitor: PageVisitor) => Promise<void>,
  ): Promise<string> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(
      strict.url({ userPoolId: pool.id, userPoolClientId: client.id, userPoolEndpoint: cognito.endpoint }),
    );
    const visitor = new PageVisitor(page, cognito, Date.now, { username: name, password: 'Wrong-Horse-7' });
    await visitor.screen();
    await act(page, visitor);
    const markup = await shown(page, name);
    await context.close();
    return markup;
  }

  for (const pool of POOLS) {
    it(`after a wrong password does not reveal whether there is an account, ${pool.title}`, async () => {
      const [known, unreachable, unknown] = await Promise.all(
        NAMES.map((name) =>
          openedBy(pool, name, async (page, visitor) => {
            await visitor.fill();
            await (await visitor.button()).click();
            await page.locator('[data-auth=alert]').waitFor();
            await page.locator('input[type=password]:focus').waitFor();
          }),
        ),
      );
      assert.match(known ?? '', /The username or password is not right/);
      assert.equal(unknown, known);
      assert.equal(unreachable, known);
    });

    it(`after a forgotten password does not reveal it either, nor whether a code was sent, ${pool.title}`, async () => {
      const [known, unreachable, unknown] = await Promise.all(
        NAMES.map((name) =>
          openedBy(pool, name, async (page, visitor) => {
            await page.getByRole('button', { name: 'Forgot password?' }).click();
            await visitor.leaves('auth-sign-in');
            assert.equal(await visitor.act(), 'auth-reset-password');
            await hears(page, 'Set a new password');
            // The countdown until the next code continues.
            await page
              .locator('[data-auth~=countdown]')
              .evaluateAll((all) => all.forEach((one) => one.replaceChildren()));
          }),
        ),
      );
      assert.match(known ?? '', /auth-reset-password/);
      assert.equal(unknown, known);
      assert.equal(unreachable, known);
    });
  }
});
