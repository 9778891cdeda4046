import { AuthConfirmSignUp } from '../elements/auth-confirm-sign-up.js';

if (!customElements.get('auth-confirm-sign-up')) customElements.define('auth-confirm-sign-up', AuthConfirmSignUp);

declare global {
  interface HTMLElementTagNameMap {
    'auth-confirm-sign-up': AuthConfirmSignUp;
  }
}
