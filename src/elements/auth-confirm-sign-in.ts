import { html } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { DeliveryController } from '../kit/controllers/delivery-controller.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import { fields } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { anotherWay } from '../kit/form/other-ways.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';

/** Asks for a code: from a text message, a mail or an authenticator app. */
export class AuthConfirmSignIn extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles];
  static override readonly english = en;

  protected readonly screen = 'confirm-sign-in';
  protected readonly heading = 'confirm-sign-in.heading';
  protected override readonly action = 'confirm-sign-in.submit';

  readonly #delivery = new DeliveryController(this, this.context);
  readonly #expiry = new ExpiryController(this, this.context);

  protected override ownFields() {
    return [fields.code];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    this.send({ type: 'confirmSignIn.submit', answer: values.secret('code'), ...options });
  }

  protected override description(): unknown {
    const step = this.state?.step;
    const isApp = step?.name === 'confirmSignIn' && step.medium === 'totp';
    return this.#delivery.renderDestination(this.words.t(isApp ? 'confirm-sign-in.totp' : 'confirm-sign-in.sent'));
  }

  protected override renderForm(): unknown {
    return html`${usernameRow(this.context)} ${this.#expiry.render()} ${super.renderForm()}`;
  }

  protected override renderLinks(): unknown {
    const resend = (another?: true) => this.send({ type: 'challenge.startAgain', ...(another && { another }) });
    const others = anotherWay(this.state?.step, () => this.link('another-way', () => resend(true)));
    return html`${this.#delivery.renderResend(() => resend())} ${others} ${super.renderLinks()}`;
  }
}
