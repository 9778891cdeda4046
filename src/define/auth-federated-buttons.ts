import { AuthFederatedButtons } from '../elements/auth-federated-buttons.js';

if (!customElements.get('auth-federated-buttons'))
  customElements.define('auth-federated-buttons', AuthFederatedButtons);

declare global {
  interface HTMLElementTagNameMap {
    'auth-federated-buttons': AuthFederatedButtons;
  }
}
