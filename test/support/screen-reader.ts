import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { descriptionOf } from './description-of.js';

/** How long a screen reader takes to say what is expected. Milliseconds. */
const PATIENCE = 30_000;

const LISTENER = fileURLToPath(new URL('screen-reader-page.js', import.meta.url));

/** What is said while a request takes long, which is up to the machine. */
const WAITING = ['“Signing in …”', '“One moment …”', '“This takes longer than usual.”'];

/** What the page notes: a sentence in a live region, or the number of an element that got the focus. */
type Note = { readonly said: string } | { readonly focused: number };

declare global {
  interface Window {
    /** What a screen reader was told so far, in order. */
    readonly heard?: Note[];
  }
}

/** A property of a node of the accessibility tree. */
interface AxValue {
  readonly value?: string;
}

/** Hears what a screen reader says: `role “name”: description`, or what a live region says, as `“text”`. */
export interface Listener {
  /** Waits until this was said since the last time, in this order. */
  says(...expected: readonly string[]): Promise<void>;
}

/** What a screen reader says on a page: `role “name”: description` of what gets the focus, and what live regions say. */
export class ScreenReader implements Listener {
  readonly #page: Page;
  readonly #devTools: CDPSession | undefined;
  /** What was said, by the position in the notes: names are read once, when the focus comes. */
  readonly #lines: string[] = [];

  private constructor(page: Page, devTools: CDPSession | undefined) {
    this.#page = page;
    this.#devTools = devTools;
  }

  /** Listens to a page that is not opened yet. */
  static async on(page: Page): Promise<ScreenReader> {
    await page.addInitScript({ path: LISTENER });
    const isChromium = page.context().browser()?.browserType().name() === 'chromium';
    return new ScreenReader(page, isChromium ? await page.context().newCDPSession(page) : undefined);
  }

  /** Waits until this was said since the last time, all of it, in this order, and nothing else. */
  async says(...expected: readonly string[]): Promise<void> {
    const end = Date.now() + PATIENCE;
    const before = this.#lines.length;
    const said = () => this.#lines.slice(before).filter((line) => !WAITING.includes(line));
    while (said().length < expected.length && Date.now() < end) {
      await this.#read();
      await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    assert.deepEqual(said(), expected);
  }

  async #read(): Promise<void> {
    const notes = await this.#page.evaluate(() => window.heard ?? []);
    for (const note of notes.slice(this.#lines.length)) {
      this.#lines.push('said' in note ? `“${note.said}”` : await this.#describe(note.focused));
    }
  }

  /** An element that has got the focus, as the accessibility tree has it. */
  async #describe(index: number): Promise<string> {
    const element = this.#page.locator(`[data-heard="${String(index)}"]`);
    // The focus may have gone on, and the element with it.
    if (!(await element.count())) return '(gone)';
    const [role, name, description] = this.#devTools
      ? await this.#inTree(this.#devTools, index)
      : await this.#inSnapshot(element);
    return `${role} “${name}”${description && `: ${description}`}`;
  }

  /** In Chromium: from the tree of the browser itself. */
  async #inTree(devTools: CDPSession, index: number): Promise<readonly string[]> {
    await devTools.send('DOM.getDocument', { depth: 0 });
    const query = `[data-heard="${String(index)}"]`;
    const search = await devTools.send('DOM.performSearch', { query, includeUserAgentShadowDOM: true });
    const range = { searchId: search.searchId, fromIndex: 0, toIndex: search.resultCount };
    const { nodeIds } = await devTools.send('DOM.getSearchResults', range);
    const [nodeId = 0] = nodeIds;
    const { nodes } = await devTools.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
    const [node] = nodes;
    const text = (value: AxValue | undefined) => (value?.value ?? '').replace(/\s+/g, ' ').trim();
    return [text(node?.role), text(node?.name), text(node?.description)];
  }

  /** Elsewhere: by the rules of the accessible name. */
  async #inSnapshot(element: Locator): Promise<readonly string[]> {
    const [line = ''] = (await element.ariaSnapshot()).split('\n');
    const [, role = '', name = ''] = /^- (\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line) ?? [];
    return [role, name, await element.evaluate(descriptionOf)];
  }
}
