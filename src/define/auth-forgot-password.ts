import { AuthForgotPassword } from '../elements/auth-forgot-password.js';

if (!customElements.get('auth-forgot-password')) customElements.define('auth-forgot-password', AuthForgotPassword);

declare global {
  interface HTMLElementTagNameMap {
    'auth-forgot-password': AuthForgotPassword;
  }
}
