import { AuthGreetings } from '../elements/auth-greetings.js';
import './auth-sign-out.js';

if (!customElements.get('auth-greetings')) customElements.define('auth-greetings', AuthGreetings);

declare global {
  interface HTMLElementTagNameMap {
    'auth-greetings': AuthGreetings;
  }
}
