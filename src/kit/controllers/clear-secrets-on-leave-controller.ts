import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Empties passwords and codes when the page goes into the back/forward cache: the browser would show them again to the next
 * user who goes back.
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
