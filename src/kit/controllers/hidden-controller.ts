import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when its host is not shown any more: the dialog around it is closed, say, or the page has hidden it. */
export class HiddenController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #hidden: () => void;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & Element, hidden: () => void) {
    this.#host = host;
    this.#hidden = hidden;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#host.checkVisibility() || this.#hidden());
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
