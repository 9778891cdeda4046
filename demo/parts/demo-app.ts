import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { AuthController } from '../../src/index.js';
import type { MfaTypes, Tokens } from '../../src/index.js';
import { facts } from './facts.js';
import { LightElement } from './light-element.js';
import { localPool } from './pool.js';

/** Stands for your app: shown to signed-in users only. */
class DemoApp extends LightElement {
  readonly #auth = new AuthController(this);
  #tokens: Tokens | undefined;
  #mfaTypes: MfaTypes | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void localPool().then((pool) => {
      this.#mfaTypes = pool?.mfaTypes;
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const user = this.#auth.state?.user;
    return html`
      <article class="card app">
        <h1>Only signed-in people see this</h1>
        <p class="muted">Your app goes here. Before sign-in, nothing of it was in the page.</p>
        ${facts({ sub: user?.sub, ...user?.attributes })}
        <p class="app-tokens">
          <button type="button" class="small" @click=${this.#refresh}>Refresh the tokens</button>
          <span role="status"
            >${
              this.#tokens && `The access token is good until ${new Date(this.#tokens.expiresAt).toLocaleTimeString()}.`
            }</span
          >
        </p>
      </article>
      ${this.#mfaTypes ? html`<auth-select-mfa-type .mfaTypes=${this.#mfaTypes}></auth-select-mfa-type>` : ''}
    `;
  }

  async #refresh(): Promise<void> {
    this.#tokens = await this.#auth.auth?.getTokens({ forceRefresh: true });
    this.requestUpdate();
  }
}
customElements.define('demo-app', DemoApp);
