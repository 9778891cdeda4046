import { html } from 'lit';
import { anotherWay } from '../kit/form/other-ways.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { Expiry } from '../kit/controllers/expiry-controller.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { Delivery } from '../kit/controllers/delivery-controller.js';
import { fields } from '../kit/form/fields.js';
import { identityTemplate } from '../kit/form/username-row.js';
import type { Answers } from '../kit/values.js';
import { en } from '../text/en.js';

/** Asks for a code: from a text message, a mail or an authenticator app. */
export class AuthConfirmSignIn extends AuthScreen {
  static override readonly english = en;

  protected readonly screen = 'confirm-sign-in';
  protected readonly heading = 'confirm-sign-in.heading';
  protected override readonly action = 'confirm-sign-in.submit';

  readonly #delivery = new Delivery(this, this.surroundings);
  readonly #expiry = new Expiry(this, this.surroundings);

  protected override ownFields() {
    return [fields.code];
  }

  protected override submit(answers: Answers, options: SubmitOptions): void {
    this.send({ type: 'confirmSignIn.submit', answer: answers.secret('code'), ...options });
  }

  protected override description(): unknown {
    const step = this.state?.step;
    const isApp = step?.name === 'confirmSignIn' && step.medium === 'totp';
    return this.#delivery.renderDestination(this.words.t(isApp ? 'confirm-sign-in.totp' : 'confirm-sign-in.sent'));
  }

  protected override renderForm(): unknown {
    return html`${identityTemplate(this.surroundings)} ${this.#expiry.render()} ${super.renderForm()}`;
  }

  protected override renderLinks(): unknown {
    const resend = (another?: true) => this.send({ type: 'confirmSignIn.resend', ...(another && { another }) });
    const others = anotherWay(this.state?.step, () => this.link('another-way', () => resend(true)));
    return html`${this.#delivery.renderResend(() => resend())} ${others} ${super.renderLinks()}`;
  }
}
