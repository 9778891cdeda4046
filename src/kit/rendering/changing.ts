import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/**
 * A text that changes while it is shown, such as a countdown, in an element that is replaced with it. Browsers that translate a
 * page put nodes of their own in the place of text, which would then never change again.
 */
export const changing = (text: string): unknown => keyed(text, html`<span data-auth>${text}</span>`);
