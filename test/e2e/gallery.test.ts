import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { setDemoStage } from '../support/demo-stage.js';
import { settled } from '../support/gallery.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The page while axe is loaded in it. */
interface PageWithAxe {
  readonly axe: { run(options: object): Promise<AxeResults> };
}

const LOOKS: readonly BrowserContextOptions[] = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);

describe('the gallery', () => {
  const stage = setDemoStage();
  let axe: string;
  const problems: string[] = [];

  before(async () => {
    axe = await readFile(AXE, 'utf8');
  });

  async function opens(file: string, look: BrowserContextOptions): Promise<Page> {
    const context = await stage.browser.newContext({ ...look, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${stage.demo.url}${file}`);
    return page;
  }

  const violations = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(axe);
    const { violations: found } = await page.evaluate(() =>
      // axe is a global of the page.
      (globalThis as unknown as PageWithAxe).axe.run({
        resultTypes: ['violations'],
        // The gallery shows each screen several times, so its landmarks cannot have different names.
        rules: { 'landmark-unique': { enabled: false } },
      }),
    );
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary ?? ''}`),
    );
  };

  for (const look of LOOKS) {
    const title = `${String(look.viewport?.width)} px, ${String(look.colorScheme)}`;

    it(`has accessible screens in every state (axe, ${title})`, async () => {
      const page = await opens('gallery.html', look);
      await settled(page);
      assert.deepEqual(await violations(page), []);
      await page.getByRole('button', { name: /^Country: / }).click();
      await page.getByRole('listbox', { name: 'Country' }).waitFor();
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, 'nothing is wider than the screen');
      await page.context().close();
    });

    it(`and the demo are accessible (axe, ${title})`, async () => {
      const page = await opens('', look);
      await page.getByLabel('Username').waitFor();
      await page.getByText('Signs in with a password alone').waitFor();
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, 'nothing is wider than the screen');
      await page.context().close();
    });
  }

  for (const look of LOOKS) {
    it(`and the guides are accessible (axe, ${String(look.viewport?.width)} px, ${String(look.colorScheme)})`, async () => {
      const page = await opens('seeds/advanced-workflows.html', look);
      await page.getByRole('button', { name: 'Run refresh-token.s4.js' }).click();
      await page.getByText('configured: ').waitFor();
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, 'nothing is wider than the screen');
      await page.context().close();
    });
  }

  it('is in German when the page is', async () => {
    const page = await opens('', {});
    await page.getByLabel('Username').waitFor();
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.context().close();
  });

  it('causes no error in the console', () => {
    assert.deepEqual(problems, []);
  });
});
