import { AuthSignUp } from '../elements/auth-sign-up.js';
import { loaders } from './loaders.js';

AuthSignUp.loadButtons = loaders['auth-federated-buttons'];
if (!customElements.get('auth-sign-up')) customElements.define('auth-sign-up', AuthSignUp);

declare global {
  interface HTMLElementTagNameMap {
    'auth-sign-up': AuthSignUp;
  }
}
