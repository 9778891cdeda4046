import { html, nothing } from 'lit';
import type { Text } from '../../text/text.js';

/** Marks the method that was used last, in words. `id`: for what is described by it. */
export const badge = (words: Text, id?: string): unknown =>
  html`<span data-auth="badge" id=${id ?? nothing}>${words.t('last-used')}</span>`;
