import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { MfaType } from '../client/step.js';
import type { AuthError } from '../cognito/errors.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import type { FormStates } from '../kit/form/form-state.js';
import { choiceButtons } from '../kit/form/choice-buttons.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import type { MfaTypes } from '../kit/mfa/mfa-types.js';
import { choiceButtonStyles } from '../styles/choice-buttons.styles.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';
import { mfaLabels } from './mfa-labels.js';

/**
 * Asks which of several second factors to use now, or to set up. With `mfaTypes` it also stands in an app, and lets who is
 * signed in choose what their sign-ins ask for. Who chooses an authenticator app and has none sets one up on the spot.
 */
export class AuthSelectMfaType extends AuthScreen {
  static override readonly contentStyles = [usernameRowStyles, choiceButtonStyles];
  static override readonly english = en;

  protected readonly screen = 'select-mfa-type';
  protected readonly heading = 'select-mfa-type.use';
  protected override readonly readsFirst = true;

  readonly #expiry = new ExpiryController(this, this.context);
  #chosen: MfaType | undefined;
  #shown: FormStates | undefined;

  /**
   * What a user who is signed in may choose, at least two types: `{ sms: true, totp: true, optional: true }`. As in the
   * user pool; `optional` if the pool does not require a second factor.
   */
  @property({ attribute: false }) mfaTypes: MfaTypes | undefined;

  /** The same in the spelling of the guides, `{ SMS: true, TOTP: true, Optional: true }`: capital letters do not matter. */
  @property({ attribute: false })
  get MFATypes(): Readonly<Record<string, boolean>> | undefined {
    return this.mfaTypes && { ...this.mfaTypes };
  }
  set MFATypes(types: Readonly<Record<string, boolean>> | undefined) {
    this.mfaTypes = types && Object.fromEntries(Object.entries(types).map(([name, is]) => [name.toLowerCase(), is]));
  }

  protected override get isActive(): boolean {
    return super.isActive || this.#isInApp;
  }

  protected override get failure(): AuthError | undefined {
    return this.#isInApp ? undefined : super.failure;
  }

  protected override get hasMoved(): boolean {
    return !this.#isInApp && super.hasMoved;
  }

  /** In an app, how the form is that it shows. */
  protected override get states(): FormStates {
    return this.#isInApp ? { ...super.states, ...this.#shown } : super.states;
  }

  protected override headline(): string {
    return this.words.t(`select-mfa-type.${this.#step?.purpose ?? 'use'}`);
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    // The buttons send what the step offered.
    this.#chosen = values.plain('choice') as MfaType;
    this.send({ type: 'selectMfaType.submit', choice: this.#chosen, ...options });
  }

  protected override render(): unknown {
    return this.#isInApp ? html`<slot name="form"></slot>` : super.render();
  }

  protected override renderContent(): unknown {
    if (!this.#isInApp) return super.renderContent();
    const { auth, mfaTypes, fields, headingLevel, theme, errorMessage } = this;
    return html`<auth-mfa-preference
      slot="form"
      data-auth="host"
      .auth=${auth}
      .mfaTypes=${mfaTypes}
      .fields=${fields}
      .headingLevel=${headingLevel}
      .theme=${theme}
      .errorMessage=${errorMessage}
      .shown=${(states: FormStates) => {
        this.#shown = states;
        this.requestUpdate();
      }}
    ></auth-mfa-preference>`;
  }

  protected override renderForm(): unknown {
    return html`${usernameRow(this.context)} ${this.#expiry.render()}`;
  }

  protected override renderActions(): unknown {
    const { words, isBusy } = this;
    const methods = (this.#step?.types ?? []).map((choice) => ({ choice, label: words.t(mfaLabels[choice]) }));
    const choose = (choice: MfaType) => this.choose(choice);
    return choiceButtons(methods, { busy: isBusy, chosen: this.#chosen, choose });
  }

  /** It stands in the app of a user who is signed in. */
  get #isInApp(): boolean {
    return this.mfaTypes !== undefined && this.state?.user !== undefined && !super.isActive;
  }

  get #step() {
    const step = this.state?.step;
    return step?.name === 'selectMfaType' ? step : undefined;
  }
}
