import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { LightElement } from './light-element.js';
import { localCognito } from './local-cognito.js';
import type { LocalPool } from './local-cognito.js';
import { isRealPool, localPool, POOL_PARAMETERS } from './pool.js';

/** Switches to another pool of the local Cognito, or to a pool at AWS. Both are parameters in the URL of the page. */
class DemoPool extends LightElement {
  #pools: readonly LocalPool[] = [];
  #current: LocalPool | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const query = new URLSearchParams(location.search);
    const current = this.#current;
    return html`
      <section class="card" aria-labelledby="pool-heading">
        <h2 id="pool-heading">User pool</h2>
        <p class="pool">${current?.title ?? query.get('user-pool-id')}</p>
        <details>
          <summary>Other pools, for other sign-in methods</summary>
          <ul class="pools" role="list">
            ${this.#pools.map((pool, index) =>
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

  async #load(): Promise<void> {
    this.#pools = (await localCognito()).pools;
    this.#current = await localPool();
    this.requestUpdate();
  }
}
customElements.define('demo-pool', DemoPool);
