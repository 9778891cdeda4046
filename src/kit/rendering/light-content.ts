import { render } from 'lit';
import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { adoptStyles } from './light-styles.js';
import { BEGIN, END, removeCopies } from './own-nodes.js';

/**
 * Renders a template among the host's own children instead of its shadow root, so that password managers, labels and the
 * styles of the page can reach it. The other children are the page's: whatever it does with them, what is rendered stays.
 */
export class LightContent implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #template: () => unknown;
  readonly #styles: readonly CSSResult[];
  #end: Comment | undefined;
  /** What is rendered, from the comment before it to the one after it. */
  #nodes: readonly ChildNode[] = [];
  /** The form, where one was rendered: never another one among the children. */
  form: HTMLFormElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, template: () => unknown, styles: readonly CSSResult[] = []) {
    this.#host = host;
    this.#template = template;
    this.#styles = styles;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#end) removeCopies(this.#host);
  }

  // Not on the server: there the frame is rendered, and the form follows when the element wakes up.
  hostUpdated(): void {
    const host = this.#host;
    if (!this.#end) {
      this.#end = host.appendChild(new Comment(END));
      // Frameworks that replace a text empty the element.
      new MutationObserver(() => this.#keep()).observe(host, { childList: true });
    }
    this.#keep();
    adoptStyles(host.getRootNode(), this.#styles);
    // The first node of a part is its marker.
    const start = render(this.#template(), host, { host, renderBefore: this.#end }).startNode as Comment;
    // Once: WebKit takes new words in a comment for new children, and fires `slotchange`.
    if (!start.data) start.data = BEGIN;
    const nodes = [...host.childNodes];
    this.#nodes = nodes.slice(nodes.indexOf(start), nodes.indexOf(this.#end) + 1);
    const [, first] = this.#nodes;
    // Browser extensions put nodes before it, and markup that was injected may be a form, too.
    if (!this.form?.isConnected) this.form = first instanceof HTMLFormElement ? first : undefined;
  }

  hostDisconnected(): void {
    // Not when it was only moved. A password does not outlive its form.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.reset();
    });
  }

  /** What was rendered in the form and matches a selector. */
  inForm<Found extends HTMLElement>(selector: string): readonly Found[] {
    // Asked of the host: an input named `querySelectorAll` hides that method of its form.
    return [...this.#host.querySelectorAll<Found>(selector)].filter((found) => found.closest('form') === this.form);
  }

  /** The input with this id, or the checked radio button of this name, as they were rendered in the form. */
  input(id: string, name: string): HTMLInputElement | undefined {
    const inputs = this.inForm<HTMLInputElement>('input');
    return inputs.find((input) => input.id === id || (input.checked && input.name === name));
  }

  /** Empties the form. */
  reset(): void {
    if (this.form) HTMLFormElement.prototype.reset.call(this.form);
  }

  #keep(): void {
    const host = this.#host;
    if (this.#nodes.some(({ parentNode }) => parentNode !== host)) host.append(...this.#nodes);
  }
}
