import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Factor, Notice } from '../client/step.js';
import { asksPassword } from '../config/asks-password.js';
import { AuthScreen } from '../kit/auth-screen.js';
import type { PasskeyEntryController } from '../kit/controllers/passkey-entry-controller.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { isFocusFree } from '../kit/form/focus.js';
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
  /** Whether the password was asked for, as no provider was found. */
  #asked: boolean | undefined;

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
    const { discovery } = this.settings;
    this.send({
      type: 'signIn.submit',
      username: values.plain('username'),
      ...password,
      ...(preferred && { preferred }),
      ...(discovery && { discovery }),
      ...options,
    });
  }

  protected override updated(): void {
    super.updated();
    const asked = this.#step?.asksPassword;
    // Only now there is a field to go to.
    if (asked && !this.#asked && isFocusFree(this)) this.context.input('password')?.focus();
    this.#asked = asked;
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

  /** Where it depends on the username what comes next, the form asks for that alone. */
  get #asksPassword(): boolean {
    return asksPassword(this.auth?.client.authFlow) && (!this.settings.discovery || Boolean(this.#step?.asksPassword));
  }

  get #step() {
    const step = this.state?.step;
    return step?.name === 'signIn' ? step : undefined;
  }

  get #notice() {
    const notice = this.#step?.notice;
    return notice && NOTICE[notice];
  }
}
