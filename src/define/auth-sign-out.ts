import { AuthSignOut } from '../elements/auth-sign-out.js';

if (!customElements.get('auth-sign-out')) customElements.define('auth-sign-out', AuthSignOut);

declare global {
  interface HTMLElementTagNameMap {
    'auth-sign-out': AuthSignOut;
  }
}
