import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { encode } from 'uqr';
import { setDemoStage } from '../support/demo-stage.js';
import { settled } from '../support/gallery.js';
import { pictureOf } from '../support/picture.js';
import { until } from '../support/until.js';

/** The elements with an edge. */
const BOXES = ['input', 'submit', 'button', 'choice', 'alert', 'mark'].map((name) => `[data-auth~=${name}]`);

/** The share of its box by which an element has to differ from another, at least, to be distinguishable. */
const SEEN = 0.03;

const MINUTE = 60_000;

describe('For users with forced colors, on a narrow screen,', () => {
  const stage = setDemoStage();

  for (const [colorScheme, canvas] of [
    ['light', ' '],
    ['dark', '#'],
  ] as const) {
    describe(`${colorScheme} ones`, () => {
      let page: Page;
      before(async () => {
        const look = { colorScheme, forcedColors: 'active', viewport: { width: 360, height: 900 } } as const;
        page = await stage.browser.newPage({ ...look, deviceScaleFactor: 2, reducedMotion: 'reduce' });
        // The styles of the package alone.
        await page.route('**/demo.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
        await page.clock.install();
        await page.goto(`${stage.demo.url}gallery.html`);
        await settled(page);
        // A request that takes long can be canceled after a while: the button moves what is below it.
        await page.clock.pauseAt(Date.now() + MINUTE);
        await page.getByRole('button', { name: 'Cancel' }).first().waitFor();
      });
      after(() => page.close());

      const sceneOf = (screen: string, title: string): Locator =>
        page.locator(`section[aria-labelledby=${screen}] figure`).filter({ hasText: title }).first();

      /** The share of its box that an element fills. */
      async function inkOf(element: Locator): Promise<number> {
        const pixels = (await pictureOf(element)).join('');
        return 1 - pixels.split(canvas).length / pixels.length;
      }

      it('the QR code stays black on white, as scanners expect it', async () => {
        const scene = sceneOf('totp-setup', 'Sign-in demands it');
        const address = await scene.locator('a[href^="otpauth:"]').getAttribute('href');
        const drawing = scene.locator('svg[data-auth=qr]');
        await drawing.locator('path[d^=M]').waitFor({ state: 'attached' });
        const edge = await drawing.evaluate((svg) => {
          const { paddingLeft, borderLeftWidth } = getComputedStyle(svg);
          return (parseFloat(paddingLeft) + parseFloat(borderLeftWidth)) * devicePixelRatio;
        });
        const { data } = encode(address ?? '', { ecc: 'M', border: 2 });
        const picture = await pictureOf(drawing);
        const unit = (picture.length - 2 * edge) / data.length;
        const middle = (index: number): number => Math.floor(edge + (index + 0.5) * unit);
        assert.deepEqual(
          data.map((row, y) => row.map((_, x) => picture[middle(y)]?.[middle(x)]).join('')),
          data.map((row) => row.map((isDark) => (isDark ? '#' : ' ')).join('')),
        );
      });

      it('every field, button, choice and message has a visible edge', async () => {
        const edges = await page.locator(BOXES.join()).evaluateAll((boxes) => {
          const probe = document.body.appendChild(document.createElement('i'));
          probe.setAttribute('style', 'color: Canvas');
          const { color } = getComputedStyle(probe);
          probe.remove();
          return boxes
            .filter((box) => box.checkVisibility())
            .map((box) => {
              const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(box);
              const isSeen = borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 1 && borderTopColor !== color;
              return { isSeen, name: box.getAttribute('data-auth') };
            });
        });
        assert.ok(edges.length > 100, String(edges.length));
        const unseen = edges.filter(({ isSeen }) => !isSeen);
        assert.deepEqual(unseen, []);
      });

      it('what is invalid, fulfilled or chosen looks different from what is not', async () => {
        const rules = sceneOf('new-password', 'After a temporary password');
        await rules.getByLabel('New password', { exact: true }).fill('Abc');
        const met = rules.locator('[data-auth~=met] [data-auth~=mark]').first();
        const unmet = rules.locator('[data-auth~=check]:not([data-auth~=met]) [data-auth~=mark]').first();
        assert.ok((await inkOf(met)) - (await inkOf(unmet)) > SEEN);

        const code = (title: string): Locator => sceneOf('confirm-sign-in', title).locator('input[name=code]');
        assert.ok((await inkOf(code('Wrong code'))) - (await inkOf(code('Authenticator app'))) > SEEN);

        const choices = sceneOf('signed-in', 'Choosing a second step').locator('input[type=radio]');
        const [chosen, other] = [choices.and(page.locator(':checked')), choices.and(page.locator(':not(:checked)'))];
        assert.ok((await inkOf(chosen)) - (await inkOf(other.first())) > SEEN);
      });

      it('the focused element has a ring', async () => {
        const scene = sceneOf('sign-in', 'To begin with');
        for (const name of ['input', 'password-toggle', 'submit', 'link']) {
          const control = scene.locator(`[data-auth~=${name}]`).first();
          await control.focus();
          const [style, width] = await control.evaluate((element) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return [outlineStyle, outlineWidth];
          });
          assert.deepEqual([name, style, width], [name, 'solid', '2px']);
        }
      });

      it('spinners visibly spin', async () => {
        const spinners = page.locator('[data-auth~=spinner], [part=spinner]').filter({ visible: true });
        const sides = await spinners.evaluateAll((elements) =>
          elements.map((element) => {
            const { borderTopStyle, borderRightStyle } = getComputedStyle(element);
            return `${borderTopStyle} ${borderRightStyle}`;
          }),
        );
        assert.ok(sides.length > 3);
        assert.deepEqual([...new Set(sides)], ['solid dotted']);
      });
    });
  }
});

describe('For users who want more contrast', () => {
  const stage = setDemoStage();

  it('muted text and edges have the color of the text, also where the page has others', async () => {
    const page = await stage.browser.newPage({ contrast: 'more' });
    await page.goto(stage.demo.url);
    await page.addStyleTag({ content: ':root { --auth-color-muted: #999; --auth-color-border: #ccc }' });
    await page.getByRole('button', { name: 'Forgot password?' }).click();
    const colorOf = (part: Locator, property: string) =>
      part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    const text = await colorOf(page.getByRole('heading', { name: 'Reset your password' }), 'color');
    const description = page.getByText('Tell us who you are, and we send you a code.', { exact: true });
    assert.equal(await colorOf(description, 'color'), text);
    // Not while it has the focus, which has a ring of its own. The edge comes back by a transition.
    await page.getByRole('button', { name: 'Send code' }).focus();
    const username = page.getByLabel('Username');
    await until(async () => (await colorOf(username, 'border-top-color')) === text, {
      what: `the edge has the color ${text}`,
    });
    await page.close();
  });
});
