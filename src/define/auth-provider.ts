import { AuthProvider } from '../elements/auth-provider.js';

if (!customElements.get('auth-provider')) customElements.define('auth-provider', AuthProvider);

declare global {
  interface HTMLElementTagNameMap {
    'auth-provider': AuthProvider;
  }
}
