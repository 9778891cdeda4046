import { AuthNewPassword } from '../elements/auth-new-password.js';

if (!customElements.get('auth-new-password')) customElements.define('auth-new-password', AuthNewPassword);

declare global {
  interface HTMLElementTagNameMap {
    'auth-new-password': AuthNewPassword;
  }
}
