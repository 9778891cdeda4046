import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CodeDelivery, Step } from '../../client/step.js';
import type { AuthError, AuthErrorCode } from '../../cognito/errors.js';
import type { ScreenContext } from '../context/screen-context.js';
import { deliveryOf } from '../delivery-of.js';
import { changing } from '../rendering/changing.js';
import { CooldownController } from './cooldown-controller.js';

/** The texts for each thing that can be sent. */
const WORDS = {
  code: { sent: 'code.sent', again: 'resend.action', wait: 'resend.wait', ready: 'resend.ready' },
  link: { sent: 'link.sent', again: 'link.again', wait: 'link.wait', ready: 'link.ready' },
} as const;

/** The errors after which Cognito refuses to send for a while. */
const TOO_MANY: readonly AuthErrorCode[] = ['too-many-attempts', 'too-many-requests'];

/** A code, or a link, that was sent to the user: where it went, and when another one can be requested. */
export class DeliveryController implements ReactiveController {
  readonly #screen: ScreenContext;
  readonly #words: () => (typeof WORDS)[keyof typeof WORDS];
  readonly #cooldown: CooldownController;
  /** What was announced last: where a code went, or a step that does not tell. */
  #last: CodeDelivery | Step | undefined;
  #error: AuthError | undefined;
  /** Whether the screen has been there already: what stands on it when it comes is said then. */
  #isThere = false;

  constructor(host: ReactiveControllerHost, screen: ScreenContext, kind: () => keyof typeof WORDS = () => 'code') {
    this.#screen = screen;
    this.#words = () => WORDS[kind()];
    this.#cooldown = new CooldownController(host, () => screen.say(screen.text().t(this.#words().ready)));
    host.addController(this);
  }

  /** Where the code went last. */
  get latest(): CodeDelivery | undefined {
    return deliveryOf(this.#screen.state()?.step);
  }

  hostUpdate(): void {
    const { latest } = this;
    const { step, error } = this.#screen.state() ?? {};
    const wasThere = this.#isThere;
    this.#isThere = step !== undefined;
    // Cognito limits the requests: another one right away would be refused, and prolong the limit.
    if (error && error !== this.#error && TOO_MANY.includes(error.code)) this.#cool(60);
    this.#error = error;
    // Whether a code for a new password was sent is not told, since that would tell who has an account. The wait is the same.
    const sent = latest ?? (step?.name === 'resetPassword' && !step.isRequired ? step : undefined);
    if (!sent || sent === this.#last) return;
    this.#last = sent;
    this.#cool();
    if (!wasThere) return;
    const text = this.#screen.text();
    const { destination } = latest ?? {};
    this.#screen.say(destination ? text.t(this.#words().sent, { destination }) : text.t('reset-password.description'));
  }

  /** Says where the code went, or `otherwise` when that is unknown. */
  renderDestination(otherwise: unknown): unknown {
    const { latest } = this;
    if (!latest) return otherwise;
    const [before, after] = this.#screen.text().around(this.#words().sent);
    return html`${before}<bdi part="destination">${latest.destination}</bdi>${after}`;
  }

  /** A button that requests another code, once the wait is over, if there can be another one. */
  renderResend(resend: () => void): unknown {
    if (!this.#canAskAgain) return nothing;
    const text = this.#screen.text();
    const { seconds } = this.#cooldown;
    const ask = () => {
      resend();
      // The button is about to disappear, and the user goes on by typing the code.
      this.#screen.input('code')?.focus();
    };
    return html`<p data-auth="footer">
      ${
        seconds
          ? html`<span data-auth="countdown">${changing(text.t(this.#words().wait, { count: seconds }))}</span>`
          : html`<button data-auth="link resend" type="button" @click=${ask}>${text.t(this.#words().again)}</button>`
      }
    </p>`;
  }

  /** An app shows its codes itself, and a sign-in that cannot be started again has no other one. */
  get #canAskAgain(): boolean {
    const step = this.#screen.state()?.step;
    return step?.name !== 'confirmSignIn' || (step.medium !== 'totp' && step.canStartAgain === true);
  }

  /** No wait is announced for what is not offered. */
  #cool(seconds?: number): void {
    if (this.#canAskAgain) this.#cooldown.start(seconds);
  }
}
