import { AuthSignIn } from '../elements/auth-sign-in.js';
import { loaders } from './loaders.js';

AuthSignIn.loadButtons = loaders['auth-federated-buttons'];
if (!customElements.get('auth-sign-in')) customElements.define('auth-sign-in', AuthSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'auth-sign-in': AuthSignIn;
  }
}
