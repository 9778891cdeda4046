import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Ticket } from '../../client/step.js';
import { AuthError } from '../../cognito/errors.js';
import { hasOwn } from '../../cognito/own.js';
import type { ScreenContext } from '../context/screen-context.js';
import { changing } from '../rendering/changing.js';

/** How long before a challenge expires the user is warned. Milliseconds. */
const WARNING = 30_000;

/**
 * Watches the time that Cognito gives for an answer: warns when it runs out, and reports when it has expired. A user who
 * wants more gets it by another beginning of the challenge, not before that: what there is now, such as a code, still works.
 */
export class ExpiryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #screen: ScreenContext;
  #ticket: Ticket | undefined;
  #isWarned = false;
  #wantsMore = false;
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
    this.#isWarned = this.#wantsMore = false;
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

  /** The time that is left, once the user was warned, and the way to have more. */
  render(): unknown {
    const left = this.#left;
    if (left > WARNING) return nothing;
    const text = this.#screen.text();
    if (this.#wantsMore) return html`<p data-auth="status">${text.t('challenge.extended')}</p>`;
    const more = html`<button data-auth="link" type="button" @click=${this.#extend}>
      ${text.t('challenge.extend')}
    </button>`;
    return html`<p data-auth="countdown">${changing(this.#sentence(left))} ${this.#canStartAgain ? more : nothing}</p>`;
  }

  get #canStartAgain(): boolean {
    const step = this.#screen.state()?.step;
    return step !== undefined && hasOwn(step, 'canStartAgain');
  }

  get #left(): number {
    return (this.#ticket?.expiresAt ?? Infinity) - Date.now();
  }

  #sentence(left: number): string {
    return this.#screen.text().t('challenge.ending', { count: Math.max(0, Math.ceil(left / 1000)) });
  }

  readonly #extend = (): void => {
    this.#wantsMore = true;
    this.#screen.say(this.#screen.text().t('challenge.extended'));
    this.#host.requestUpdate();
  };

  #look(): void {
    const left = this.#left;
    if (left > WARNING || this.#screen.state()?.isBusy) return;
    if (left <= 0) this.#end();
    else if (!this.#isWarned) this.#screen.say(this.#sentence(left));
    this.#isWarned = true;
    this.#host.requestUpdate();
  }

  #end(): void {
    if (this.#wantsMore) this.#screen.send({ type: 'challenge.startAgain' });
    else this.#screen.send({ type: 'challenge.expired', error: new AuthError('challenge-expired') });
    // Once: without a connection, say, it is over.
    this.#wantsMore = false;
  }
}
