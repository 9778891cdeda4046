import { html } from 'lit';
import type { Decision } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { CancellationController } from '../kit/controllers/cancellation-controller.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { en } from '../text/en.js';

/** Offers to create a passkey to a user who has signed in without one. */
export class AuthPasskeyPrompt extends AuthScreen {
  static override readonly english = en;

  protected readonly screen = 'passkey-prompt';
  protected readonly heading = 'passkey-prompt.heading';
  protected override readonly action = 'passkey-prompt.submit';
  protected override readonly readsFirst = true;

  readonly #cancellation = new CancellationController(this, this.context);

  protected override description(): unknown {
    return this.words.t('passkey-prompt.description');
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    // The links below send a decision; the button none, which means yes.
    const choice = (values.plain('choice') || 'yes') as Decision;
    this.send({ type: 'passkeyPrompt.submit', choice, ...options });
  }

  protected override renderActions(): unknown {
    return html`${super.renderActions()} ${this.#cancellation.render()}`;
  }

  protected override renderLinks(): unknown {
    const decline = (choice: Decision) => () => this.choose(choice, true);
    return html`<p data-auth="footer">
      ${this.link('not-now', decline('later'))} ${this.link('passkey-prompt.never', decline('never'))}
    </p>`;
  }
}
