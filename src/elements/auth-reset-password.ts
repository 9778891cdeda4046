import { html } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { ChecklistController } from '../kit/controllers/checklist-controller.js';
import { DeliveryController } from '../kit/controllers/delivery-controller.js';
import { addedField } from '../kit/form/added-field.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { Refusal } from '../kit/form/form-problems.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { checklistStyles } from '../styles/checklist.styles.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';

/** Asks for the code that was sent, and for the new password it buys. */
export class AuthResetPassword extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles, checklistStyles];
  static override readonly english = en;

  protected readonly screen = 'reset-password';
  protected readonly heading = 'reset-password.heading';
  protected override readonly action = 'reset-password.submit';

  readonly #checklist = new ChecklistController(this, this.context);
  readonly #delivery = new DeliveryController(this, this.context);

  protected override ownFields() {
    return [fields.code, fields.newPassword];
  }

  protected override addedField(name: string): Field {
    return addedField(name);
  }

  protected override refusals(): readonly Refusal[] {
    return this.#checklist.refusals();
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    const code = values.secret('code');
    this.send({ type: 'resetPassword.submit', code, password: values.secret('new-password'), ...options });
  }

  protected override description(): unknown {
    const step = this.state?.step;
    const isRequired = step?.name === 'resetPassword' && step.isRequired;
    return this.#delivery.renderDestination(
      this.words.t(isRequired ? 'reset-password.required' : 'reset-password.description'),
    );
  }

  protected override renderForm(): unknown {
    return html`${usernameRow(this.context)} ${super.renderForm()}`;
  }

  protected override renderField(field: Field): unknown {
    return super.renderField(field, { hint: this.#checklist.hintFor(field) });
  }

  protected override renderLinks(): unknown {
    return html`${this.#delivery.renderResend(() => this.send({ type: 'resetPassword.resend' }))} ${super.renderLinks()}`;
  }
}
