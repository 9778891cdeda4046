import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Calls back when the page goes into the back/forward cache, to clear what is secret: the browser would show it again to the
 * next user who goes back.
 */
export class ClearSecretsOnLeaveController implements ReactiveController {
  readonly #clear: () => void;

  constructor(host: ReactiveControllerHost, clear: () => void) {
    this.#clear = clear;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
  }

  readonly #leave = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#clear();
  };
}
