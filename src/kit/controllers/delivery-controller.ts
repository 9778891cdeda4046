import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CodeDelivery, Step } from '../../client/step.js';
import type { AuthError, AuthErrorCode } from '../../cognito/errors.js';
import type { ScreenContext } from '../context/screen-context.js';
import { CooldownController } from './cooldown-controller.js';

/** What is said of each thing that can be sent. */
const WORDS = {
  code: { sent: 'code.sent', again: 'resend.action', wait: 'resend.wait', ready: 'resend.ready' },
  link: { sent: 'link.sent', again: 'link.again', wait: 'link.wait', ready: 'link.ready' },
} as const;

/** Cognito refuses to send anything for a while. */
const TOO_MANY: readonly AuthErrorCode[] = ['too-many-attempts', 'too-many-requests'];

/** A code, or a link, on its way to a person: where it went, and when another one can be asked for. */
export class DeliveryController implements ReactiveController {
  readonly #screen: ScreenContext;
  readonly #words: () => (typeof WORDS)[keyof typeof WORDS];
  readonly #cooldown: CooldownController;
  /** What was told last: where a code went, or a step that keeps that to itself. */
  #last: CodeDelivery | Step | undefined;
  #error: AuthError | undefined;

  constructor(host: ReactiveControllerHost, screen: ScreenContext, kind: () => keyof typeof WORDS = () => 'code') {
    this.#screen = screen;
    this.#words = () => WORDS[kind()];
    this.#cooldown = new CooldownController(host, () => screen.say(screen.text().t(this.#words().ready)));
    host.addController(this);
  }

  /** Where the code went last. */
  get latest(): CodeDelivery | undefined {
    const step = this.#screen.state()?.step;
    return step && 'delivery' in step ? step.delivery : undefined;
  }

  hostUpdate(): void {
    const { latest } = this;
    const { step, error } = this.#screen.state() ?? {};
    // Cognito has had enough: whoever asks at once is refused at once, and waits even longer.
    if (error && error !== this.#error && TOO_MANY.includes(error.code)) this.#cool(60);
    this.#error = error;
    // Whether a code for a new password went anywhere, nobody is told; who asked for one waits for the next all the same.
    const sent = latest ?? (step?.name === 'resetPassword' && !step.isRequired ? step : undefined);
    if (!sent || sent === this.#last) return;
    this.#last = sent;
    this.#cool();
    const text = this.#screen.text();
    const { destination } = latest ?? {};
    this.#screen.say(destination ? text.t(this.#words().sent, { destination }) : text.t('reset-password.description'));
  }

  /** Says where the code went, or `otherwise` when nobody knows. */
  renderDestination(otherwise: unknown): unknown {
    const { latest } = this;
    if (!latest) return otherwise;
    const [before, after] = this.#screen.text().around(this.#words().sent);
    return html`${before}<bdi part="destination">${latest.destination}</bdi>${after}`;
  }

  /** A button that asks for another code, once it is time, if there can be another one. */
  renderResend(resend: () => void): unknown {
    if (!this.#canAskAgain) return nothing;
    const text = this.#screen.text();
    const { seconds } = this.#cooldown;
    const ask = () => {
      if (this.#cooldown.seconds) return;
      resend();
      // The button is about to go, and the next thing to do is to type what comes.
      this.#screen.input('code')?.focus();
    };
    return html`<p data-auth="footer">
      ${
        seconds
          ? html`<span data-auth="countdown">${text.t(this.#words().wait, { count: seconds })}</span>`
          : html`<button data-auth="link resend" type="button" @click=${ask}>${text.t(this.#words().again)}</button>`
      }
    </p>`;
  }

  /** No other code of an app, and none of a sign-in that cannot be begun again. */
  get #canAskAgain(): boolean {
    const step = this.#screen.state()?.step;
    return step?.name !== 'confirmSignIn' || (step.medium !== 'totp' && step.canStartAgain === true);
  }

  /** Nobody is told that it is time for what is not offered. */
  #cool(seconds?: number): void {
    if (this.#canAskAgain) this.#cooldown.start(seconds);
  }
}
