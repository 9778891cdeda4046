import { AuthAuthenticator } from '../elements/auth-authenticator.js';
import './auth-sign-in.js';
import { loaders } from './loaders.js';

AuthAuthenticator.loaders = loaders;
if (!customElements.get('auth-authenticator')) customElements.define('auth-authenticator', AuthAuthenticator);

declare global {
  interface HTMLElementTagNameMap {
    'auth-authenticator': AuthAuthenticator;
  }
}
