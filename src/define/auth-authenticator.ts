import './auth-sign-in.js';
import { AuthAuthenticator } from '../elements/auth-authenticator.js';
import { screens } from './screens.js';

AuthAuthenticator.loaders = screens;
if (!customElements.get('auth-authenticator')) customElements.define('auth-authenticator', AuthAuthenticator);

declare global {
  interface HTMLElementTagNameMap {
    'auth-authenticator': AuthAuthenticator;
  }
}
