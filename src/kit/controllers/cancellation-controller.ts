import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AuthError } from '../../cognito/errors.js';
import type { ScreenContext } from '../context/screen-context.js';

/** The user dismissed a dialog of the browser. That is no error: it is announced once, as a status. */
export class CancellationController implements ReactiveController {
  readonly #screen: ScreenContext;
  #told: AuthError | undefined;

  constructor(host: ReactiveControllerHost, screen: ScreenContext) {
    this.#screen = screen;
    host.addController(this);
  }

  hostUpdate(): void {
    const cancelled = this.#cancelled;
    if (cancelled && cancelled !== this.#told) this.#screen.say(this.#screen.text().t('error.cancelled'));
    this.#told = cancelled;
  }

  render(): unknown {
    return this.#cancelled ? html`<p data-auth="footer">${this.#screen.text().t('error.cancelled')}</p>` : nothing;
  }

  get #cancelled(): AuthError | undefined {
    const error = this.#screen.state()?.error;
    return error?.code === 'cancelled' ? error : undefined;
  }
}
