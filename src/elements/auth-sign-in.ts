import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Factor, Notice } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import type { PasskeyEntryController } from '../kit/controllers/passkey-entry-controller.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { identifierField } from '../kit/form/identifier-field.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import type { PlainKey } from '../text/text.js';

const NOTICE = {
  confirmed: 'sign-in.confirmed',
  'password-reset': 'sign-in.password-reset',
} as const satisfies Record<Notice, string>;

/** Asks for the username and the password. */
export class AuthSignIn extends AuthScreen {
  protected readonly screen = 'sign-in';
  protected readonly heading = 'sign-in.heading';
  protected override action: PlainKey | undefined = 'sign-in.submit';
  #passkeys: PasskeyEntryController | undefined;
  #isLoadingPasskeys = false;

  /** SRP is heavy: it is loaded while the user types. */
  protected override begin(): void {
    super.begin();
    this.send({ type: 'signIn.typing' });
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.action = this.#asksPassword ? 'sign-in.submit' : 'sign-in.continue';
    if (!this.offers('password')) this.action = undefined;
    super.willUpdate(changed);
    if (this.action && this.isActive && this.auth?.client.authFlow === 'USER_AUTH') void this.#loadPasskeys();
  }

  protected override ownFields(): readonly Field[] {
    if (!this.action) return [];
    const identifier = identifierField(this.settings.loginMechanisms);
    return this.#asksPassword ? [identifier, fields.password] : [identifier];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    const password = this.#asksPassword && { password: values.secret('password') };
    // Our own buttons say nothing but factors.
    const preferred = values.plain('preferred') as Factor | '';
    this.send({
      type: 'signIn.submit',
      username: values.plain('username'),
      ...password,
      ...(preferred && { preferred }),
      ...options,
    });
  }

  /** Good news, or what has just ended. */
  protected override arrival(): string {
    const news = this.#notice ?? (this.state?.ended === 'user' ? 'signed-in.signed-out' : undefined);
    return `${news ? this.words.t(news) : ''} ${super.arrival()}`;
  }

  protected override renderForm(): unknown {
    const notice = this.#notice;
    return html`${notice ? html`<p data-auth="status">${this.words.t(notice)}</p>` : nothing} ${super.renderForm()}`;
  }

  protected override renderField(field: Field): unknown {
    const isForgettable = field.name === 'password' && this.offers('forgot-password');
    return super.renderField(field, {
      link: isForgettable
        ? this.link('sign-in.forgot-password', () => this.go('go.forgotPassword'), 'forgot-password')
        : nothing,
    });
  }

  protected override renderActions(): unknown {
    return html`${super.renderActions()} ${this.#passkeys?.render() ?? nothing} ${this.renderProviders()}`;
  }

  protected override renderLinks(): unknown {
    if (!this.action || !this.offers('sign-up')) return nothing;
    const { words } = this;
    return html`<p data-auth="footer">
      ${words.t('sign-in.new-here')} ${this.link('sign-in.sign-up', () => this.go('go.signUp'), 'sign-up')}
    </p>`;
  }

  /** Without them, there is still the form. */
  async #loadPasskeys(): Promise<void> {
    if (this.#isLoadingPasskeys) return;
    this.#isLoadingPasskeys = true;
    const module = await import('../kit/controllers/passkey-entry-controller.js').catch(() => undefined);
    this.#passkeys = module?.createPasskeyEntry(this, this.context);
  }

  /** In some flows, the form asks for the username alone, and Cognito decides what comes next. */
  get #asksPassword(): boolean {
    return !['USER_AUTH', 'CUSTOM_WITHOUT_SRP'].includes(this.auth?.client.authFlow ?? '');
  }

  get #notice() {
    const step = this.state?.step;
    return step?.name === 'signIn' && step.notice ? NOTICE[step.notice] : undefined;
  }
}
