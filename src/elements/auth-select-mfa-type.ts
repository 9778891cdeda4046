import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthUser, MfaType } from '../client/step.js';
import type { AuthError } from '../cognito/errors.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { choicesTemplate } from '../kit/choices.js';
import { Expiry } from '../kit/expiry.js';
import type { Field } from '../kit/fields.js';
import type { SubmitOptions } from '../kit/form-state.js';
import { identityTemplate } from '../kit/identity.js';
import { methodsTemplate } from '../kit/methods.js';
import { MfaChoice } from '../kit/mfa-choice.js';
import type { MfaChoiceValue } from '../kit/mfa-choice.js';
import { choicesOf } from '../kit/mfa-types.js';
import type { MfaTypes } from '../kit/mfa-types.js';
import type { Answers } from '../kit/values.js';
import type { ScreenName } from '../machine/types.js';
import { choiceStyles } from '../styles/choice.styles.js';
import { detailStyles } from '../styles/details.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';

const LABEL = {
  totp: 'mfa.totp',
  sms: 'mfa.sms',
  email: 'mfa.email',
  none: 'select-mfa-type.none',
} as const satisfies Record<MfaChoiceValue, PlainKey>;

/**
 * Asks which of several second factors to use now, or to set up. With `mfaTypes` it also stands in an app, and lets who is
 * signed in choose what their sign-ins ask for. Who chooses an authenticator app and has none sets one up on the spot.
 */
export class AuthSelectMfaType extends AuthScreen {
  static override readonly contentStyles = [detailStyles, choiceStyles];
  static override readonly english = en;

  protected readonly screen = 'select-mfa-type';
  protected readonly heading = 'select-mfa-type.use';
  protected override readonly readsFirst = true;
  protected override action: PlainKey | undefined;

  readonly #expiry = new Expiry(this, this.surroundings);
  readonly #preference = new MfaChoice(this, { setUpTotp: () => this.#setUpTotp() });
  #chosen: MfaType | undefined;
  /** Whose preference is known, or asked for. */
  #user: AuthUser | undefined;
  /** The chart is on the way to an authenticator app, because of a choice made here. */
  #isSettingUp = false;

  /**
   * What somebody who is signed in may choose, at least two of it: `{ sms: true, totp: true, optional: true }`. As in the
   * user pool; `optional` if the pool does not require a second factor.
   */
  @property({ attribute: false }) mfaTypes: MfaTypes | undefined;

  protected override isAt(screen: ScreenName): boolean {
    const isInApp = screen === 'signed-in' || (screen === 'totp-setup' && this.#isSettingUp);
    return super.isAt(screen) || (isInApp && this.mfaTypes !== undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { auth } = this;
    const user = this.mfaTypes && this.state?.user;
    if (user !== this.#user) {
      this.#user = user;
      if (auth && user && this.#choices.length > 1) void this.#preference.load(auth);
      else this.#preference.forget();
    }
    if (this.#isSettingUp && this.#at !== 'totp-setup') {
      this.#isSettingUp = false;
      this.#preference.reset(super.failure);
    }
    this.action = this.#isPreference && this.#preference.isLoaded ? 'select-mfa-type.save' : undefined;
    super.willUpdate(changed);
  }

  protected override get isBusy(): boolean {
    return super.isBusy || this.#preference.isBusy;
  }

  protected override get failure(): AuthError | undefined {
    return this.#isPreference ? this.#preference.error : super.failure;
  }

  protected override headline(): string {
    const key = this.#isPreference ? 'prefer' : (this.#step?.purpose ?? 'use');
    return this.words.t(`select-mfa-type.${key}`);
  }

  protected override ownFields(): readonly Field[] {
    return this.#isPreference ? [{ name: 'choice' }] : [];
  }

  protected override ask(answers: Answers, options: SubmitOptions): void {
    const choice = answers.plain('choice');
    if (!this.#isPreference) {
      // The buttons send what the step offered.
      this.#chosen = choice as MfaType;
      this.send({ type: 'selectMfaType.submit', choice: this.#chosen, ...options });
    } else if (this.auth && choice) {
      // The form has no other values than these.
      void this.#save(this.auth, choice as MfaChoiceValue, options);
    }
  }

  protected override render(): unknown {
    return this.#isSettingUp ? html`<slot name="form"></slot>` : super.render();
  }

  protected override renderContent(): unknown {
    if (!this.#isSettingUp) return super.renderContent();
    // An authenticator around the app shows it in place of the app.
    if (this.closest('auth-authenticator')) return nothing;
    return html`<auth-totp-setup slot="form" .auth=${this.auth}></auth-totp-setup>`;
  }

  protected override renderForm(): unknown {
    if (this.#isPreference) return this.#renderChoices();
    return html`${identityTemplate(this.surroundings)} ${this.#expiry.render()}`;
  }

  protected override renderActions(): unknown {
    if (this.#isPreference) return super.renderActions();
    const { words, isBusy } = this;
    const methods = (this.#step?.types ?? []).map((choice) => ({ choice, label: words.t(LABEL[choice]) }));
    const choose = (choice: MfaType) => this.choose(choice);
    return methodsTemplate(methods, { label: this.headline(), busy: isBusy, chosen: this.#chosen, choose });
  }

  protected override renderLinks(): unknown {
    return this.#isPreference ? nothing : super.renderLinks();
  }

  #renderChoices(): unknown {
    const { words, auth } = this;
    const { isLoaded, isSaved, error, value } = this.#preference;
    const choices = this.#choices.map((choice) => ({ value: choice, label: words.t(LABEL[choice]) }));
    if (choices.length < 2) return html`<p data-auth="alert">${words.t('select-mfa-type.too-few')}</p>`;
    if (error && !isLoaded) return this.link('retry', () => void (auth && this.#preference.load(auth)));
    if (!isLoaded) return html`<p data-auth="footer"><span data-auth="spinner"></span>${words.t('loading')}</p>`;
    const choose = (choice: MfaChoiceValue) => this.#preference.choose(choice);
    return html`${isSaved ? html`<p data-auth="status">${words.t('select-mfa-type.saved')}</p>` : nothing}
    ${choicesTemplate(choices, { label: this.headline(), chosen: value, choose })}`;
  }

  async #save(auth: NonNullable<typeof this.auth>, choice: MfaChoiceValue, { response }: SubmitOptions): Promise<void> {
    await this.#preference.save(auth, choice, response);
    if (this.#preference.isSaved) this.say(this.words.t('select-mfa-type.saved'));
  }

  #setUpTotp(): void {
    this.#isSettingUp = true;
    this.send({ type: 'go.totpSetup' });
  }

  get #choices(): readonly MfaChoiceValue[] {
    return choicesOf(this.mfaTypes ?? {});
  }

  /** It stands in an app, and not in place of it. */
  get #isPreference(): boolean {
    return this.#at === 'signed-in';
  }

  get #at(): ScreenName | undefined {
    return this.state?.screen;
  }

  get #step() {
    const step = this.state?.step;
    return step?.name === 'selectMfaType' ? step : undefined;
  }
}
