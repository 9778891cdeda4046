import { html, nothing } from 'lit';
import type { ScreenName } from '../../auth-state.js';
import type { Text } from '../../text/text.js';
import type { FieldView } from './field-template.js';

/** What is wrong with a whole form. */
export const alertTemplate = (id: string, problem: string | undefined): unknown =>
  problem ? html`<p data-auth="alert" id=${id} tabindex="-1">${problem}</p>` : nothing;

/** The button that sends the form with the id `form`. Never disabled: that would take the focus away. */
export const submitTemplate = (form: string, label: string, busy: boolean): unknown =>
  html`<button data-auth="submit" type="submit" form=${form} aria-disabled=${busy ? 'true' : 'false'}>
    ${busy ? html`<span data-auth="spinner"></span>` : nothing}${label}
  </button>`;

/** A button that looks like a link. `goal`: the screen that it leads to. */
export const linkTemplate = (label: string, follow: () => void, goal?: ScreenName): unknown =>
  html`<button data-auth="link" data-auth-to=${goal ?? nothing} type="button" @click=${follow}>${label}</button>`;

/** Ends a long wait. */
export const cancelTemplate = (label: string, cancel: () => void): unknown =>
  html`<p data-auth="footer">${linkTemplate(label, cancel)}</p>`;

/** How a phone number is written, below its field. */
export const phoneHint = (id: string, text: Text): FieldView['hint'] => ({
  id,
  content: html`<p data-auth="hint" id=${id}>${text.t('field.phone_number.hint')}</p>`,
});
