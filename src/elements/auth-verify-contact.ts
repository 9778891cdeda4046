import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Contact } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { DeliveryController } from '../kit/controllers/delivery-controller.js';
import { choiceButtons } from '../kit/form/choice-buttons.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { choiceButtonStyles } from '../styles/choice-buttons.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';

/** Asks a user who has signed in to verify an email address or phone number: first which one, then for the code. */
export class AuthVerifyContact extends AuthScreen {
  static override readonly contentStyles = [choiceButtonStyles];
  static override readonly english = en;

  protected readonly screen = 'verify-contact';
  protected readonly heading = 'verify-contact.heading';
  protected override action: PlainKey | undefined;
  protected override readsFirst = true;

  readonly #delivery = new DeliveryController(this, this.context);
  #chosen: Contact | undefined;
  #isCodeAsked = false;

  protected override willUpdate(changed: PropertyValues): void {
    const isCodeAsked = this.#step?.delivery !== undefined;
    this.action = isCodeAsked ? 'verify-contact.submit' : undefined;
    this.readsFirst = !isCodeAsked;
    super.willUpdate(changed);
  }

  protected override updated(): void {
    super.updated();
    const isCodeAsked = this.#step?.delivery !== undefined;
    // The button that was pressed is gone, and there is something to type.
    if (isCodeAsked && !this.#isCodeAsked && this.#chosen) this.context.input('code')?.focus();
    this.#isCodeAsked = isCodeAsked;
  }

  protected override ownFields(): readonly Field[] {
    return this.action ? [fields.code] : [];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    // The buttons send a contact that the step offers, or that it shall not be now; the form a code.
    const choice = values.plain('choice') as Contact | 'skip' | 'later' | '';
    const answer = choice ? { choice } : { answer: values.secret('code') };
    this.send({ type: 'verifyContact.submit', ...answer, ...options });
  }

  protected override description(): unknown {
    return this.#delivery.renderDestination(this.words.t('verify-contact.description'));
  }

  protected override renderActions(): unknown {
    const { words, isBusy } = this;
    if (this.action) return super.renderActions();
    const methods = (this.#step?.contacts ?? []).map(({ name, destination }) => ({
      choice: name,
      label: words.t(`verify-contact.${name}`, { destination }),
    }));
    return choiceButtons(methods, { busy: isBusy, chosen: this.#chosen, choose: this.#send });
  }

  protected override renderLinks(): unknown {
    const { contact, remindIn: count = 0 } = this.#step ?? {};
    const remind = html`<button data-auth="link" type="button" @click=${() => this.choose('later', true)}>
      ${this.words.t('verify-contact.later', { count })}
    </button>`;
    return html`${contact && this.#delivery.renderResend(() => this.#send(contact))}
      <p data-auth="footer">
        ${this.link('verify-contact.skip', () => this.choose('skip', true))} ${count > 0 ? remind : nothing}
      </p>`;
  }

  readonly #send = (contact: Contact): void => {
    this.#chosen = contact;
    this.choose(contact);
  };

  get #step() {
    const step = this.state?.step;
    return step?.name === 'verifyContact' ? step : undefined;
  }
}
