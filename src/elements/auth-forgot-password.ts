import { AuthScreen } from '../kit/auth-screen.js';
import type { FormValues } from '../kit/form/form-values.js';
import { identifierField } from '../kit/form/identifier-field.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { en } from '../text/en.js';

/** Asks for the username, to send a code for a new password. */
export class AuthForgotPassword extends AuthScreen {
  static override readonly english = en;

  protected readonly screen = 'forgot-password';
  protected readonly heading = 'forgot-password.heading';
  protected override readonly action = 'forgot-password.submit';

  protected override ownFields() {
    return [{ ...identifierField(this.settings.loginMechanisms), enterkeyhint: 'send' as const }];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    this.send({ type: 'forgotPassword.submit', username: values.plain('username'), ...options });
  }

  protected override description(): unknown {
    return this.words.t('forgot-password.description');
  }
}
