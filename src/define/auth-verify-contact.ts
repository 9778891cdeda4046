import { AuthVerifyContact } from '../elements/auth-verify-contact.js';

if (!customElements.get('auth-verify-contact')) customElements.define('auth-verify-contact', AuthVerifyContact);

declare global {
  interface HTMLElementTagNameMap {
    'auth-verify-contact': AuthVerifyContact;
  }
}
