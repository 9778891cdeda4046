import { html, nothing } from 'lit';
import type { ScreenName } from '../auth-state.js';
import type { AuthError } from '../cognito/errors.js';
import { EventDispatcher } from './events/event-dispatcher.js';
import { withReader } from './form/load-reader.js';
import { FormElement } from './form-element.js';

/** The links between screens that keep what was typed as user name. */
type LinkType = 'go.signIn' | 'go.signUp' | 'go.forgotPassword';

/** A screen of the chart: a form that is there when the chart has come to it. */
export abstract class AuthScreen extends FormElement {
  /** How the buttons of providers are defined when they are needed. Set by the modules that define screens with them. */
  static loadButtons: (() => Promise<unknown>) | undefined;

  protected override get shows(): ScreenName {
    return this.screen;
  }

  protected override get isActive(): boolean {
    return this.state?.screen === this.screen;
  }

  protected override get isBusy(): boolean {
    return this.state?.isBusy ?? false;
  }

  protected override get failure(): AuthError | undefined {
    const { auth } = this;
    return auth && EventDispatcher.of(auth).shownError(auth.getState());
  }

  protected override get hasMoved(): boolean {
    return this.auth !== undefined && EventDispatcher.of(this.auth).moved;
  }

  protected override left(): void {
    const { state } = this;
    if (state?.screen === 'signed-in') withReader(({ greet }) => void greet(this, this.words, state));
  }

  protected override cancel(): void {
    this.send({ type: 'cancel' });
  }

  /** Follows a link, and takes along what was typed as user name. */
  protected go(type: LinkType): void {
    const typed = this.context.input('username')?.value.trim();
    this.send({ type, username: typed || this.state?.username || '' });
  }

  /** The link for a forgotten password, unless the page hides it. */
  protected renderForgot(): unknown {
    if (!this.offers('forgot-password')) return nothing;
    return this.link('sign-in.forgot-password', () => this.go('go.forgotPassword'), 'forgot-password');
  }

  /** The place of the buttons of providers. They come after the form, which they must not push. */
  protected renderProviders(): unknown {
    const { providers } = this.settings;
    if (!providers?.length || !this.offers('federated')) return nothing;
    // The constructor of an element is its class. Without the buttons, there is still the form.
    void (this.constructor as typeof AuthScreen).loadButtons?.().catch(() => undefined);
    return html`<auth-federated-buttons data-auth="federated host" ?no-divider=${!this.action} .auth=${this.auth}>
      <p data-auth="footer">&nbsp;</p>
      ${providers.map(() => html`<p data-auth="button"></p>`)}
    </auth-federated-buttons>`;
  }

  protected override renderLinks(): unknown {
    return html`<p data-auth="footer">${this.link('back', () => this.go('go.signIn'))}</p>`;
  }
}
