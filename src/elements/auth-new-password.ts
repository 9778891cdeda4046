import { html } from 'lit';
import { attributeField } from '../kit/form/attribute-fields.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { Expiry } from '../kit/controllers/expiry-controller.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { Checklist } from '../kit/controllers/checklist-controller.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import { identityTemplate } from '../kit/form/username-row.js';
import type { Answers } from '../kit/values.js';
import { en } from '../text/en.js';

/** Replaces a temporary password, and asks for the attributes that Cognito misses. */
export class AuthNewPassword extends AuthScreen {
  static override readonly english = en;

  protected readonly screen = 'new-password';
  protected readonly heading = 'new-password.heading';
  protected override readonly action = 'new-password.submit';

  readonly #checklist = new Checklist(this, this.surroundings);
  readonly #expiry = new Expiry(this, this.surroundings);

  protected override ownFields(): readonly Field[] {
    const step = this.state?.step;
    const missing = step?.name === 'newPassword' ? step.requiredAttributes : [];
    return [fields.newPassword, ...missing.map((name) => ({ ...attributeField(name), required: true }))];
  }

  protected override addedField(name: string): Field {
    return attributeField(name);
  }

  protected override submit(answers: Answers, options: SubmitOptions): void {
    const answer = answers.secret('new-password');
    this.send({ type: 'newPassword.submit', answer, attributes: answers.attributes(), ...options });
  }

  protected override description(): unknown {
    return this.words.t('new-password.description');
  }

  protected override renderForm(): unknown {
    return html`${identityTemplate(this.surroundings)} ${this.#expiry.render()} ${super.renderForm()}`;
  }

  protected override renderField(field: Field): unknown {
    return super.renderField(field, { hint: this.#checklist.hintFor(field) });
  }
}
