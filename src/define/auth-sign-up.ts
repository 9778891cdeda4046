import { AuthSignUp } from '../elements/auth-sign-up.js';

AuthSignUp.loadButtons = () => import('./auth-federated-buttons.js');
if (!customElements.get('auth-sign-up')) customElements.define('auth-sign-up', AuthSignUp);

declare global {
  interface HTMLElementTagNameMap {
    'auth-sign-up': AuthSignUp;
  }
}
