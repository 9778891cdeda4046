import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { facts } from './facts.js';
import { LightElement } from './light-element.js';
import { localCognito } from './local-cognito.js';

/** What there is to try: each way to sign in, and who does so. */
class DemoWays extends LightElement {
  #password = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void localCognito().then(({ pools }) => {
      this.#password = pools.find(({ domain }) => domain)?.people[0]?.password ?? '';
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="ways-heading">
        <h2 id="ways-heading">Ways to sign in</h2>
        ${facts({
          'The form': html`<code>hana</code>, then <code>${this.#password}</code>`,
          'Mail domain': html`<code>gina@google.example</code> leads to the provider of that domain`,
          Google: html`A local provider in its place: <code>gina</code> or <code>greg</code>, through the user pool`,
          'Example Inc.': 'An OpenID Connect issuer, for the identity pool alone',
          'Sign-in pages': 'Those of the user pool',
        })}
      </section>
    `;
  }
}
customElements.define('demo-ways', DemoWays);
