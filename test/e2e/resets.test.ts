import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { setDemoStage } from '../support/demo-stage.js';
import { settled } from '../support/gallery.js';
import { pageSheets, readSheet } from '../support/page-sheets.js';

const MINUTE = 60_000;

/** What can be seen of a node. Colors and sizes of a whole page, as the root’s, are not the elements’ matter. */
const SEEN: readonly string[] = [
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    ...['width', 'style', 'color'].map((aspect) => `border-${side}-${aspect}`),
    ...['margin', 'padding'].map((box) => `${box}-${side}`),
  ]),
  ...['width', 'style', 'color', 'offset'].map((aspect) => `outline-${aspect}`),
  ...['family', 'size', 'style', 'weight', 'variant'].map((aspect) => `font-${aspect}`),
  ...['line', 'color', 'style'].map((aspect) => `text-decoration-${aspect}`),
  ...['align', 'indent', 'shadow', 'transform', 'overflow'].map((aspect) => `text-${aspect}`),
  ...['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height', 'aspect-ratio', 'box-sizing'],
  ...['display', 'position', 'float', 'order', 'align-self', 'justify-self', 'row-gap', 'column-gap'],
  ...['appearance', 'background-color', 'background-image', 'border-top-left-radius', 'box-shadow', 'content'],
  ...['color', 'cursor', 'fill', 'filter', 'letter-spacing', 'line-height', 'list-style-type', 'opacity'],
  ...['overflow-x', 'overflow-wrap', 'pointer-events', 'stroke', 'stroke-width', 'transform', 'user-select'],
  ...['vertical-align', 'visibility', 'white-space', 'word-spacing'],
];

/** What the page is besides the sheet: as large, and as wide, whatever that says. */
const GROUND = `
  :root { font-size: 16px !important }
  figure { all: unset !important; display: block !important }
  auth-authenticator { display: block !important; inline-size: 25rem !important }
  *, *::before, *::after { animation: none !important; transition: none !important }`;

/** A selector that weighs as much as all others, with its conditions left out. */
const EQUAL = /^(\[data-auth\]:not|&(:where)*(::(before|after|placeholder))?)$/;

/** What weighs more, against sheets that do. */
const HEAVIER = [
  '&[aria-disabled="true"]',
  '&[data-auth][data-auth]:where([data-auth~="manual"] > summary)',
  '&[data-auth~="input"][aria-invalid="true"]',
];

/** The selectors of a list without what is in parentheses: in those of `:where()`, nothing weighs. */
function withoutConditions(selector: string): readonly string[] {
  const shorter = selector.replaceAll(/\([^()]*\)/g, '');
  return shorter === selector ? selector.split(', ') : withoutConditions(shorter);
}

/** What is seen of one node, line by line. */
type Look = readonly string[];

/**
 * Runs in the page, with a sheet: what is seen of each node that is rendered among the children of an element, with its name
 * in front; of nested elements, the height. The first of each name has the focus.
 */
function look({ properties, sheet }: { properties: readonly string[]; sheet: string }): readonly Look[] {
  const added = new CSSStyleSheet();
  added.replaceSync(sheet);
  // The sheets of a page come before those that are adopted.
  document.adoptedStyleSheets.unshift(added);
  const known = new Set<string>();
  const found = [...document.querySelectorAll<HTMLElement>('[data-auth]')].map((node) => {
    const name = `${node.localName}[${node.getAttribute('data-auth') ?? ''}]`;
    if (node.matches('[data-auth~=host]')) return [`${name} height: ${String(node.offsetHeight)}`];
    if (node.tabIndex >= 0 && !known.has(name)) node.focus({ preventScroll: true });
    known.add(name);
    const pseudos = node.localName === 'input' ? ['', '::placeholder'] : ['', '::before', '::after'];
    return pseudos.flatMap((pseudo) => {
      const style = getComputedStyle(node, pseudo);
      if (pseudo !== '' && style.content === 'none') return [];
      return properties.map((property) => `${name}${pseudo} ${property}: ${style.getPropertyValue(property)}`);
    });
  });
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== added);
  return found;
}

/** What is seen in one look and not in the other, each once. */
const beyond = (one: readonly Look[], other: readonly Look[]): readonly string[] => [
  ...new Set(one.flatMap((lines, index) => lines.filter((line) => !other[index]?.includes(line)))),
];

describe('Every screen looks the same in a page with', () => {
  const stage = setDemoStage();
  let page: Page;
  let alone: readonly Look[] = [];

  const lookWith = (sheet: string) => page.evaluate(look, { properties: SEEN, sheet });

  before(async () => {
    page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.clock.install();
    await page.goto(`${stage.demo.url}gallery.html`);
    await settled(page);
    // Nothing counts down, spins or fades while it is looked at.
    await page.clock.pauseAt(Date.now() + MINUTE);
    await page.getByRole('button', { name: 'Cancel' }).first().waitFor();
    await page.addStyleTag({ content: GROUND });
    alone = await lookWith('');
    assert.ok(alone.length > 1000, String(alone.length));
  });

  for (const name of pageSheets) {
    it(name, async () => {
      const seen = await lookWith(await readSheet(name));
      assert.deepEqual(beyond(seen, alone), beyond(alone, seen));
    });
  }

  it('rules of any kind: ours are in no layer, and weigh as much as one attribute and one tag, or more where told', async () => {
    const selectors = await page.evaluate(() => {
      const rules: CSSRule[] = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
      const found = new Set<string>();
      // Grows while it is walked.
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule) found.add(rule.selectorText);
        else if (rule instanceof CSSLayerBlockRule) found.add(`@layer ${rule.name}`);
        if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) rules.push(...rule.cssRules);
      }
      return [...found];
    });
    assert.ok(selectors.length > 50, String(selectors.length));
    const others = selectors.filter((selector) => !withoutConditions(selector).every((part) => EQUAL.test(part)));
    assert.deepEqual(others.sort(), HEAVIER);
  });

  it('rules for marked nodes, since all nodes are', async () => {
    const unmarked = await page
      .locator('[data-auth]:not([data-auth~=host], [data-auth~=google]) > :not([data-auth])')
      .evaluateAll((nodes) =>
        nodes.map(({ localName, parentElement }) => `${localName} in ${parentElement?.dataset['auth'] ?? ''}`),
      );
    assert.deepEqual(unmarked, []);
  });
});
