import { html } from 'lit';
import type { PropertyValues } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { ChecklistController } from '../kit/controllers/checklist-controller.js';
import { addedField } from '../kit/form/added-field.js';
import { attributeField } from '../kit/form/attribute-fields.js';
import type { FieldView } from '../kit/form/field-template.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { Refusal } from '../kit/form/form-problems.js';
import type { FormValues } from '../kit/form/form-values.js';
import { identifierField } from '../kit/form/identifier-field.js';
import type { LoginMechanism } from '../kit/form/identifier-field.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { checkFields } from '../kit/misuse/check-fields.js';
import { checklistStyles } from '../styles/checklist.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';

/**
 * What is asked for besides the username. Where users sign in by an address or a number, that is the username, and
 * where they choose one of their own, Cognito needs an address to send the code to.
 */
const contactsFor = (mechanisms: readonly LoginMechanism[]): readonly LoginMechanism[] => {
  if (!mechanisms.includes('username')) return [];
  const contacts = mechanisms.filter((name) => name !== 'username');
  return contacts.length ? contacts : ['email'];
};

/** Creates an account. */
export class AuthSignUp extends AuthScreen {
  static override readonly contentStyles = [checklistStyles];
  static override readonly english = en;

  protected readonly screen = 'sign-up';
  protected readonly heading = 'sign-up.heading';
  protected override action: PlainKey | undefined = 'sign-up.submit';

  readonly #checklist = new ChecklistController(this, this.context);

  protected override willUpdate(changed: PropertyValues): void {
    this.action = this.offers('password') ? 'sign-up.submit' : undefined;
    super.willUpdate(changed);
  }

  protected override ownFields(): readonly Field[] {
    if (!this.action) return [];
    const mechanisms = this.#mechanisms;
    const identifier = mechanisms.includes('username') ? identifierField() : identifierField(mechanisms);
    const password = { ...fields.newPassword, labelKey: 'password' };
    const asked = (this.settings.signUpAttributes ?? []).filter((name) => !mechanisms.some((known) => known === name));
    const names = new Set([...contactsFor(mechanisms), ...asked]);
    const own = [identifier, ...[...names].map((name) => ({ ...attributeField(name), required: true })), password];
    checkFields(this, own, this.changes);
    return own;
  }

  protected override addedField(name: string): Field {
    return addedField(name);
  }

  protected override refusals(): readonly Refusal[] {
    return this.#checklist.refusals();
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    const typed = values.plain('username');
    const isContact = !this.#mechanisms.includes('username');
    const contact = isContact && { [typed.includes('@') ? 'email' : 'phone_number']: typed };
    this.send({
      type: 'signUp.submit',
      username: typed,
      password: values.secret('new-password'),
      attributes: { ...contact, ...values.attributes() },
      ...options,
    });
  }

  protected override renderField(field: Field): unknown {
    const isTaken = field.name === 'username' && this.state?.error?.code === 'username-exists';
    return super.renderField(field, { hint: isTaken ? this.#signInInstead() : this.#checklist.hintFor(field) });
  }

  /** The way on for who has an account already, a part of what describes the field. */
  #signInInstead(): FieldView['hint'] {
    const id = `${this.context.formId}-instead`;
    const link = this.link('sign-up.sign-in-instead', () => this.go('go.signIn'));
    return { id, content: html`<p data-auth="hint" id=${id}>${link}</p>` };
  }

  protected override renderActions(): unknown {
    return html`${super.renderActions()} ${this.renderProviders()}`;
  }

  protected override renderLinks(): unknown {
    const { words } = this;
    return html`<p data-auth="footer">
      ${words.t('sign-up.have-account')} ${this.link('sign-up.sign-in', () => this.go('go.signIn'))}
    </p>`;
  }

  get #mechanisms(): readonly LoginMechanism[] {
    return this.settings.loginMechanisms ?? ['username'];
  }
}
