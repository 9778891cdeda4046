import { AuthPasskeyPrompt } from '../elements/auth-passkey-prompt.js';

if (!customElements.get('auth-passkey-prompt')) customElements.define('auth-passkey-prompt', AuthPasskeyPrompt);

declare global {
  interface HTMLElementTagNameMap {
    'auth-passkey-prompt': AuthPasskeyPrompt;
  }
}
