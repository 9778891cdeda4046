import { AuthTotpSetup } from '../elements/auth-totp-setup.js';

if (!customElements.get('auth-totp-setup')) customElements.define('auth-totp-setup', AuthTotpSetup);

declare global {
  interface HTMLElementTagNameMap {
    'auth-totp-setup': AuthTotpSetup;
  }
}
