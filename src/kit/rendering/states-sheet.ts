import type { ScreenName } from '../../auth-state.js';
import { wordsFor } from '../state-words.js';

/** The selector of elements that say that they belong to a screen. Case does not matter in the words of the guides. */
const of = (screen: ScreenName): string =>
  wordsFor(screen)
    .map((word) => `[auth-states~="${word}" i]`)
    .join();

/**
 * Shows the children of an element that name the present screen in `auth-states`, and hides those that name others. A
 * sheet, not `style`: strict content security policies allow it, and the page keeps its own `display`.
 */
export class StatesSheet {
  readonly #sheet = new CSSStyleSheet();
  #screen: ScreenName | undefined;

  constructor(root: ShadowRoot) {
    root.adoptedStyleSheets.push(this.#sheet);
  }

  show(screen: ScreenName): void {
    if (screen === this.#screen) return;
    this.#screen = screen;
    this.#sheet.replaceSync(`::slotted([auth-states]:not(${of(screen)})) { display: none !important }`);
  }
}
