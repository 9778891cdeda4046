import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';

/** Style sheets ask for a function that no browser has. */
const renameLightDark = (page: Page) =>
  page.route('**/*.{js,css}', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('light-dark(', 'lightest-darkest(') });
  });

/** What browsers lack that are somewhat older than those of today, and how a page is made to lack it. */
const LACKING: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'without light-dark()': renameLightDark,
  'without URL.canParse()': (page) => page.addInitScript(() => Reflect.deleteProperty(URL, 'canParse')),
  'without custom states': (page) =>
    page.addInitScript(() => Reflect.deleteProperty(ElementInternals.prototype, 'states')),
  'with custom states that begin with dashes': (page) =>
    page.addInitScript(() => {
      const { add } = CustomStateSet.prototype;
      CustomStateSet.prototype.add = function (state) {
        if (!state.startsWith('--')) throw new SyntaxError(`“${state}” does not begin with dashes.`);
        return add.call(this, state);
      };
    }),
};

describe('A user of an older browser', () => {
  const stage = setDemoStage();

  for (const [kind, lack] of Object.entries(LACKING)) {
    it(`can see the form, make a mistake and sign in ${kind}`, async () => {
      const page = await stage.browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      await lack(page);
      const person = new Person(page);
      await person.opens(stage.demo.url);
      await person.isAt('Sign in');

      // Lines around the fields, and another color in and around the button, which may take a moment.
      await page.waitForFunction(() => {
        const [input, button] = ['input', 'submit'].map((part) => document.querySelector(`[data-auth~=${part}]`));
        if (!input || !button) return false;
        const { borderTopStyle, borderTopWidth } = getComputedStyle(input);
        const { backgroundColor } = getComputedStyle(button);
        return borderTopStyle === 'solid' && borderTopWidth !== '0px' && backgroundColor === 'rgb(43, 80, 226)';
      });

      await person.signsIn('jane', 'wrong');
      await person.reads('The username or password is not right.');
      await page.getByLabel('Password', { exact: true }).and(page.locator(':focus')).waitFor();
      await person.signsIn('jane', PASSWORD);
      await person.reads(APP);
      assert.deepEqual(problems, []);
      // What is still on its way is not awaited.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.close();
    });
  }
});
