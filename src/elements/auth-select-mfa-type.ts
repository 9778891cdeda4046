import { html } from 'lit';
import type { MfaType } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { Expiry } from '../kit/expiry.js';
import type { SubmitOptions } from '../kit/form-state.js';
import { identityTemplate } from '../kit/identity.js';
import { methodsTemplate } from '../kit/methods.js';
import type { Answers } from '../kit/values.js';
import { detailStyles } from '../styles/details.styles.js';
import { en } from '../text/en.js';
import type { PlainKey } from '../text/text.js';

const LABEL = { totp: 'mfa.totp', sms: 'mfa.sms', email: 'mfa.email' } as const satisfies Record<MfaType, PlainKey>;

/** Asks which of several second factors to use now, or to set up. */
export class AuthSelectMfaType extends AuthScreen {
  static override readonly contentStyles = [detailStyles];
  static override readonly english = en;

  protected readonly screen = 'select-mfa-type';
  protected readonly heading = 'select-mfa-type.use';
  protected override readonly readsFirst = true;

  readonly #expiry = new Expiry(this, this.surroundings, (event) => this.send(event));
  #chosen: MfaType | undefined;

  protected override headline(): string {
    return this.words.t(`select-mfa-type.${this.#step?.purpose ?? 'use'}`);
  }

  protected override ask(answers: Answers, options: SubmitOptions): void {
    // The buttons send what the step offered.
    const choice = answers.plain('choice') as MfaType;
    this.#chosen = choice;
    this.send({ type: 'selectMfaType.submit', choice, ...options });
  }

  protected override renderForm(): unknown {
    const change = this.link('change', () => this.go('go.signIn'));
    return html`${identityTemplate(this.context?.username ?? '', change)} ${this.#expiry.render()}`;
  }

  protected override renderActions(): unknown {
    const { words, isBusy } = this;
    const methods = (this.#step?.types ?? []).map((choice) => ({ choice, label: words.t(LABEL[choice]) }));
    const choose = (choice: MfaType) => this.choose(choice);
    return methodsTemplate(methods, { label: this.headline(), busy: isBusy, chosen: this.#chosen, choose });
  }

  get #step() {
    const step = this.context?.step;
    return step?.name === 'selectMfaType' ? step : undefined;
  }
}
