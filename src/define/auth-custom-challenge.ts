import { AuthCustomChallenge } from '../elements/auth-custom-challenge.js';

if (!customElements.get('auth-custom-challenge')) customElements.define('auth-custom-challenge', AuthCustomChallenge);

declare global {
  interface HTMLElementTagNameMap {
    'auth-custom-challenge': AuthCustomChallenge;
  }
}
