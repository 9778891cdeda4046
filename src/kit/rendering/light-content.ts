import { render } from 'lit';
import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { formStyles } from '../../styles/form.styles.js';

/**
 * Renders a template among the host's own children instead of its shadow root, so that password managers, labels and the
 * styles of the page can reach it.
 */
export class LightContent implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #template: () => unknown;
  readonly #styles: CSSResult[];
  #start: Node | null | undefined;
  #end: Comment | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, template: () => unknown, styles: readonly CSSResult[] = []) {
    this.#host = host;
    this.#template = template;
    this.#styles = [formStyles, ...styles];
    host.addController(this);
  }

  // Not on the server: there the frame is rendered, and the form follows when the element wakes up.
  hostUpdated(): void {
    if (this.#end?.parentNode !== this.#host) this.#end = this.#host.appendChild(document.createComment(''));
    this.#adopt(this.#host.getRootNode());
    this.#start = render(this.#template(), this.#host, { host: this.#host, renderBefore: this.#end }).startNode;
  }

  /** The form, where one was rendered: never another one among the children. */
  get form(): HTMLFormElement | undefined {
    const first = this.#start?.nextSibling;
    return first instanceof HTMLFormElement ? first : undefined;
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

  /** Takes one more sheet. It counts from the next update on. */
  style(sheet: CSSResult): void {
    if (!this.#styles.includes(sheet)) this.#styles.push(sheet);
  }

  /** Sheets, not `<style>`: strict content security policies allow them. */
  #adopt(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    for (const { styleSheet } of this.#styles) {
      if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
    }
  }
}
