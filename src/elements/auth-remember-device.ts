import { html } from 'lit';
import type { Decision } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { en } from '../text/en.js';

/** Asks a user who has signed in whether this device replaces the second factor from now on. */
export class AuthRememberDevice extends AuthScreen {
  static override readonly english = en;

  protected readonly screen = 'remember-device';
  protected readonly heading = 'remember-device.heading';
  protected override readonly action = 'remember-device.submit';
  protected override readonly readsFirst = true;

  protected override description(): unknown {
    return this.words.t('remember-device.description');
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    // The link below sends a decision; the button none, which means yes.
    const choice = (values.plain('choice') || 'yes') as Decision;
    this.send({ type: 'rememberDevice.submit', choice, ...options });
  }

  protected override renderLinks(): unknown {
    return html`<p data-auth="footer">${this.link('not-now', () => this.choose('later', true))}</p>`;
  }
}
