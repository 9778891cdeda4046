import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { LightElement } from './light-element.js';
import { localCognito } from './local-cognito.js';
import type { LocalCognito, Person } from './local-cognito.js';
import { isRealPool, localPool } from './pool.js';

/** Lists the users of the seed, and fills in the form for the chosen one. */
class DemoPeople extends LightElement {
  #cognito: LocalCognito | undefined;
  #people: readonly Person[] = [];
  #codes = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isRealPool()) void this.#load();
  }

  protected override render(): TemplateResult | undefined {
    if (this.#people.length === 0) return undefined;
    return html`
      <section class="card" aria-labelledby="people-heading">
        <h2 id="people-heading">People</h2>
        <p class="muted">They have an account already. Or create one of your own.</p>
        <ul class="people" role="list">
          ${this.#people.map((person) => this.#person(person))}
        </ul>
      </section>
    `;
  }

  #person(person: Person): TemplateResult {
    const code = this.#codes.get(person.username);
    return html`
      <li>
        <div>
          <strong>${person.username}</strong>
          <span class="muted">${person.note}</span>
          <code>${person.password}</code>
        </div>
        <div class="people-actions">
          <button type="button" class="small" aria-label="Fill in ${person.username}" @click=${() => fillIn(person)}>
            Fill in
          </button>
          ${
            person.totp
              ? html`<button
                  type="button"
                  class="small"
                  aria-label="Authenticator code of ${person.username}"
                  @click=${() => this.#showCode(person)}
                >
                  ${code ?? 'Code'}
                </button>`
              : ''
          }
        </div>
      </li>
    `;
  }

  async #load(): Promise<void> {
    this.#cognito = await localCognito();
    this.#people = (await localPool())?.people ?? [];
    this.requestUpdate();
  }

  async #showCode({ username }: Person): Promise<void> {
    const url = new URL('/__dev/totp', this.#cognito!.endpoint);
    url.searchParams.set('user', username);
    const { code } = (await (await fetch(url)).json()) as { code: string };
    this.#codes.set(username, code);
    this.requestUpdate();
  }
}
customElements.define('demo-people', DemoPeople);

/** Fills in the form as a password manager does: it is in the light DOM of the page. */
function fillIn({ username, password }: Person): void {
  const values = { username, password };
  for (const [name, value] of Object.entries(values)) {
    const input = document.querySelector<HTMLInputElement>(`auth-authenticator input[name="${name}"]`);
    if (!input) continue;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  document.querySelector<HTMLElement>('auth-authenticator button[type="submit"]')?.focus();
}
