import { AuthEmailSetup } from '../elements/auth-email-setup.js';

if (!customElements.get('auth-email-setup')) customElements.define('auth-email-setup', AuthEmailSetup);

declare global {
  interface HTMLElementTagNameMap {
    'auth-email-setup': AuthEmailSetup;
  }
}
