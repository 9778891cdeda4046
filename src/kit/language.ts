import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { textFor } from '../text/languages.js';
import type { Text } from '../text/text.js';

/** The language that the page speaks around an element, as a BCP 47 tag: the nearest `lang`, through shadow roots. */
export function languageOf(element: Element): string {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** Loads the text for the language around an element, and again when that changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #spoken: (text: Text) => void;
  #observer: MutationObserver | undefined;
  #tag: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, spoken: (text: Text) => void) {
    this.#host = host;
    this.#spoken = spoken;
    host.addController(this);
  }

  /** The text for the language spoken now. */
  load(): Promise<Text> {
    this.#tag = languageOf(this.#host);
    return textFor(this.#tag);
  }

  /** Speaks the language around the element from now on. */
  async follow(): Promise<void> {
    const text = await this.load();
    if (text.lang === this.#tag || text.lang === 'en') this.#spoken(text);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      if (this.#tag !== undefined && this.#tag !== languageOf(this.#host)) void this.follow();
    });
    for (const root of [document.documentElement, this.#host.getRootNode()]) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
