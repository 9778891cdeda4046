import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthError } from '../cognito/errors.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { greetingName } from '../kit/rendering/account-name.js';
import { SET_UP, setUpOf } from '../kit/set-up-news.js';
import { barStyles } from '../styles/bar.styles.js';
import { en } from '../text/en.js';

/** What is said to a user, or how: `{name}` in a sentence is filled in. */
type Greeting = string | ((name: string) => string) | undefined;

/** What the page says; undefined where it says nothing, or fails to. */
function say(greeting: Greeting, name: string): string | undefined {
  try {
    const said: unknown = typeof greeting === 'function' ? greeting(name) : greeting?.replaceAll('{name}', () => name);
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Greets who is signed in, and lets them sign out or set up an authenticator app. With `out-greeting`, it also stands on a
 * page where no user is signed in, and says that.
 */
export class AuthGreetings extends AuthScreen {
  static override readonly contentStyles = [barStyles];
  static override readonly english = en;
  static override styles = [
    ...AuthScreen.styles,
    css`
      [part='frame'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space);
        align-items: center;
        justify-content: space-between;
      }
      [part='heading'] {
        font-size: var(--auth-heading-size, 1.125em);
      }
    `,
  ];

  protected readonly screen = 'signed-in';
  protected readonly heading = 'signed-in.heading';
  protected override readonly readsFirst = true;

  /** What is said to who is signed in, `{name}` filled in: `Welcome, {name}`. The property also takes a function of the name. */
  @property({ attribute: 'in-greeting' }) inGreeting: Greeting;
  /** What is said while no user is signed in. The property also takes a function. Default: nothing. */
  @property({ attribute: 'out-greeting' }) outGreeting: Greeting;

  protected override get isActive(): boolean {
    const { state } = this;
    return (
      super.isActive || (Boolean(this.outGreeting) && state !== undefined && state.screen !== 'loading' && !state.user)
    );
  }

  protected override get failure(): AuthError | undefined {
    return super.isActive ? super.failure : undefined;
  }

  /** While no user is signed in, another element has the focus. */
  protected override get hasMoved(): boolean {
    return super.isActive && super.hasMoved;
  }

  protected override headline(): string {
    const user = this.state?.user;
    if (!user) return say(this.outGreeting, '') ?? '';
    const name = greetingName(user);
    return say(this.inGreeting, name) ?? this.words.t('signed-in.hello', { name });
  }

  /** What was just set up. */
  protected override news(): string {
    const news = setUpOf(this.state);
    return news ? this.words.t(SET_UP[news]) : '';
  }

  protected override renderContent(): unknown {
    if (!this.state?.user) return nothing;
    const { words } = this;
    const news = setUpOf(this.state);
    const setUp = () => this.send({ type: 'go.totpSetup' });
    // Whom a provider identifies has no second factor here.
    const mayHaveTotp = this.offers('totp-setup') && !this.state.user.provider && news !== 'totp';
    return html`<div slot="form" data-auth="bar" lang=${words.lang} dir=${words.dir}>
      ${this.renderAlert()} ${news ? html`<p data-auth="status">${words.t(SET_UP[news])}</p>` : nothing}
      ${mayHaveTotp ? this.link('signed-in.totp-setup', setUp, 'totp-setup') : nothing}
      <auth-sign-out data-auth="host" .auth=${this.auth}></auth-sign-out>
    </div>`;
  }
}
