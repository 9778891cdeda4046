import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { MfaPreference } from '../client/account-client.js';
import { AuthError } from '../cognito/errors.js';
import type { FormStates } from '../kit/form/form-state.js';
import type { Field } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { radioGroup } from '../kit/form/radio-group.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { changed, changesFor, chosenIn } from '../kit/mfa/mfa-choice.js';
import type { MfaChoiceValue } from '../kit/mfa/mfa-choice.js';
import { choicesOf } from '../kit/mfa/mfa-types.js';
import type { MfaTypes } from '../kit/mfa/mfa-types.js';
import { TaskElement } from '../kit/task-element.js';
import { choiceStyles } from '../styles/choice.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';
import { mfaLabels } from './mfa-labels.js';

/**
 * Lets a user who is signed in choose what their sign-ins ask for. `<auth-select-mfa-type>` with `mfaTypes` shows it: use
 * that.
 */
export class AuthMfaPreference extends TaskElement {
  static override readonly contentStyles = [choiceStyles];
  static override readonly english = en;

  protected readonly screen = 'select-mfa-type';
  protected readonly heading = 'select-mfa-type.prefer';
  protected override action: PlainKey | undefined;

  #preference: MfaPreference | undefined;
  #value: MfaChoiceValue | undefined;
  /** The choice was saved, and nothing has changed since. */
  #isSaved = false;
  /** The chart is on the way to an authenticator app, because of a choice made here. */
  #isSettingUp = false;
  #told: FormStates | undefined;

  /** What the user may choose, at least two of it. Default: what a configuration of Amplify says. */
  @property({ attribute: false }) mfaTypes: MfaTypes | undefined;

  /** Called after each change: how the form is, for the element that shows it. */
  @property({ attribute: false }) shown: ((states: FormStates) => void) | undefined;

  protected override updated(): void {
    super.updated();
    const { active, busy, failed } = this.states;
    const told = this.#told;
    if (told && told.active === active && told.busy === busy && told.failed === failed) return;
    this.#told = this.states;
    this.shown?.(this.#told);
  }

  protected override get isActive(): boolean {
    return super.isActive || this.#isSettingUp;
  }

  protected override forget(): void {
    this.#preference = this.#value = undefined;
    this.#isSaved = this.#isSettingUp = false;
  }

  protected override load(): Promise<void> | undefined {
    if (this.#choices.length < 2) return undefined;
    return this.run(
      (account, signal) => account.mfaPreference({ signal }),
      (preference) => {
        this.#preference = preference;
        this.#value = chosenIn(preference);
      },
    );
  }

  protected override willUpdate(given: PropertyValues<this>): void {
    super.willUpdate(given);
    if (given.has('mfaTypes') && this.isActive && !this.#preference) void this.load();
    if (this.#isSettingUp && this.state?.screen !== 'totp-setup') this.#returnFromSetUp();
    this.action = this.#preference ? 'select-mfa-type.save' : undefined;
  }

  protected override ownFields(): readonly Field[] {
    return [{ name: 'choice' }];
  }

  protected override submit(values: FormValues, { response }: SubmitOptions): void {
    // The form has no other values than these.
    const choice = values.plain('choice') as MfaChoiceValue | '';
    const preference = this.#preference;
    if (!choice || !preference) return;
    const changes = changesFor(choice, preference);
    this.#isSaved = false;
    void this.run(
      (account, signal) =>
        (response ?? account.setMfaPreference({ ...changes, signal })).then(
          () => true,
          (error: unknown) => {
            if (choice === 'totp' && AuthError.from(error).code === 'mfa-not-set-up') return false;
            throw error;
          },
        ),
      (isSaved) => {
        if (!isSaved) {
          this.#setUpTotp();
          return;
        }
        this.#preference = changed(preference, changes);
        this.#isSaved = true;
        this.say(this.words.t('select-mfa-type.saved'));
      },
    );
  }

  protected override render(): unknown {
    return this.#isSettingUp ? html`<slot name="form"></slot>` : super.render();
  }

  protected override renderContent(): unknown {
    if (!this.#isSettingUp) return super.renderContent();
    // An authenticator around the app shows it in place of the app.
    if (this.closest('auth-authenticator')) return nothing;
    return html`<auth-totp-setup slot="form" data-auth="host" .auth=${this.auth}></auth-totp-setup>`;
  }

  protected override renderForm(): unknown {
    const { words } = this;
    const choices = this.#choices.map((value) => ({ value, label: words.t(mfaLabels[value]) }));
    if (choices.length < 2) return html`<p data-auth="alert">${words.t('select-mfa-type.too-few')}</p>`;
    if (this.isBusy && !this.#preference)
      return html`<p data-auth="footer"><span data-auth="spinner"></span>${words.t('loading')}</p>`;
    if (!this.#preference) return this.link('retry', () => void this.load());
    const choose = (value: MfaChoiceValue) => {
      this.#value = value;
      this.#isSaved = false;
      this.requestUpdate();
    };
    return html`${this.#isSaved ? html`<p data-auth="status">${words.t('select-mfa-type.saved')}</p>` : nothing}
    ${radioGroup(choices, { label: this.headline(), chosen: this.#value, choose })}`;
  }

  get #choices(): readonly MfaChoiceValue[] {
    return choicesOf(this.mfaTypes ?? this.settings.mfaTypes ?? {});
  }

  #setUpTotp(): void {
    this.#isSettingUp = true;
    this.send({ type: 'go.totpSetup' });
  }

  /** Goes back to what holds now, whether or not the app was set up. */
  #returnFromSetUp(): void {
    this.#isSettingUp = false;
    this.#value = this.#preference && chosenIn(this.#preference);
    this.task.fail(this.state?.error);
  }
}
