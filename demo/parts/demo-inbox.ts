import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { LightElement } from './light-element.js';
import { localCognito } from './local-cognito.js';
import { readOutbox } from './outbox.js';
import type { Message } from './outbox.js';
import { isRealPool } from './pool.js';

const INTERVAL = 1000;
const MEDIUM = { email: 'Mail', sms: 'Text message' } as const;

/** Shows all mails and text messages of the local Cognito, the newest first. */
class DemoInbox extends LightElement {
  #messages: readonly Message[] = [];
  #endpoint = '';
  #timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (isRealPool()) return;
    this.#timer = window.setInterval(() => void this.#load(), INTERVAL);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="inbox-heading">
        <h2 id="inbox-heading">Inbox</h2>
        ${
          isRealPool()
            ? html`<p class="muted">Codes of a real pool arrive in your own mail and on your own phone.</p>`
            : this.#messages.length === 0
              ? html`<p class="muted">Mails and text messages that the local Cognito sends appear here.</p>`
              : html`<ol class="messages" role="list" tabindex="0" aria-label="Messages, newest first">
                  ${this.#messages.map((message) => renderMessage(message, this.#endpoint))}
                </ol>`
        }
        <p class="visually-hidden" role="status">${this.#messages.length} messages</p>
      </section>
    `;
  }

  async #load(): Promise<void> {
    this.#endpoint = (await localCognito()).endpoint;
    const messages = await readOutbox();
    if (!messages || messages.length === this.#messages.length) return;
    this.#messages = messages;
    this.requestUpdate();
  }
}
customElements.define('demo-inbox', DemoInbox);

const renderMessage = ({ to, medium, text, code, link, at }: Message, endpoint: string): TemplateResult => html`
  <li class="message">
    <p class="message-head">
      <span class="tag">${MEDIUM[medium]}</span><bdi>${to}</bdi>
      <time datetime=${new Date(at).toISOString()}
        >${new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time
      >
    </p>
    <p class="message-text">${text}</p>
    ${link ? html`<p><a href=${new URL(link, endpoint).href} target="_blank">Verify email</a></p>` : ''}
    ${
      code
        ? html`<p class="message-code">
            <code>${code}</code>
            <button
              type="button"
              class="small"
              aria-label="Copy ${code}"
              @click=${() => navigator.clipboard.writeText(code)}
            >
              Copy
            </button>
          </p>`
        : ''
    }
  </li>
`;
