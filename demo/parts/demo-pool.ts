import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { LightElement } from './light-element.js';
import { localCognito } from './local-cognito.js';
import type { LocalCognito } from './local-cognito.js';
import { isRealPool, POOL_PARAMETERS } from './pool.js';

/** Switches to another pool: one of the local Cognito's, or a real one at AWS. Both live in the address of the page. */
class DemoPool extends LightElement {
  #cognito: LocalCognito | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void localCognito().then((cognito) => {
      this.#cognito = cognito;
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const query = new URLSearchParams(location.search);
    const pools = this.#cognito?.pools ?? [];
    const current = isRealPool() ? undefined : (pools[Number(query.get('pool') ?? 0)] ?? pools[0]);
    return html`
      <section class="card" aria-labelledby="pool-heading">
        <h2 id="pool-heading">User pool</h2>
        <p class="pool">${current?.title ?? query.get('user-pool-id')}</p>
        <details>
          <summary>Other pools, for other ways to sign in</summary>
          <ul class="pools" role="list">
            ${pools.map((pool, index) =>
              pool === current ? '' : html`<li><a href="?pool=${index}">${pool.title}</a></li>`,
            )}
          </ul>
        </details>
        <details ?open=${isRealPool()}>
          <summary>Use a pool of your own</summary>
          <form method="get" class="pool-form">
            ${POOL_PARAMETERS.map(
              (name) => html`
                <label
                  >${name}
                  <input name=${name} .value=${query.get(name) ?? ''} ?required=${name.endsWith('-id')} />
                </label>
              `,
            )}
            <button class="small">Switch</button>
          </form>
        </details>
      </section>
    `;
  }
}
customElements.define('demo-pool', DemoPool);
