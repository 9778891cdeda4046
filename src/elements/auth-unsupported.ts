import { nothing } from 'lit';
import { AuthScreen } from '../kit/auth-screen.js';
import { en } from '../text/en.js';

/** Says openly that Cognito asks for something this version does not know, and leads back. */
export class AuthUnsupported extends AuthScreen {
  static override readonly english = en;

  protected readonly screen = 'unsupported';
  protected readonly heading = 'unsupported.heading';
  protected override readonly readsFirst = true;

  protected override description(): unknown {
    const step = this.state?.step;
    return step?.name === 'unsupported' && this.words.t('unsupported.description', { challenge: step.challenge });
  }

  /** The description says it already. */
  protected override renderAlert(): unknown {
    return nothing;
  }
}
