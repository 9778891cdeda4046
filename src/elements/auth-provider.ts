import { css, html } from 'lit';
import { ProviderElement } from '../kit/provider-element.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';

/**
 * Shares one `Auth` with the elements below it, and shows nothing itself: put the screens side by side to compose an
 * authenticator of your own.
 *
 * @slot - The page.
 */
export class AuthProvider extends ProviderElement {
  static override styles = [
    tokens,
    frameStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override render(): unknown {
    return html`<slot></slot>${this.announcer.render()}`;
  }
}
