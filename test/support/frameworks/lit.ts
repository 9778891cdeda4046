import { LitElement, html, nothing, render } from 'lit';
import type { AuthConfig } from '../../../src/config/config.js';
import type { Mount } from './mount.js';

/** A component of Lit: a text that changes, an app in a template, and a child that comes late. */
class LitPage extends LitElement {
  static override properties = { config: {}, text: {}, user: {}, hasMore: {} };
  declare config: () => AuthConfig;
  declare text: unknown;
  declare user: string;
  declare hasMore: boolean;

  constructor() {
    super();
    this.text = nothing;
    this.user = 'nobody';
    this.hasMore = false;
  }

  // In a shadow root of its own, as components of Lit are.
  protected override render() {
    return html`<button @click=${() => (this.text = 'Hello')}>Say hello</button>
      <button @click=${() => (this.text = nothing)}>Say nothing</button>
      <button @click=${() => (this.hasMore = true)}>Show more</button>
      <p>Signed in: ${this.user}</p>
      <auth-authenticator
        .config=${this.config()}
        @auth-signed-in=${({ user }: HTMLElementEventMap['auth-signed-in']) => (this.user = user.username)}
      >
        <template><h2>Only signed-in people see this</h2></template>
        ${this.hasMore ? html`<p>There is more</p>` : nothing}${this.text}</auth-authenticator
      >`;
  }
}
customElements.define('lit-page', LitPage);

export const mount: Mount = (root, config) =>
  void render(html`<lit-page .config=${config}></lit-page>`, root as HTMLElement);
