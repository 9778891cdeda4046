import { css, html, nothing } from 'lit';
import type { AuthUser } from '../client/step.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { accountName } from '../kit/rendering/account-name.js';
import { barStyles } from '../styles/bar.styles.js';
import { en } from '../text/en.js';

/** The claims that name a user, the preferred one first. */
const NAMES = ['preferred_username', 'given_name', 'name', 'email'];

const nameOf = (user: AuthUser): string =>
  NAMES.map((name) => user.attributes[name]).find(Boolean) ?? accountName(user);

/** Greets who is signed in, and lets them sign out or set up an authenticator app. */
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

  protected override headline(): string {
    const user = this.state?.user;
    return this.words.t('signed-in.hello', { name: user ? nameOf(user) : '' });
  }

  protected override renderContent(): unknown {
    const setUp = () => this.send({ type: 'go.totpSetup' });
    // Whom a provider identifies has no second factor here.
    const mayHaveTotp = this.offers('totp-setup') && !this.state?.user?.provider;
    return html`<div slot="form" data-auth="bar">
      ${this.renderAlert()} ${mayHaveTotp ? this.link('signed-in.totp-setup', setUp, 'totp-setup') : nothing}
      <auth-sign-out .auth=${this.auth}></auth-sign-out>
    </div>`;
  }
}
