import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Factor, Notice } from '../client/step.js';
import { asksPassword } from '../config/asks-password.js';
import { AuthScreen } from '../kit/auth-screen.js';
import type { PasskeyEntryController } from '../kit/controllers/passkey-entry-controller.js';
import type { PreferredFactor } from '../kit/context/settings.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { withReader } from '../kit/form/load-reader.js';
import { identifierField } from '../kit/form/identifier-field.js';
import { signInFields } from '../kit/form/sign-in-fields.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import type { PlainKey } from '../text/text.js';

const NOTICE = {
  confirmed: 'sign-in.confirmed',
  'password-reset': 'sign-in.password-reset',
} as const satisfies Record<Notice, string>;

/** What the button says where a factor is preferred. */
const WITH = {
  email: 'sign-in.with-email',
  sms: 'sign-in.with-sms',
  passkey: 'sign-in.with-passkey',
} as const satisfies Record<PreferredFactor, PlainKey>;

/** The button for all other factors sends this. */
const ANY = 'any';

/** Asks for the username and the password. */
export class AuthSignIn extends AuthScreen {
  protected readonly screen = 'sign-in';
  protected readonly heading = 'sign-in.heading';
  protected override action: PlainKey | undefined = 'sign-in.submit';
  protected override readonly progress = 'sign-in.progress';
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
    const preferred = this.#preferred;
    this.action = this.#asksPassword ? 'sign-in.submit' : preferred ? WITH[preferred] : 'sign-in.continue';
    if (!this.offers('password')) this.action = undefined;
    super.willUpdate(changed);
    if (this.action && this.isActive && this.#isChoice) void this.#loadPasskeys();
  }

  protected override ownFields(): readonly Field[] {
    if (!this.action) return [];
    const identifier = identifierField(this.settings.loginMechanisms);
    return this.#asksPassword ? [identifier, signInFields.password] : [identifier];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    const password = this.#asksPassword && { password: values.secret('password') };
    // Our own buttons say nothing but factors, and that any will do.
    const preferred = (values.plain('preferred') || this.#preferred) as Factor | typeof ANY | undefined;
    const { discovery } = this.settings;
    this.send({
      type: 'signIn.submit',
      username: values.plain('username'),
      ...password,
      ...(preferred && preferred !== ANY && { preferred }),
      ...(discovery && { discovery }),
      ...options,
    });
  }

  protected override updated(): void {
    super.updated();
    const asked = this.#step?.asksPassword;
    // Only now there is a field to go to.
    if (asked && !this.#asked) withReader(({ takeFocus }) => takeFocus(this, this.context.input('password')));
    this.#asked = asked;
  }

  /** Good news, or what has just ended. */
  protected override news(): string {
    const news = this.#notice ?? (this.state?.ended === 'user' ? 'signed-in.signed-out' : undefined);
    return news ? this.words.t(news) : '';
  }

  protected override renderForm(): unknown {
    const notice = this.#notice;
    return html`${notice ? html`<p data-auth="status">${this.words.t(notice)}</p>` : nothing} ${super.renderForm()}`;
  }

  protected override renderField(field: Field): unknown {
    return super.renderField(field, { link: field.name === 'password' ? this.renderForgot() : nothing });
  }

  protected override renderActions(): unknown {
    const others = html`<button
      data-auth="button"
      type="submit"
      form=${this.context.formId}
      name="preferred"
      value=${ANY}
    >
      ${this.words.t('sign-in.others')}
    </button>`;
    return html`${super.renderActions()} ${this.#preferred === 'passkey' ? nothing : this.#passkeys?.render()}
    ${this.#preferred ? others : nothing} ${this.renderProviders()}`;
  }

  protected override renderLinks(): unknown {
    // Who begins with a name may have forgotten the password that comes next.
    const forgot = this.action && this.#isChoice ? html`<p data-auth="footer">${this.renderForgot()}</p>` : nothing;
    if (!this.action || !this.offers('sign-up')) return forgot;
    const { words } = this;
    return html`${forgot}
      <p data-auth="footer">
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

  /** The user chooses how to sign in. */
  get #isChoice(): boolean {
    return this.auth?.client.authFlow === 'USER_AUTH';
  }

  /** The factor that the form begins with, where the user has it. */
  get #preferred(): PreferredFactor | undefined {
    const { preferredFactor: factor } = this.settings;
    return factor && this.#isChoice && Object.hasOwn(WITH, factor) ? factor : undefined;
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
