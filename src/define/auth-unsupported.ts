import { AuthUnsupported } from '../elements/auth-unsupported.js';

if (!customElements.get('auth-unsupported')) customElements.define('auth-unsupported', AuthUnsupported);

declare global {
  interface HTMLElementTagNameMap {
    'auth-unsupported': AuthUnsupported;
  }
}
