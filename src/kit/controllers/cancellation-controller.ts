import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AuthError } from '../../cognito/errors.js';
import type { ScreenContext } from '../context/screen-context.js';

/** What of a screen is needed to tell. */
type Listener = Pick<ScreenContext, 'text' | 'state' | 'say'>;

/** Which of several controllers on a page tells of a cancellation. */
const tellers = new WeakMap<AuthError, CancellationController>();

/**
 * The user dismissed a dialog of the browser, or came back without an answer. That is no error: it is announced once, as a
 * status.
 */
export class CancellationController implements ReactiveController {
  readonly #screen: Listener;

  constructor(host: ReactiveControllerHost, screen: Listener) {
    this.#screen = screen;
    host.addController(this);
  }

  hostUpdate(): void {
    const cancelled = this.#cancelled;
    if (!cancelled || tellers.has(cancelled)) return;
    tellers.set(cancelled, this);
    this.#screen.say(this.#screen.text().t('error.cancelled'));
  }

  render(): unknown {
    const cancelled = this.#cancelled;
    return cancelled && tellers.get(cancelled) === this
      ? html`<p data-auth="footer">${this.#screen.text().t('error.cancelled')}</p>`
      : nothing;
  }

  get #cancelled(): AuthError | undefined {
    const error = this.#screen.state()?.error;
    return error?.code === 'cancelled' ? error : undefined;
  }
}
