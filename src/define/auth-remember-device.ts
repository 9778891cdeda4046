import { AuthRememberDevice } from '../elements/auth-remember-device.js';

if (!customElements.get('auth-remember-device')) customElements.define('auth-remember-device', AuthRememberDevice);

declare global {
  interface HTMLElementTagNameMap {
    'auth-remember-device': AuthRememberDevice;
  }
}
