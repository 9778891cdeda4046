import { AuthSelectMfaType } from '../elements/auth-select-mfa-type.js';
import './auth-mfa-preference.js';

if (!customElements.get('auth-select-mfa-type')) customElements.define('auth-select-mfa-type', AuthSelectMfaType);

declare global {
  interface HTMLElementTagNameMap {
    'auth-select-mfa-type': AuthSelectMfaType;
  }
}
