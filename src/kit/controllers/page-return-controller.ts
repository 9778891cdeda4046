import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when a person comes back to the page: from another tab, window or app, a mail program say. */
export class PageReturnController implements ReactiveController {
  readonly #returned: () => void;

  constructor(host: ReactiveControllerHost, returned: () => void) {
    this.#returned = returned;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('focus', this.#look);
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    removeEventListener('focus', this.#look);
    document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'visible') this.#returned();
  };
}
