import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { errorsInEnglish, textFor } from '../../text/languages.js';
import type { Text, Vocabulary } from '../../text/text.js';

/** The language that the page speaks around an element, as a BCP 47 tag: the nearest `lang`, through shadow roots. */
function languageOf(element: Element): string {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/**
 * The words of an element: the text that it is given, else the text for the language around it, which it follows from the
 * first time that nothing is given. Beneath either is the English that the element brings.
 */
export class WordsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #english: Vocabulary;
  #observer: MutationObserver | undefined;
  /** The language that is followed. */
  #tag: string | undefined;
  #around: Text | undefined;
  #text: Text | undefined;
  #words: Text | undefined;
  #asksForErrors = false;
  #hasErrors = false;

  constructor(host: ReactiveControllerHost & HTMLElement, english: Vocabulary) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  /** The words in use; undefined as long as a language is being loaded. */
  get words(): Text | undefined {
    return this.#words;
  }

  /** Takes the text that comes before the language around the host. Returns the words in use. */
  use(given: Text | undefined): Text | undefined {
    if (!given && this.#tag === undefined) this.#observe();
    const text = given ?? this.#around;
    if (text !== this.#text) {
      this.#text = text;
      this.#words = text?.over(this.#english);
    }
    return this.#words;
  }

  /**
   * Whether it can be said what went wrong. Few sign-ins fail: what is said then is loaded when it is needed, after which
   * the host is updated. Without it there is a sentence for any error.
   */
  canSay(key: string): boolean {
    if (this.#hasErrors || this.#words?.has(key)) return true;
    if (!this.#asksForErrors) void this.#loadErrors();
    return false;
  }

  hostConnected(): void {
    if (this.#tag !== undefined) this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #observe(): void {
    this.#observer = new MutationObserver(() => this.#follow());
    for (const root of [document.documentElement, this.#host.getRootNode()]) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    this.#follow();
  }

  async #loadErrors(): Promise<void> {
    this.#asksForErrors = true;
    this.#english = { ...(await errorsInEnglish()), ...this.#english };
    this.#hasErrors = true;
    this.#words = this.#text?.over(this.#english);
    this.#host.requestUpdate();
  }

  #follow(): void {
    const tag = languageOf(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    void textFor(tag).then((text) => {
      // The language may have changed again while this one was loaded.
      if (tag !== this.#tag) return;
      this.#around = text;
      this.#host.requestUpdate();
    });
  }
}
