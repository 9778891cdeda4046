import { html } from 'lit';

/**
 * Whose code or password this is, and a way out for everybody else.
 *
 * The input tells password managers the user name that a new password belongs to. It has to be a text input with the
 * attribute `hidden`: browsers overlook those of `type=hidden`.
 */
export const identityTemplate = (username: string, change: unknown): unknown =>
  html`<p data-auth="identity"><bdi>${username}</bdi> ${change}</p>
    <input type="text" name="username" autocomplete="username" .value=${username} readonly hidden />`;
