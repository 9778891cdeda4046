import { html } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import { fields } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { anotherWay } from '../kit/form/other-ways.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';

/** Asks where the mails with the codes of future sign-ins go. */
export class AuthEmailSetup extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles];
  static override readonly english = en;

  protected readonly screen = 'email-setup';
  protected readonly heading = 'email-setup.heading';
  protected override readonly action = 'email-setup.submit';

  readonly #expiry = new ExpiryController(this, this.context);

  protected override ownFields() {
    return [fields.email];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    this.send({ type: 'emailSetup.submit', attributes: { email: values.plain('email') }, ...options });
  }

  protected override description(): unknown {
    return this.words.t('email-setup.description');
  }

  protected override renderForm(): unknown {
    return html`${usernameRow(this.context)} ${this.#expiry.render()} ${super.renderForm()}`;
  }

  protected override renderLinks(): unknown {
    const startAgain = () => this.send({ type: 'challenge.startAgain', another: true });
    const others = anotherWay(this.state?.step, () => this.link('another-way', startAgain));
    return html`${others} ${super.renderLinks()}`;
  }
}
