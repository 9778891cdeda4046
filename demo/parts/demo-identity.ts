import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { AuthController } from '../../src/index.js';
import { facts } from './facts.js';
import { LightElement } from './light-element.js';

/** Stands for your app: tells who has signed in, and by whom they were identified. */
class DemoIdentity extends LightElement {
  readonly #auth = new AuthController(this);

  protected override render(): TemplateResult {
    const user = this.#auth.state?.user;
    return html`
      <article class="card app">
        <h1>Signed in by ${user?.provider ?? 'the user pool'}</h1>
        <p class="muted">Your app goes here. It does not matter to it where users have signed in.</p>
        ${facts({ sub: user?.sub, ...user?.attributes })}
        <p class="app-tokens">
          <button type="button" class="small" @click=${() => this.#auth.auth?.signOut({ global: true })}>
            Sign out everywhere
          </button>
        </p>
      </article>
    `;
  }
}
customElements.define('demo-identity', DemoIdentity);
