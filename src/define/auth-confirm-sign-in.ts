import { AuthConfirmSignIn } from '../elements/auth-confirm-sign-in.js';

if (!customElements.get('auth-confirm-sign-in')) customElements.define('auth-confirm-sign-in', AuthConfirmSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'auth-confirm-sign-in': AuthConfirmSignIn;
  }
}
