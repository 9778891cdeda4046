import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Notice } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import type { SubmitOptions } from '../kit/form-state.js';
import { fields } from '../kit/fields.js';
import type { Field } from '../kit/fields.js';
import { identifierField } from '../kit/identifier.js';
import type { Answers } from '../kit/values.js';
import type { PlainKey } from '../text/text.js';

const NOTICE = {
  confirmed: 'sign-in.confirmed',
  'password-reset': 'sign-in.password-reset',
} as const satisfies Record<Notice, string>;

/** Asks who somebody is, and for their password. */
export class AuthSignIn extends AuthScreen {
  protected readonly screen = 'sign-in';
  protected readonly heading = 'sign-in.heading';
  protected override action: PlainKey = 'sign-in.submit';

  /** What a password sign-in needs is heavy: it travels while somebody types. */
  protected override begin(): Promise<void> {
    this.send({ type: 'signIn.typing' });
    return super.begin();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.#asksPassword && this.action !== 'sign-in.continue') {
      this.action = 'sign-in.continue';
      // Where people may have passkeys, more belongs to the form than is there at the first look.
      void super.begin();
    }
    super.willUpdate(changed);
  }

  protected override ownFields(): readonly Field[] {
    const identifier = identifierField(this.settings.loginMechanisms);
    return this.#asksPassword ? [identifier, fields.password] : [identifier];
  }

  protected override ask(answers: Answers, options: SubmitOptions): void {
    const password = this.#asksPassword && { password: answers.secret('password') };
    this.send({ type: 'signIn.submit', username: answers.plain('username'), ...password, ...options });
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
      link: isForgettable ? this.link('sign-in.forgot-password', () => this.go('go.forgotPassword')) : nothing,
    });
  }

  protected override renderLinks(): unknown {
    if (!this.offers('sign-up')) return nothing;
    const { words } = this;
    return html`<p data-auth="footer">
      ${words.t('sign-in.new-here')} ${this.link('sign-in.sign-up', () => this.go('go.signUp'))}
    </p>`;
  }

  /** With some flows, a person only says who they are, and Cognito what it asks next. */
  get #asksPassword(): boolean {
    return !['USER_AUTH', 'CUSTOM_WITHOUT_SRP'].includes(this.auth?.client.authFlow ?? '');
  }

  get #notice() {
    const step = this.state?.step;
    return step?.name === 'signIn' && step.notice ? NOTICE[step.notice] : undefined;
  }
}
