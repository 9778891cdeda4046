import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { DeliveryController } from '../kit/controllers/delivery-controller.js';
import { PageReturnController } from '../kit/controllers/page-return-controller.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';

/**
 * Asks for the code that was sent to the owner of a new account. Where the pool sends a link (`verification="link"`), it
 * waits until that was followed: it checks when the user comes back to the page, and when they say so.
 */
export class AuthConfirmSignUp extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles];
  static override readonly english = en;

  protected readonly screen = 'confirm-sign-up';
  protected readonly heading = 'confirm-sign-up.heading';
  protected override action: PlainKey = 'confirm-sign-up.submit';

  readonly #delivery = new DeliveryController(this, this.context, () => (this.#isLink ? 'link' : 'code'));
  /** Whether the user says that they followed the link, and whether that was too early. */
  #claim: 'made' | 'refuted' | undefined;

  constructor() {
    super();
    new PageReturnController(this, () => {
      if (this.#isLink && this.#isWaiting) this.send({ type: 'confirmSignUp.submit', unasked: true });
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.action = this.#isLink ? 'confirm-sign-up.clicked' : 'confirm-sign-up.submit';
    super.willUpdate(changed);
    if (this.#claim !== 'made' || this.isBusy) return;
    this.#claim = this.#isWaiting && !this.state?.error ? 'refuted' : undefined;
    if (this.#claim) this.say(this.words.t('confirm-sign-up.not-yet'));
  }

  protected override ownFields(): readonly Field[] {
    return this.#isLink ? [] : [fields.code];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    if (this.#isLink) this.#claim = 'made';
    const code = this.#isLink ? {} : { code: values.secret('code') };
    this.send({ type: 'confirmSignUp.submit', ...code, ...options });
  }

  protected override description(): unknown {
    return this.#delivery.renderDestination(
      this.words.t(this.#isLink ? 'confirm-sign-up.link' : 'confirm-sign-up.description'),
    );
  }

  protected override renderForm(): unknown {
    const early = html`<p data-auth="status">${this.words.t('confirm-sign-up.not-yet')}</p>`;
    return html`${usernameRow(this.context)} ${this.#claim === 'refuted' ? early : nothing} ${super.renderForm()}`;
  }

  protected override renderLinks(): unknown {
    return html`${this.#delivery.renderResend(() => this.send({ type: 'confirmSignUp.resend' }))} ${super.renderLinks()}`;
  }

  get #isLink(): boolean {
    return this.settings.verification === 'link';
  }

  get #isWaiting(): boolean {
    return this.state?.step?.name === 'confirmSignUp' && !this.isBusy;
  }
}
