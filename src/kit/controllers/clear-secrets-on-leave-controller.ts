import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Empties what was typed in secret when the page is left for one that it may come back from: the browser would keep it
 * as it is, for whoever goes back next.
 */
export class ClearSecretsOnLeaveController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
  }

  readonly #leave = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    // By name: one whose value is shown is of another type.
    for (const input of this.#host.querySelectorAll('input')) if (/password|code/.test(input.name)) input.value = '';
  };
}
