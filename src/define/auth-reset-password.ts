import { AuthResetPassword } from '../elements/auth-reset-password.js';

if (!customElements.get('auth-reset-password')) customElements.define('auth-reset-password', AuthResetPassword);

declare global {
  interface HTMLElementTagNameMap {
    'auth-reset-password': AuthResetPassword;
  }
}
