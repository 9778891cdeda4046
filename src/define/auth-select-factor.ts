import { AuthSelectFactor } from '../elements/auth-select-factor.js';

if (!customElements.get('auth-select-factor')) customElements.define('auth-select-factor', AuthSelectFactor);

declare global {
  interface HTMLElementTagNameMap {
    'auth-select-factor': AuthSelectFactor;
  }
}
