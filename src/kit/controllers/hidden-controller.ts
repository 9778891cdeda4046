import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the form of its host is not shown any more: the dialog around it is closed, say, or the page has hidden it. */
export class HiddenController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #hidden: () => void;
  #observers: readonly (ResizeObserver | IntersectionObserver)[] = [];
  #form: Element | null = null;

  constructor(host: ReactiveControllerHost & Element, hidden: () => void) {
    this.#host = host;
    this.#hidden = hidden;
    host.addController(this);
  }

  hostConnected(): void {
    const look = (entries: readonly { readonly target: Element }[]) => {
      if (entries.some(({ target }) => !target.checkVisibility())) this.#hidden();
    };
    // What is closed by `content-visibility`, as in a `<details>`, keeps its size.
    this.#observers = [new ResizeObserver(look), new IntersectionObserver(look)];
    this.hostUpdated();
  }

  /** Watches the form: most hosts are inline or have no box, whose size never changes. */
  hostUpdated(): void {
    const form = this.#host.querySelector(':scope > form[data-auth]');
    if (form === this.#form) return;
    this.#form = form;
    for (const observer of this.#observers) {
      observer.disconnect();
      if (form) observer.observe(form);
    }
  }

  hostDisconnected(): void {
    for (const observer of this.#observers) observer.disconnect();
    this.#form = null;
  }
}
