import { html } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { ChecklistController } from '../kit/controllers/checklist-controller.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import { addedField } from '../kit/form/added-field.js';
import { attributeField } from '../kit/form/attribute-fields.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { Refusal } from '../kit/form/form-problems.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { checklistStyles } from '../styles/checklist.styles.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';

/** Replaces a temporary password, and asks for the attributes that Cognito misses. */
export class AuthNewPassword extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles, checklistStyles];
  static override readonly english = en;

  protected readonly screen = 'new-password';
  protected readonly heading = 'new-password.heading';
  protected override readonly action = 'new-password.submit';

  readonly #checklist = new ChecklistController(this, this.context);
  readonly #expiry = new ExpiryController(this, this.context);

  protected override ownFields(): readonly Field[] {
    const step = this.state?.step;
    const missing = step?.name === 'newPassword' ? step.requiredAttributes : [];
    return [fields.newPassword, ...missing.map((name) => ({ ...attributeField(name), required: true }))];
  }

  protected override addedField(name: string): Field {
    return addedField(name);
  }

  protected override refusals(): readonly Refusal[] {
    return this.#checklist.refusals();
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    const answer = values.secret('new-password');
    this.send({ type: 'newPassword.submit', answer, attributes: values.attributes(), ...options });
  }

  protected override description(): unknown {
    return this.words.t('new-password.description');
  }

  protected override renderForm(): unknown {
    return html`${usernameRow(this.context)} ${this.#expiry.render()} ${super.renderForm()}`;
  }

  protected override renderField(field: Field): unknown {
    return super.renderField(field, { hint: this.#checklist.hintFor(field) });
  }
}
