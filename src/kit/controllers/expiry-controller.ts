import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Ticket } from '../../client/step.js';
import { AuthError } from '../../cognito/errors.js';
import { hasOwn } from '../../cognito/own.js';
import type { ScreenContext } from '../context/screen-context.js';

/** How long before a challenge expires the user is warned. Milliseconds. */
const WARNING = 30_000;

/** Watches the time that Cognito gives for an answer: warns when it runs out, and reports when it has expired. */
export class ExpiryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #screen: ScreenContext;
  #ticket: Ticket | undefined;
  #isWarned = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, screen: ScreenContext) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
  }

  hostUpdate(): void {
    const { step, user } = this.#screen.state() ?? {};
    // A user who is signed in already loses nothing when a prompt expires.
    const ticket = step && hasOwn(step, 'ticket') && !user ? step.ticket : undefined;
    if (ticket === this.#ticket) return;
    this.#ticket = ticket;
    this.#isWarned = false;
    this.hostDisconnected();
    this.hostConnected();
  }

  // Checked every second, since a timer of three minutes does not count the time when the device slept.
  hostConnected(): void {
    if (!this.#ticket) return;
    this.#timer = setInterval(() => this.#look(), 1000);
    queueMicrotask(() => this.#look());
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** The time that is left, once the user was warned. */
  render(): unknown {
    const left = this.#left;
    if (left > WARNING) return nothing;
    return html`<p data-auth="countdown">${this.#sentence(left)}</p>`;
  }

  get #left(): number {
    return (this.#ticket?.expiresAt ?? Infinity) - Date.now();
  }

  #sentence(left: number): string {
    return this.#screen.text().t('challenge.ending', { count: Math.max(0, Math.ceil(left / 1000)) });
  }

  #look(): void {
    const left = this.#left;
    if (left > WARNING) return;
    if (left <= 0) this.#screen.send({ type: 'challenge.expired', error: new AuthError('challenge-expired') });
    else if (!this.#isWarned) this.#screen.say(this.#sentence(left));
    this.#isWarned = true;
    this.#host.requestUpdate();
  }
}
