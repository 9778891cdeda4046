import { html } from 'lit';
import type { ScreenContext } from '../context/screen-context.js';

/**
 * The user whose code or password is asked for, and a link to sign in as another one.
 *
 * The input tells password managers the username that a new password belongs to. It has to be a text input with the
 * attribute `hidden`: browsers overlook those of `type=hidden`.
 */
export function usernameRow({ text, state, send, formId }: ScreenContext): unknown {
  const username = state()?.username ?? '';
  const id = `${formId}-user`;
  const change = () => send({ type: 'go.signIn', username });
  return html`<p data-auth="identity">
      <bdi data-auth id=${id}>${username}</bdi>
      <button data-auth="link" type="button" aria-describedby=${id} @click=${change}>${text().t('change')}</button>
    </p>
    <input data-auth type="text" name="username" autocomplete="username" .value=${username} readonly hidden />`;
}
