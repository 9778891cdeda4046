import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the form of its host is not shown any more: the dialog around it is closed, say, or the page has hidden it. */
export class HiddenController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #hidden: () => void;
  #observer: ResizeObserver | undefined;
  #form: Element | null = null;

  constructor(host: ReactiveControllerHost & Element, hidden: () => void) {
    this.#host = host;
    this.#hidden = hidden;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      if (entries.some(({ target }) => !target.checkVisibility())) this.#hidden();
    });
    this.hostUpdated();
  }

  /** Watches the form: most hosts are inline or have no box, whose size never changes. */
  hostUpdated(): void {
    const form = this.#host.querySelector(':scope > form[data-auth]');
    if (form === this.#form) return;
    this.#form = form;
    this.#observer?.disconnect();
    if (form) this.#observer?.observe(form);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#form = null;
  }
}
