import { css, html, nothing } from 'lit';
import { ProviderElement } from '../kit/provider-element.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';

/**
 * Shares one `Auth` with the elements below it, and shows nothing itself: put the screens side by side to compose an
 * authenticator of your own.
 *
 * @slot - The page.
 * @csspart alert - What keeps the elements below from working.
 */
export class AuthProvider extends ProviderElement {
  static override styles = [
    tokens,
    frameStyles,
    css`
      :host {
        display: contents;
      }
      [part='alert'] {
        color: var(--_danger);
      }
    `,
  ];

  protected override render(): unknown {
    const alert =
      this.problem &&
      html`<p part="alert" lang=${this.words?.lang ?? nothing}>${this.words?.t('error.configuration')}</p>`;
    return html`${alert ?? nothing}<slot></slot>`;
  }
}
