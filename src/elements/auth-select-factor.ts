import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Factor } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { CancellationController } from '../kit/controllers/cancellation-controller.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import { LastMethodController } from '../kit/controllers/last-method-controller.js';
import { choiceButtons } from '../kit/form/choice-buttons.js';
import type { FieldView } from '../kit/form/field-template.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { badge } from '../kit/rendering/badge.js';
import { badgeStyles } from '../styles/badge.styles.js';
import { choiceButtonStyles } from '../styles/choice-buttons.styles.js';
import { dividerStyles } from '../styles/divider.styles.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';

const LABEL = {
  password: 'factor.password',
  email: 'factor.email',
  sms: 'factor.sms',
  passkey: 'factor.passkey',
} as const satisfies Record<Factor, PlainKey>;

/** Asks for the first factor: the password, a code or a passkey. */
export class AuthSelectFactor extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles, choiceButtonStyles, dividerStyles, badgeStyles];
  static override readonly english = en;

  protected readonly screen = 'select-factor';
  protected readonly heading = 'select-factor.heading';

  protected override action: PlainKey | undefined;
  protected override readsFirst = false;
  readonly #cancellation = new CancellationController(this, this.context);
  readonly #expiry = new ExpiryController(this, this.context);
  readonly #last = new LastMethodController(this, () => (this.isActive ? this.auth : undefined));
  #chosen: Factor | undefined;

  /** Only a password is typed; all other ways are chosen by their button. */
  protected override willUpdate(changed: PropertyValues): void {
    const isTyped = this.#factors.includes('password');
    this.action = isTyped ? 'select-factor.submit' : undefined;
    this.readsFirst = !isTyped;
    super.willUpdate(changed);
  }

  protected override headline(): string {
    const [only, ...more] = this.#factors;
    if (only === 'password' && !more.length) return this.words.t('select-factor.password');
    if (only === 'passkey' && !more.length) return this.words.t('select-factor.passkey');
    return super.headline();
  }

  protected override ownFields(): readonly Field[] {
    return this.#factors.includes('password') ? [fields.password] : [];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    // The buttons send what the step offered; the form has no such value, and sends a password.
    const choice = (values.plain('choice') || 'password') as Factor;
    this.#chosen = choice;
    const answer = choice === 'password' ? { answer: values.secret('password') } : {};
    this.send({ type: 'selectFactor.submit', choice, ...answer, ...options });
  }

  protected override renderForm(): unknown {
    return html`${usernameRow(this.context)} ${this.#expiry.render()} ${super.renderForm()}`;
  }

  protected override renderField(field: Field, extra: Pick<FieldView, 'hint'> = {}): unknown {
    const id = `${this.context.formId}-badge`;
    const isPassword = field.name === 'password';
    const isMarked = isPassword && this.#last.wasFactor('password');
    return super.renderField(field, {
      ...extra,
      ...(isMarked && { hint: { id, content: badge(this.words, id) } }),
      ...(isPassword && { link: this.renderForgot() }),
    });
  }

  protected override renderActions(): unknown {
    const { words, isBusy } = this;
    const others = this.#factors.filter((factor) => factor !== 'password');
    if (!others.length) return super.renderActions();
    const methods = others.map((choice) => ({
      choice,
      label: words.t(LABEL[choice]),
      badge: this.#last.wasFactor(choice) ? badge(words) : nothing,
    }));
    const divider = words.t('select-factor.others');
    const view = {
      busy: isBusy,
      chosen: this.#chosen,
      choose: (choice: Factor) => this.choose(choice),
    };
    const cancelled = this.#cancellation.render();
    if (!this.action) return html`${choiceButtons(methods, view)} ${cancelled}`;
    return html`${super.renderActions()}
      <p data-auth="divider">${divider}</p>
      ${choiceButtons(methods, view, 'button')} ${cancelled}`;
  }

  get #factors(): readonly Factor[] {
    const step = this.state?.step;
    return step?.name === 'selectFactor' ? step.factors : [];
  }
}
