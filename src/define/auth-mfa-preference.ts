import { AuthMfaPreference } from '../elements/auth-mfa-preference.js';
import './auth-totp-setup.js';

if (!customElements.get('auth-mfa-preference')) customElements.define('auth-mfa-preference', AuthMfaPreference);

declare global {
  interface HTMLElementTagNameMap {
    'auth-mfa-preference': AuthMfaPreference;
  }
}
